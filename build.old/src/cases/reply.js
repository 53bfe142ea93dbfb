import { parseCommand } from './command.js';
/** Longer than any command but a post; whatever is longer is talk. */
const LONGEST = 40;
/** What the choices are called, and how people say them when they do not type the digit. Only what cannot be mistaken. */
const WORDS = {
    '1': ['已处理', '处理', '处理好', '处理完', '忽略', '不用管', '已联系', '联系', '已解决', '解决'],
    '2': ['私下提醒'],
    '3': ['群内温和提醒', '群内提醒'],
    '4': ['转督导', '转给督导'],
    '5': ['误报', '是误报'],
    '6': ['以后这类不再提示', '不再提示'],
    '0': ['撤销上一步', '撤销'],
    '?': ['看', '看看', '看一下'],
};
const SHOWN = { '1': ['都对'], '5': ['都不对'] };
/** Said bare, these would be an order to the reader rather than a report that it was done. */
const NEEDS_LE = ['处理', '处理好', '处理完', '联系', '解决'];
const CODE = /^([A-Z]{1,2}) ?([1-9]\d?)/;
const TAIL = /[ 。.!,、~;]+$/u;
const PARTICLES = /[吧啦啊哈]$/u;
/** One line, half-width, upper case, single spaces, without closing punctuation. */
function tidy(text) {
    const plain = text
        .replace(/[\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff\u20e3]/g, '')
        .normalize('NFKC')
        .replace(/[,:;、，：；#-]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .toUpperCase();
    return plain.replace(TAIL, '').replace(/^回复 ?/u, '');
}
/** The digit that a word stands for, or null. */
function wordDigit(text) {
    const bare = text.replace(PARTICLES, '');
    const says = (word) => text === `${word}了` || (bare === word && !NEEDS_LE.includes(word));
    const found = Object.entries(WORDS).find(([, words]) => words.some(says));
    return found ? found[0] : null;
}
/** A digit, a digit followed by its own words as the alert shows them (`1已处理`), or the words alone. */
function digitOf(text, shown) {
    const match = /^([0-6?]) ?(.*)$/u.exec(text);
    if (!match)
        return wordDigit(text);
    const digit = match[1];
    const rest = match[2];
    const isOwn = wordDigit(rest) === digit || WORDS[digit].includes(rest) || (shown[digit] ?? []).some(words => tidy(words) === rest);
    return rest === '' || isOwn ? digit : null;
}
/** `A7 2`, `a7：２`, `A72`; in the last the code ends before the last digit, and 0 needs a space before it. */
function withCode(text, shown) {
    const match = CODE.exec(text);
    if (!match)
        return null;
    const [whole, letters, number] = match;
    const rest = text.slice(whole.length);
    const apart = digitOf(rest.trim(), shown);
    if (apart !== null && rest !== '')
        return { code: letters + number, digit: apart };
    const compact = /^([A-Z]{1,2}) ?([1-9]\d?)([1-6])$/.exec(text);
    return compact ? { code: `${compact[1]}${compact[2]}`, digit: compact[3] } : null;
}
/**
 * What somebody in charge meant by a private text: a digit with or without a code, or a command; null for anything
 * else. `shown`: the words beside each digit. Width, case, spaces and closing punctuation do not matter. Never throws.
 */
export function parseReply(text, shown = SHOWN) {
    const line = text.length > LONGEST ? '' : tidy(text);
    const command = parseCommand(line, text);
    if (command)
        return { command };
    const digit = digitOf(line, shown);
    if (digit !== null)
        return { code: null, digit };
    return withCode(line, shown);
}
//# sourceMappingURL=reply.js.map