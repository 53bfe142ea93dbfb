import { Converter } from 'opencc-js/t2cn';
/** What a character becomes: dropped, or a single BMP character (its code), or more than that (see `folded`). */
export const DROP = 0;
export const SPECIAL = 1;
const INVISIBLE = /^[\p{Cf}\p{Cs}\p{Co}\p{Cn}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]$/u;
const CONTROL = /^\p{Cc}$/u;
const MARK = /^[\p{Mn}\p{Me}]$/u;
const MARKS = /[\p{Mn}\p{Me}]/gu;
const NOT_KEY = /[\p{C}\p{P}\p{S}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/gu;
const DIGIT = /^\p{Nd}$/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;
/** ﷺ stands for 18 characters: a megabyte of such would be twenty. It stays what it is. */
const EXPANSION_AT_MOST = 6;
const convert = Converter({ from: 't', to: 'cn' });
/** Twice: 薴 becomes 苧, which is itself traditional for 苎. */
const toSimplified = (text) => convert(convert(text));
/** First of ten (or nine, from 1) digits in costumes that NFKC leaves on, and what it is worth. */
const DIGIT_COSTUMES = [
    [0x2776, 10, 1], // ❶
    [0x2780, 10, 1], // ➀
    [0x278a, 10, 1], // ➊
    [0x24eb, 10, 11], // ⓫
    [0x24f5, 10, 1], // ⓵
    [0x24ff, 1, 0], // ⓿
    [0x1f10b, 1, 0], // 🄋
    [0x1f10c, 1, 0], // 🄌
];
/** First of 26 letters in costumes that NFKC leaves on. Of regional indicators two may be a flag: see normalise.ts. */
const LETTER_COSTUMES = [0x1f150, 0x1f170, 0x1f1e6];
function plainCostume(cp) {
    for (const [first, count, value] of DIGIT_COSTUMES) {
        if (cp >= first && cp < first + count)
            return String(value + cp - first);
    }
    for (const first of LETTER_COSTUMES) {
        if (cp >= first && cp < first + 26)
            return String.fromCharCode(0x61 + cp - first);
    }
    return null;
}
/** Decimal digits of every script come in runs of ten, zero first. */
function decimalDigit(cp) {
    if (!DIGIT.test(String.fromCodePoint(cp)))
        return null;
    let zero = cp;
    while (DIGIT.test(String.fromCodePoint(zero - 1)))
        zero--;
    return String((cp - zero) % 10);
}
/** What one code point shows as: NFKC, nothing for what cannot be seen. Digits and letters lose their costume. */
export function displayOf(cp) {
    if (cp === 0x0a)
        return '\n';
    if (cp === 0x09)
        return ' ';
    const character = String.fromCodePoint(cp);
    if (CONTROL.test(character) || INVISIBLE.test(character))
        return '';
    const plain = decimalDigit(cp) ?? plainCostume(cp) ?? character.normalize('NFKC');
    return plain.length > EXPANSION_AT_MOST ? character : plain;
}
/** What one code point contributes to the match key, before simplification. */
function bareKeyOf(cp) {
    const shown = displayOf(cp);
    const bare = shown.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '');
    const key = bare.normalize('NFC').replace(NOT_KEY, '');
    return key.length > EXPANSION_AT_MOST ? shown : key;
}
const remembered = new Map();
/** So that hostile text cannot fill the memory. */
const REMEMBERED_AT_MOST = 20_000;
export function folded(cp) {
    let known = remembered.get(cp);
    if (known === undefined) {
        if (remembered.size >= REMEMBERED_AT_MOST)
            remembered.clear();
        known = { display: displayOf(cp), key: keyOf(cp), emoji: isEmojiPoint(cp) };
        remembered.set(cp, known);
    }
    return known;
}
/** What one code point contributes to the match key: plain lower case, simplified; nothing for signs and marks. */
export function keyOf(cp) {
    return toSimplified(bareKeyOf(cp));
}
/** Pictographs that are letters or signs in disguise, or that Chinese type uses as marks, are not taken for emoji. */
export function isEmojiPoint(cp) {
    const character = String.fromCodePoint(cp);
    if (cp < 0x2600 || cp === 0x3030 || cp === 0x303d || !PICTOGRAPH.test(character))
        return false;
    return plainCostume(cp) === null && character.normalize('NFKD') === character;
}
export const PLAIN = 0;
export const EMOJI = 1;
/** shows as nothing */
export const GLUE = 2;
/** combining marks: they belong to the character before */
export const MARKED = 3;
export const SURROGATE = 4;
function kindOf(code) {
    if (code >= 0xd800 && code <= 0xdfff)
        return SURROGATE;
    const character = String.fromCharCode(code);
    if (INVISIBLE.test(character))
        return GLUE;
    if (MARK.test(character))
        return MARKED;
    return isEmojiPoint(code) ? EMOJI : PLAIN;
}
const single = (text) => (text === '' ? DROP : text.length === 1 ? text.charCodeAt(0) : SPECIAL);
/** Common ideographs, Yi and Hangul syllables are what they are (simplification comes later, all in one go). */
const isItself = (code) => (code >= 0x3400 && code <= 0x4dbf) || (code >= 0x4e00 && code <= 0xa48c) || (code >= 0xac00 && code <= 0xd7a3);
const isPrivate = (code) => code >= 0xe000 && code <= 0xf8ff;
function build() {
    const size = 0x10000;
    const tables = { display: new Uint16Array(size), key: new Uint16Array(size), kind: new Uint8Array(size) };
    const bare = [];
    for (let code = 0; code < size; code++) {
        if (isItself(code)) {
            tables.display[code] = code;
            bare.push(String.fromCharCode(code));
            continue;
        }
        tables.kind[code] = isPrivate(code) ? GLUE : kindOf(code);
        if (tables.kind[code] === SURROGATE || isPrivate(code)) {
            bare.push('');
            continue;
        }
        tables.display[code] = single(displayOf(code));
        bare.push(bareKeyOf(code));
    }
    const simple = toSimplified(bare.join('\n')).split('\n');
    for (let code = 0; code < size; code++)
        tables.key[code] = single(simple[code]);
    return tables;
}
export const TABLES = build();
//# sourceMappingURL=fold.js.map