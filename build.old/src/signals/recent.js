import { z } from 'zod';
import { CATEGORIES } from '../model/category.js';
import { EVENT_KINDS, MESSAGE_KINDS } from '../model/event.js';
import { RESPONSES, SEVERITIES } from '../model/rule.js';
import { MINUTE } from '../model/time.js';
import { counted, explainCount } from './evidence.js';
import { count, duration, oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
/** What was judged before, in the same group. All of what is given must fit. */
export const recent = defineSignal({
    name: 'recent',
    turn: 'last',
    summary: '此前一段时间内判定过的消息，例如 recent: { category: emergency, severity: P0, within: 2h }',
    options: z.strictObject({
        category: oneOrMany(z.enum(CATEGORIES)).optional(),
        topic: z.string().min(1).optional(),
        respond: oneOrMany(z.enum(RESPONSES)).optional(),
        kinds: oneOrMany(z.enum([...MESSAGE_KINDS, ...EVENT_KINDS])).optional(),
        severity: z.enum(SEVERITIES).optional(),
        from: z.enum(['same', 'other', 'any']).default('any'),
        within: duration.default(10 * MINUTE),
        at_least: count.default(1),
    }),
    prepare: ({ category, topic, respond, kinds, severity }) => (category ?? [undefined]).map(one => ({
        ...(one && { category: one }),
        ...(topic && { topic }),
        ...(respond && { respond }),
        ...(kinds && { kinds }),
        ...(severity && { severity }),
    })),
    detect({ event, history, member }, options, asked) {
        const since = event.at - options.within;
        let found = 0;
        for (const one of asked) {
            const query = { ...one, since };
            const own = options.from === 'any' ? 0 : history.count({ ...query, member: member.id }).events;
            found += options.from === 'same' ? own : history.count(query).events - own;
        }
        return counted(found, options.at_least);
    },
    explain: (evidence, options) => {
        const what = [...(options.category ?? []), options.topic, options.severity].filter(Boolean).join('、');
        return explainCount(`此前消息${what && ` ${what}`}`, evidence);
    },
});
//# sourceMappingURL=recent.js.map