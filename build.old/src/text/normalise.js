import { EMOJI_WORDS, HEARTS } from './emoji.js';
import { codeAt } from './emoji-codes.js';
import { DROP, EMOJI, folded, MARKED, PLAIN, SPECIAL, SURROGATE, TABLES } from './fold.js';
import { Sink } from './sink.js';
const { display: SHOWN, key: KEYED, kind: KIND } = TABLES;
const PLUS = new Set([...'+＋﹢⁺₊'].map(sign => sign.charCodeAt(0)));
const VS16 = 0xfe0f;
const VS15 = 0xfe0e;
const ZWJ = 0x200d;
const BLACK_FLAG = 0x1f3f4;
/** More marks on one character than any script needs are a disguise, or an attack. */
const MARKS_AT_MOST = 8;
/** After these a heart is read 心: 薇❤, v❤. */
const BEFORE_HEART = new Set([...'vw微薇威维喂徽溦巍'].map(letter => letter.charCodeAt(0)));
/** Before these a plus sign is read 加: +v, +薇, +q. */
const AFTER_PLUS = new Set([...'vVwWqQｖＶｗＷｑＱ微薇威维喂徽溦扣我♥❤'].map(letter => letter.charCodeAt(0)));
const FLAG = new RegExp('^\\p{RGI_Emoji_Flag_Sequence}$', 'v');
const display = new Sink();
const key = new Sink();
/**
 * One text, three views, in one pass; see NormalText. Linear in the length of the text, whatever it holds.
 * The same key comes out however a text is dressed: widths, circles, styles, marks, invisible characters, spaces.
 */
export function normalise(text) {
    display.reset();
    key.reset();
    const emoji = [];
    let previousEmoji = '';
    let previousEnd = -1;
    let i = 0;
    while (i < text.length) {
        const code = text.charCodeAt(i);
        const kind = KIND[code];
        if (kind === PLAIN) {
            const found = codeAt(text, i);
            if (found !== null) {
                emoji.push(found.name);
                display.pushAsIs(text, i, found.end);
                if (!(previousEnd === i && previousEmoji === found.name))
                    pushEmojiWord(found.name, i);
                previousEmoji = found.name;
                previousEnd = found.end;
                i = found.end;
                continue;
            }
            i = plain(text, i, code);
            continue;
        }
        if (kind !== EMOJI && kind !== SURROGATE) {
            i++;
            continue;
        }
        const cp = text.codePointAt(i);
        const width = cp > 0xffff ? 2 : 1;
        const flag = kind === SURROGATE && isFlag(text, i, cp);
        if (kind === EMOJI || flag || folded(cp).emoji) {
            const end = flag ? i + 4 : emojiEnd(text, i, cp);
            const found = text.slice(i, end);
            emoji.push(found);
            display.pushAsIs(text, i, end);
            // a row of the same emoji is one word
            if (!(previousEnd === i && previousEmoji === found))
                pushEmojiWord(text.slice(i, i + width), i);
            previousEmoji = found;
            previousEnd = end;
            i = end;
            continue;
        }
        const astral = folded(cp);
        display.pushAll(astral.display, i);
        key.pushAll(astral.key, i);
        i += width;
    }
    return {
        original: text,
        display: display.text(),
        displayMap: display.map(text.length),
        key: key.text(),
        map: key.map(text.length),
        emoji,
    };
}
/** The match key alone. */
export function toKey(text) {
    return normalise(text).key;
}
/**
 * Where `[start, end)` of the key (or of the display text) stands in the original. Marks and invisible characters
 * that hang on the last character are taken in.
 */
export function spanOf(text, start, end, view = 'key') {
    const map = view === 'key' ? text.map : text.displayMap;
    const from = map[start];
    if (end <= start)
        return { start: from, end: from };
    const { original } = text;
    let to = map[end - 1];
    to += original.codePointAt(to) > 0xffff ? 2 : 1;
    while (to < original.length && hangsOn(original, to))
        to++;
    return { start: from, end: to };
}
/** A mark, or half or whole of something that shows as nothing. */
function hangsOn(text, at) {
    const code = text.charCodeAt(at);
    const kind = KIND[code];
    if (kind === PLAIN || kind === EMOJI)
        return false;
    if (kind !== SURROGATE)
        return true;
    const whole = code >= 0xdc00 ? at - 1 : at;
    return folded(text.codePointAt(whole)).display === '';
}
/** Takes one character with the marks on it; returns where the next begins. */
function plain(text, at, code) {
    let end = at + 1;
    while (end < text.length && KIND[text.charCodeAt(end)] === MARKED)
        end++;
    if (end > at + 1) {
        const kept = text.slice(at, Math.min(end, at + 1 + MARKS_AT_MOST));
        display.pushAll(kept.normalize('NFKC').replace(/\p{Me}/gu, ''), at);
    }
    else
        pushCode(display, SHOWN[code], code, at);
    if (PLUS.has(code) && isContactNext(text, end))
        key.push(0x52a0, at);
    else
        pushCode(key, KEYED[code], code, at);
    return end;
}
function pushCode(sink, entry, code, at) {
    if (entry === DROP)
        return;
    if (entry !== SPECIAL)
        sink.push(entry, at);
    else
        sink.pushAll(sink === key ? folded(code).key : folded(code).display, at);
}
/** Whether the next letter, one space apart at most, begins 微信 or QQ in one of their forms. */
function isContactNext(text, at) {
    const next = text.charCodeAt(at) === 0x20 ? at + 1 : at;
    return AFTER_PLUS.has(text.charCodeAt(next));
}
function pushEmojiWord(base, at) {
    const word = EMOJI_WORDS.get(base);
    if (word !== undefined)
        key.pushAll(word, at);
    else if (HEARTS.has(base) && BEFORE_HEART.has(key.last()))
        key.push(0x5fc3, at);
}
/** Two regional indicators that name a country; any other use of them is lettering. */
function isFlag(text, at, cp) {
    return cp >= 0x1f1e6 && cp <= 0x1f1ff && FLAG.test(text.slice(at, at + 4));
}
/** End of the emoji that begins at `at`: skin tones, variation selectors and joined parts included. */
function emojiEnd(text, at, cp) {
    let end = at + (cp > 0xffff ? 2 : 1);
    while (end < text.length) {
        const code = text.charCodeAt(end);
        if (code === VS16 || code === VS15)
            end++;
        else if (code === ZWJ && isEmojiAt(text, end + 1))
            end += 1 + (KIND[text.charCodeAt(end + 1)] === SURROGATE ? 2 : 1);
        else if (code === 0xd83c && isSkinTone(text.charCodeAt(end + 1)))
            end += 2;
        else if (cp === BLACK_FLAG && code === 0xdb40 && text.charCodeAt(end + 1) < 0xdc80)
            end += 2;
        else
            break;
    }
    return end;
}
const isSkinTone = (low) => low >= 0xdffb && low <= 0xdfff;
function isEmojiAt(text, at) {
    const cp = text.codePointAt(at);
    if (cp === undefined)
        return false;
    return cp > 0xffff ? folded(cp).emoji : KIND[cp] === EMOJI;
}
//# sourceMappingURL=normalise.js.map