import { namePartsOf } from '../text/index.js';
import { CHILD_CATEGORIES } from './categories.js';
import { matterKey } from './matter-key.js';
/** A parent speaks of a child of their own, and not of what it saw or said. */
const OWN_CHILD = /(?:我|俺|咱)(?:们)?(?:家)?(?:的)?(?:孩子|小孩|娃娃?|儿子|女儿|闺女|姑娘|孙子|孙女|崽|伢|(?!家|都|也|就|正|现|一|人|们|马上|刚|还|没|不)\p{Script=Han}{2,3}(?=也|还|没|在|被|刚|突然|从|掉|摔|撞|晕|昏|吐|流|不见|走丢))(?!.{0,6}(?:说|讲|告诉|看到|看见|见过|见到|听|同班|同桌|认识|一起|知道|回来说))/u;
/** The matter of whoever tells of another child. */
export const ownMatter = (member) => `emergency:${member}`;
/** Where so many are in danger at once, it is one accident: the keepers are there. */
const MOST = 3;
/**
 * Whether an emergency that is told while another one runs is about another child: a parent of another family tells of
 * their own. Everybody else who writes of an emergency adds to the one that runs.
 */
export function isAnotherChild({ rule }, { facts, deeds, now }) {
    if (rule.category !== 'emergency')
        return false;
    const { member, group, history, params, text } = facts;
    const own = (id) => deeds.last({ kinds: ['alert'], since: now - params.duplicateWindow, topic: matterKey('P0', ownMatter(id)) }) !==
        null;
    if (own(member.id))
        return true;
    if (member.role !== 'parent' || !OWN_CHILD.test(text.display.slice(0, 500)))
        return false;
    const lines = CHILD_CATEGORIES.flatMap(category => history.recent({ since: now - params.emergencyThread, category, respond: ['escalate'], severity: 'P0' }));
    const tellers = [...new Set(lines.flatMap(line => line.member ?? []))];
    if (tellers.length === 0 || tellers.includes(member.id) || tellers.filter(own).length >= MOST)
        return false;
    return tellers.every(id => !isSameFamily(member, memberOf(group, id)));
}
function memberOf({ members }, id) {
    return members.find(member => member.id === id) ?? null;
}
/** By the roster; where it says nothing, by what their name cards have in common (李雷妈妈, 李雷爸爸). */
function isSameFamily(one, other) {
    if (!other)
        return false;
    if (one.students.length > 0 && other.students.length > 0)
        return one.students.some(student => other.students.includes(student));
    return familyName(one) === familyName(other);
}
/** 李雷妈妈（苏州） is of 李雷's family. */
const familyName = ({ name }) => namePartsOf(name.replace(/(?<=.)[（(【[].*$/u, '')).core;
//# sourceMappingURL=another-child.js.map