import { isStaff } from '../model/member.js';
import { SEVERITIES } from '../model/rule.js';
import { HOUR } from '../model/time.js';
import { accusesStaff } from '../text/index.js';
import { CHILD_CATEGORIES } from './categories.js';
import { matterKey } from './matter-key.js';
/** So long what an accuser goes on telling of a child's distress belongs to what they told. */
const GOES_ON = 3 * HOUR;
/** The matter of what somebody says that a member of staff did: one for each who says so, by whatever rule it was heard. */
export const accusationBy = (member) => `accused:${member}`;
/**
 * Whoever is said to have harmed a child is not told of it, nor are their colleagues (POLICY.md, self_harm_bullying:
 * past the accused to the school's leadership; DESIGN.md, promise 6): whatever a rule wants, the school is told. So is
 * what the same person tells of a child's distress afterwards; another emergency is not.
 */
export function accusation(input, finding, steps) {
    const { category } = finding.rule;
    const { member, text } = input.facts;
    if (finding.respond !== 'escalate' || !CHILD_CATEGORIES.includes(category))
        return finding;
    const said = accusesStaff(text) || (finding.wanted === 'supervisor' && !isStaff(member.role));
    const goesOn = category === 'self_harm_bullying' && hasAccused(input);
    if (!said && !goesOn)
        return finding;
    steps.add('routing', finding.wanted !== 'supervisor', '说到老师对孩子做了什么，交学校，不经本班老师');
    return { ...finding, wanted: 'supervisor', accuses: true };
}
function hasAccused({ facts, deeds, now }) {
    const matter = accusationBy(facts.member.id);
    return SEVERITIES.some(severity => deeds.last({ kinds: ['alert'], since: now - GOES_ON, topic: matterKey(severity, matter) }) !== null);
}
//# sourceMappingURL=accused.js.map