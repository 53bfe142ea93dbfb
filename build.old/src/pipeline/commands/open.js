import { DAY } from '../../model/time.js';
import { answer, headOf } from '../asker.js';
export const isOpen = (found) => found.state === 'open' || found.state === 'passed' || found.state === 'waiting';
/** 未决: everything that waits for the asker. */
export function open(deps, asker) {
    const waiting = casesOf(deps, asker).filter(isOpen);
    if (waiting.length === 0)
        return answer(deps, asker, 'reply.none_open');
    const list = waiting.map(one => `${one.code} ${one.summary}`).join('\n');
    answer(deps, asker, 'reply.open', { count: String(waiting.length), list });
}
/**
 * Cases that the asker may answer, latest told first: those they were told of, closed ones of the last day too, for
 * `0`; and those that are theirs by role, which the digest lists even where the day's lines were used up.
 */
export function casesOf(deps, asker) {
    const since = deps.clock.now() - DAY;
    const told = asker.ids.flatMap(id => deps.ledger.casesTold(id, since));
    const theirs = asker.groups.flatMap(group => deps.ledger.openCases({ group: group.id }).filter(found => {
        const owner = group.people.find(person => person.role === found.owner) ?? headOf(group);
        return owner !== null && asker.ids.includes(owner.id) && !asker.ids.includes(found.about ?? '');
    }));
    return [...new Map([...told, ...theirs.reverse()].map(found => [found.id, found])).values()];
}
//# sourceMappingURL=open.js.map