import { z } from 'zod';
import { duration, oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
export const WANTED = ['reply', 'chain', 'none', 'unsaid'];
export const WANTED_LABELS = {
    reply: '要求回复',
    chain: '要求接龙',
    none: '不需回复',
    unsaid: '没说要不要回复',
    no_notice: '没有进行中的通知',
};
const states = oneOrMany(z.enum([...WANTED, 'no_notice']));
/** What the staff's running notice asked for; `no_notice` where none runs, or none that was posted so lately. */
export const replyWanted = defineSignal({
    name: 'reply_wanted',
    summary: '老师进行中的通知要求：reply 回复、chain 接龙、none 不需回复、unsaid 没说、no_notice 没有通知；within 表示通知是多久以内发的，例如 reply_wanted: { is: unsaid, within: 30m }',
    options: z.union([
        states.transform(is => ({ is, within: Number.POSITIVE_INFINITY })),
        z.strictObject({ is: states, within: duration }),
    ]),
    detect({ event, notice }, { is, within }) {
        const state = notice && notice.at >= event.at - within ? notice.wanted : 'no_notice';
        return { hit: is.includes(state), detail: WANTED_LABELS[state] };
    },
    explain: evidence => `通知状态：${evidence.detail}`,
});
//# sourceMappingURL=reply-wanted.js.map