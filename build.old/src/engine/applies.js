import { kindOf } from '../model/event.js';
import { KIND_LABELS, ROLE_LABELS } from '../model/labels.js';
import { outcomeFor } from '../model/outcome.js';
/** What the rule answers for this sort of event and sender; null where it does not apply. */
export function answerOf(rule, facts) {
    return whyNot(rule, facts) === null ? outcomeFor(rule, facts.member.role) : null;
}
/** Why the rule does not apply to this sort of event and sender; null where it does. */
export function whyNot(rule, facts) {
    const { roles, grades } = rule.applies;
    const { role } = facts.member;
    const { grade } = facts.group;
    if (!kindFits(rule, facts))
        return `不看${KIND_LABELS[kindOf(facts.event)]}`;
    if (roles && !roles.includes(role))
        return `不针对${ROLE_LABELS[role]}`;
    if (grades && (grade === null || !grades.includes(grade)))
        return grade === null ? '群没有年级' : `不针对 ${grade} 年级`;
    if (!outcomeFor(rule, role))
        return `对${ROLE_LABELS[role]}没有规定处置`;
    return null;
}
function kindFits({ applies: { kinds } }, { event }) {
    const isMessage = event.body.kind === 'message';
    if (!kinds)
        return isMessage;
    return kinds.includes(kindOf(event)) || (isMessage && kinds.includes('message'));
}
//# sourceMappingURL=applies.js.map