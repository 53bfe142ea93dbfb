import { z } from 'zod';
import { counted, explainCount } from './evidence.js';
import { count } from './options.js';
import { defineSignal } from './signal.js';
const EVERYBODY = /^(?:所有人|all|everyone)$/i;
const WRITTEN = /@(?:所有人|all\b|everyone\b)/i;
/** People mentioned with @; `all` is the mention of everybody. */
export const mentions = defineSignal({
    name: 'mentions',
    summary: '用 @ 提到的人，例如 mentions: all（@所有人）或 mentions: { at_least: 3 }',
    options: z.union([
        z.literal('all').transform(() => ({ at_least: 1, all: true })),
        z.strictObject({ at_least: count.default(1), all: z.boolean().default(false) }),
    ]),
    detect(facts, options) {
        const names = namesOf(facts);
        if (options.all)
            return counted(names.some(name => EVERYBODY.test(name)) || WRITTEN.test(facts.text.display) ? 1 : 0, 1);
        return counted(names.length, options.at_least);
    },
    explain: (evidence, options) => explainCount(options.all ? '@所有人' : '@提到的人', evidence),
});
function namesOf({ event }) {
    return event.body.kind === 'message' ? (event.body.message.mentions ?? []) : [];
}
//# sourceMappingURL=mentions.js.map