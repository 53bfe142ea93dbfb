import { DAY } from '../model/time.js';
import { alerts } from './budgets.js';
import { timeOfDay, wallClock } from './clock.js';
import { heldBecause, leavesAt, leavesTogether } from './night.js';
import { secondChannel } from './second-channel.js';
/**
 * One private line to somebody in charge: held for the morning or the day as its severity asks, within the
 * reader's budget of the day, and what goes with it by the reader's second channels. Nothing, with a step that says
 * so, when the budget is spent; P0 has none. A line that belongs to no case has no code and goes alone. `waits`: a P2
 * by day waits for others, which are one line with it (`withBundles` joins them) and cost no more of the budget.
 */
export function alertTo(work, reader, severity, line) {
    const { input, finding, clock, steps } = work;
    const { params, group } = input.facts;
    const waits = severity === 'P2' && line.waits === true;
    const alone = leavesAt(clock, params, severity);
    const notBefore = waits ? leavesTogether(clock, params) : alone;
    const joins = notBefore > alone && isOwed(work, reader, notBefore);
    if (severity !== 'P0' && !joins) {
        const { used, max } = alerts(input.deeds, clock, params, reader, notBefore);
        const full = used >= max;
        steps.add('budget', full, `当日私下告知 ${used}/${max} 条${full ? '，这一条不另发，进汇总' : ''}`);
        if (full)
            return [];
    }
    const held = heldBecause(clock, params, severity);
    if (held)
        steps.add('night', true, held);
    else if (notBefore > clock.now) {
        const at = timeOfDay(wallClock(clock.now, clock.minutes, notBefore).minutes);
        steps.add('bundle', joins, joins ? `和等着的合成一条，${at} 发出` : `等一等可以合成一条的，${at} 发出`);
    }
    const alert = {
        kind: 'alert',
        target: { person: reader.id, group: group.id },
        recipient: reader.role,
        text: line.text,
        topic: line.topic,
        category: finding.rule.category,
        severity,
        notBefore,
        expiresAt: notBefore + params.chain.p2Expire,
    };
    const { code } = line;
    return [alert, ...(code === null ? [] : secondChannel(alert, code, { ...input, now: clock.now }))];
}
/** Whether the reader is owed another P2 of this group at the same moment. */
function isOwed({ input, clock }, reader, leaves) {
    const query = { kinds: ['alert'], severity: 'P2', to: reader.id, leaves, since: clock.dayStart - DAY };
    return input.deeds.count(query) > 0;
}
//# sourceMappingURL=alert.js.map