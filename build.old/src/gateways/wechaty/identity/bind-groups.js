import { assign } from './assign.js';
/** A group that keeps its name keeps half of its members from one login to the next. */
const SAME_GROUP = 0.5;
/** Two rooms of one name are told apart by at least this much of a difference. */
const APART = 0.2;
/**
 * Which room is which class group, over all rooms at once. Certain: the name, and (where the group was seen before) at
 * least half of its members, and no other room like it. A changed name is uncertain however many members agree: parents
 * have groups of their own, with the same people, that are nobody's business.
 */
export function bindGroups(known, seen) {
    const fits = known.map(group => seen.map(room => fitOf(group, room)));
    const best = assign(fits.map(row => row.map(fit => fit.score ** 2)));
    return seen.map((room, column) => {
        const row = best.indexOf(column);
        const fit = fits[row]?.[column];
        if (!fit)
            return { seen: room.id, known: null, certainty: 'certain', because: '没有登记过的群' };
        const group = known[row];
        const rivals = fits[row].filter((other, index) => index !== column && isRival(other, fit));
        const sure = fit.confirmed || (fit.named && (group.members.length === 0 || fit.overlap >= SAME_GROUP));
        const certain = sure && rivals.length === 0;
        return {
            seen: room.id,
            known: group.id,
            certainty: certain ? 'certain' : 'uncertain',
            because: words(fit, rivals.length),
        };
    });
}
function isRival(other, fit) {
    return !fit.confirmed && other.named === fit.named && other.score > 0 && other.overlap >= fit.overlap - APART;
}
function fitOf(group, room) {
    const none = { named: false, overlap: 0, confirmed: false, score: 0 };
    if (group.denied.includes(room.topic))
        return none;
    const named = group.topics.includes(room.topic);
    const confirmed = group.confirmed.includes(room.topic);
    const overlap = overlapOf(group.members, room.members);
    if (!named && !confirmed && overlap < SAME_GROUP)
        return none;
    return { named, overlap, confirmed, score: (confirmed ? 4 : named ? 2 : 0) + overlap };
}
/** Share of members with a name in common, of the larger list. */
function overlapOf(before, now) {
    const names = new Set(before.flat().filter(name => name !== ''));
    const again = now.filter(member => member.some(name => names.has(name))).length;
    return before.length === 0 ? 0 : Math.min(again, before.length) / Math.max(before.length, now.length);
}
function words(fit, rivals) {
    if (fit.confirmed)
        return '有人确认过是这个群';
    const share = `${Math.round(fit.overlap * 100)}% 的成员和上次一样`;
    if (rivals > 0)
        return `有 ${rivals + 1} 个群都像（群名${fit.named ? '一致' : '不同'}，${share}）`;
    return fit.named ? `群名一致，${fit.overlap > 0 ? share : '成员没有可比的'}` : `群名不同，但${share}`;
}
//# sourceMappingURL=bind-groups.js.map