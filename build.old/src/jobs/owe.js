import { DAY } from '../model/time.js';
import { leavesByDay } from '../pipeline/when.js';
/**
 * One private line of a job to somebody in charge, by day only. It is sent in shadow mode too: it is what shadow mode
 * says. Under one run nobody is owed two.
 */
export function owe(context, group, person, text, topic) {
    const { deps, cause } = context;
    const now = deps.clock.now();
    const notBefore = leavesByDay(deps, group);
    deps.ledger.addActions(`${cause}/${group.id}/${person.id}`, [
        {
            kind: 'digest',
            target: { person: person.id, group: group.id },
            recipient: person.role,
            text,
            topic,
            category: null,
            severity: null,
            notBefore,
            expiresAt: notBefore + DAY,
        },
    ], now);
    deps.wake();
}
//# sourceMappingURL=owe.js.map