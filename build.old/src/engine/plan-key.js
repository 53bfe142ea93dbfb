import { EVENT_KINDS, kindOf, MESSAGE_KINDS } from '../model/event.js';
import { ROLES } from '../model/member.js';
const KINDS = new Map([...MESSAGE_KINDS, ...EVENT_KINDS].map((kind, index) => [kind, index]));
const ROLE_INDEX = new Map(ROLES.map((role, index) => [role, index]));
const GRADES = 13;
/** A small number for what decides which rules apply: kind of event, role of sender, grade of group. */
export function planKey({ event, member, group }) {
    const kind = KINDS.get(kindOf(event));
    const role = ROLE_INDEX.get(member.role);
    return (kind * ROLES.length + role) * GRADES + (group.grade ?? 0);
}
//# sourceMappingURL=plan-key.js.map