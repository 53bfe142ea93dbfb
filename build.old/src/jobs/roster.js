import { DAY } from '../model/time.js';
import { isWellFormed } from '../signals/cards.js';
export function rosterOf(deps, group, now) {
    const met = deps.met ?? deps.reachable;
    const joins = deps.ledger.history(group.id).recent({ since: now - 7 * DAY, kinds: ['join'] });
    const joined = new Set(joins.flatMap(event => event.joined ?? []));
    const known = deps.ledger.people(group.id).filter(person => !person.erased && person.name !== '');
    const here = (pupil) => group.members.some(({ id, students }) => students.includes(pupil) && met(id));
    return {
        joined: joined.size,
        outsiders: known.filter(person => person.role === 'outsider' && joined.has(person.id)).length,
        odd: known.filter(({ id, role, name }) => role === 'parent' && met(id) && !isWellFormed(name, group.students)),
        unseenPupils: group.students.filter(pupil => !here(pupil)).length,
    };
}
//# sourceMappingURL=roster.js.map