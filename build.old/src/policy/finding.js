/** Collects what policy looked at, in order. */
export class Steps {
    list = [];
    add(step, changed, because) {
        this.list.push({ step, changed, because });
    }
}
/** The finding turned into silence. */
export function silent(finding) {
    return { ...finding, respond: 'allow', severity: null, wanted: null, collective: false };
}
//# sourceMappingURL=finding.js.map