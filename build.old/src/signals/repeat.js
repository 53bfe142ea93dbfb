import { z } from 'zod';
import { MINUTE } from '../model/time.js';
import { counted, explainCount } from './evidence.js';
import { duration } from './options.js';
import { defineSignal } from './signal.js';
const times = z.number().int().min(2);
/** The same sender said the same thing, this one counted. What has no text is never alike. */
export const repeat = defineSignal({
    name: 'repeat',
    turn: 'last',
    summary: '同一人重复说同样的话（含本条），例如 repeat: 3 或 repeat: { times: 3, within: 10m }',
    options: z.union([
        times.transform(needed => ({ times: needed, within: 10 * MINUTE })),
        z.strictObject({ times: times.default(3), within: duration.default(10 * MINUTE) }),
    ]),
    detect({ digest, event, history, member }, options) {
        if (digest === '')
            return counted(0, options.times);
        const since = event.at - options.within;
        const earlier = history.count({ since, member: member.id, digest }, options.times);
        return counted(earlier.events + 1, options.times);
    },
    explain: evidence => explainCount('同一人重复', evidence),
});
//# sourceMappingURL=repeat.js.map