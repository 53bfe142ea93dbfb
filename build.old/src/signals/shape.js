import { z } from 'zod';
import { worded } from './evidence.js';
import { count } from './options.js';
import { defineSignal } from './signal.js';
const options = z
    .strictObject({
    at_least: count.optional(),
    at_most: z.number().int().min(0).optional(),
    emoji_only: z.literal(true).optional(),
    emoji_at_least: count.optional(),
    lines_at_least: count.optional(),
    duration_at_least: count.optional(),
})
    .refine(given => Object.keys(given).length > 0, { error: '至少要给出一项' });
/** Length, emoji, lines, seconds. All of what is given must hold. */
export const shape = defineSignal({
    name: 'shape',
    summary: '长短与形状：at_least/at_most 字数、emoji_only、emoji_at_least、lines_at_least 行数、duration_at_least 语音秒数',
    options,
    prepare: asked => CHECKS.filter(check => check.asked(asked)),
    detect(facts, options, checks) {
        for (const check of checks)
            if (!check.holds(facts, options))
                return told([check], facts, options, false);
        return told(checks, facts, options, true);
    },
    explain: evidence => evidence.detail ?? '',
});
function told(checks, facts, options, hit) {
    return worded({ hit }, () => ({ detail: checks.map(check => check.says(facts, options)).join('、') }));
}
const CHECKS = [
    atLeast('at_least', ({ text }) => text.key.length, '字数'),
    {
        asked: options => options.at_most !== undefined,
        holds: ({ text }, options) => text.key.length <= options.at_most,
        says: ({ text }, options) => `字数 ${text.key.length}，上限 ${options.at_most}`,
    },
    {
        asked: options => options.emoji_only === true,
        holds: onlyEmoji,
        says: facts => (onlyEmoji(facts) ? '只有表情' : '不是只有表情'),
    },
    atLeast('emoji_at_least', ({ text }) => text.emoji.length, '表情'),
    atLeast('lines_at_least', linesOf, '行数'),
    atLeast('duration_at_least', secondsOf, '时长', ' 秒'),
];
function atLeast(option, measure, what, unit = '') {
    return {
        asked: options => options[option] !== undefined,
        holds: (facts, options) => measure(facts) >= options[option],
        says: (facts, options) => `${what} ${measure(facts)}/${options[option]}${unit}`,
    };
}
function onlyEmoji({ text }) {
    return text.emoji.length > 0 && text.key.length === 0;
}
function linesOf({ text }) {
    return text.original.split('\n').filter(line => line.trim() !== '').length;
}
function secondsOf({ event }) {
    return event.body.kind === 'message' ? (event.body.message.duration ?? 0) : 0;
}
//# sourceMappingURL=shape.js.map