import { z } from 'zod';
import { CATEGORIES } from '../model/category.js';
import { EVENT_KINDS, kindOf, MESSAGE_KINDS } from '../model/event.js';
import { MINUTE } from '../model/time.js';
import { counted, explainCount } from './evidence.js';
import { count, duration, oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
const flood = {
    count: count.default(5),
    senders: count.default(3),
    within: duration.default(10 * MINUTE),
};
const options = z.union([
    z.strictObject({ topic: z.string().min(1), ...flood }),
    z.strictObject({ category: z.enum(CATEGORIES), ...flood }),
    z.strictObject({ kinds: oneOrMany(z.enum([...MESSAGE_KINDS, ...EVENT_KINDS])), ...flood }),
]);
/** Earlier events alike by topic, category or kind, this one counted, from enough different senders. */
export const burst = defineSignal({
    name: 'burst',
    turn: 'last',
    summary: '一段时间内多人发了相似的消息（含本条），例如 burst: { topic: ack, count: 5, senders: 3, within: 10m }',
    options,
    detect({ event, history, member }, options) {
        if ('kinds' in options && !options.kinds.includes(kindOf(event)))
            return counted(0, options.count);
        const query = { since: event.at - options.within, ...alike(options) };
        const earlier = history.count(query);
        // nobody need be told apart where there are too few anyway
        if (earlier.events + 1 < options.count)
            return counted(earlier.events + 1, options.count);
        const isNew = history.count({ ...query, member: member.id }, 1).events === 0;
        const senders = earlier.members + (isNew ? 1 : 0);
        const events = earlier.events + 1;
        return {
            hit: events >= options.count && senders >= options.senders,
            count: events,
            needed: options.count,
            detail: `发送者 ${senders}/${options.senders}`,
        };
    },
    explain: evidence => explainCount('相似消息', evidence),
});
function alike(chosen) {
    if ('topic' in chosen)
        return { topic: chosen.topic };
    if ('category' in chosen)
        return { category: chosen.category };
    return { kinds: chosen.kinds };
}
//# sourceMappingURL=burst.js.map