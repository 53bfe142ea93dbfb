import { evaluate, MemoryHistory } from '../../src/engine/index.js';
import { timed } from './measure.js';
import { factsOf } from './path.js';
const MANY = 10_000;
const HUGE = 1_000_000;
/** What somebody might send to make the bot stumble. */
const TEXTS = {
    '1 MB of one character': '收'.repeat(HUGE),
    '1 MB of ordinary words': '孩子今天没写作业，老师说明天交到学校。'.repeat(Math.ceil(HUGE / 19)),
    '10,000 emoji': '🌹👍🏽👨‍👩‍👧'.repeat(Math.ceil(MANY / 3)),
    '10,000 WeChat codes': '[玫瑰]'.repeat(MANY),
    '500 mentions': Array.from({ length: 500 }, (_, n) => `@家长${n}`).join('\u2005'),
    '10,000 digits': '13800138000'.repeat(MANY / 10),
    'a thousand marks on one letter': `a${'\u0301'.repeat(1_000)}`.repeat(10),
    'a row of a for nested quantifiers': 'a'.repeat(MANY),
    'numbers and units without end': '三十五块一斤'.repeat(MANY / 5),
    'half a pattern, again and again': '家长每天晚上都给孩子先检'.repeat(MANY / 10),
    'names in a row': '王子涵、李子轩、张一诺、'.repeat(MANY / 10),
    'invisible characters': '加\u200b\u200d\u2060微'.repeat(MANY / 4),
};
/** Milliseconds each, judged for the second time: the first one compiles. */
export function hostile(compiled, like) {
    return Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => {
        const judge = () => void evaluate(compiled, factsOf(saying(like, text), compiled, new MemoryHistory()));
        judge();
        return [name, timed(judge)];
    }));
}
function saying({ event, member }, text) {
    const mentions = [...text.matchAll(/@([^\s@]{1,20})/gu)].slice(0, 100).map(match => match[1]);
    return { member, event: { ...event, body: { kind: 'message', message: { kind: 'text', text, mentions } } } };
}
//# sourceMappingURL=hostile.js.map