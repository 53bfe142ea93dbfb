import { RESPONSES, SEVERITIES } from './rule.js';
/** What the rule answers somebody of this role; null where it has no answer for them. */
export function outcomeFor({ then }, role) {
    return then.find(({ roles }) => roles === null || roles.includes(role)) ?? null;
}
/** How strong an outcome is, to compare: the graver response first, then P0 before P1 before P2. */
export function strengthOf({ respond, severity }) {
    const urgency = severity === null ? 0 : SEVERITIES.length - SEVERITIES.indexOf(severity);
    return RESPONSES.indexOf(respond) * (SEVERITIES.length + 1) + urgency;
}
//# sourceMappingURL=outcome.js.map