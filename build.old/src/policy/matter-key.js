/** Names a matter at one severity: key of its case, and topic of its alerts. */
export const matterKey = (severity, matter) => `${severity}:${matter}`;
//# sourceMappingURL=matter-key.js.map