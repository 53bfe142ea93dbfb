import { findEmails, findQqs, findUrls, findWechatIds } from './entities/contacts.js';
import { collect } from './entities/finder.js';
import { findHiddenNumbers } from './entities/hidden.js';
import { findNumbers } from './entities/numbers.js';
import { findAddresses, findPlates } from './entities/places.js';
import { findScattered } from './entities/scattered.js';
import { EVERYDAY, givenName, surnameBefore } from './entities/students.js';
import { compileLexicon } from './lexicon.js';
import { isGeneric, maskName, namePartsOf } from './names.js';
import { normalise, spanOf, toKey } from './normalise.js';
export { maskName } from './names.js';
const LABELS = {
    mobile: '[手机号]',
    landline: '[电话]',
    national_id: '[身份证号]',
    bank_card: '[银行卡号]',
    plate: '[车牌]',
    address: '[地址]',
    email: '[邮箱]',
    wechat_id: '[微信号]',
    qq: '[QQ号]',
    url: '[链接]',
};
const NUMBER = '[号码]';
const NAME = '[姓名]';
const PLACEHOLDER = /(\[(?:手机号|电话|身份证号|银行卡号|车牌|地址|邮箱|微信号|QQ号|链接|号码|姓名)\])/;
const FINDERS = [
    findNumbers(true),
    findScattered,
    findPlates,
    findAddresses(true),
    findEmails,
    findUrls,
    findWechatIds,
    findQqs,
];
/** Each round takes out what the round before has brought together; two are enough for all but made-up texts. */
const ROUNDS_AT_MOST = 20;
/** The text without personal data: `[手机号]`, `[地址]`, `李*妈妈`. However it was disguised. Masking twice changes nothing. */
export function mask(text, options = {}) {
    const names = namesOf(options.students ?? NOBODY, options.names ?? NOBODY);
    let masked = text;
    for (let round = 0; round < ROUNDS_AT_MOST; round++) {
        const before = masked;
        masked = before
            .split(PLACEHOLDER)
            .map((part, i) => (i % 2 === 1 ? part : maskPart(part, names, options.unnamed ? () => NAME : maskName)))
            .join('');
        if (masked === before)
            break;
    }
    return masked;
}
/** At most so many characters of the text on one line, the last one `…` where it was cut. Mask before, not after. */
export function excerpt(text, length) {
    const line = [...text.replace(/\s+/g, ' ').trim()];
    return line.length <= length ? line.join('') : `${line.slice(0, Math.max(0, length - 1)).join('')}…`;
}
function maskPart(part, { matcher, given }, named) {
    if (part === '')
        return part;
    const text = normalise(part);
    const patches = collect(text, FINDERS).map(({ kind, span }) => ({ ...span, text: LABELS[kind] ?? NUMBER }));
    for (const { span } of collect(text, [findHiddenNumbers]))
        patches.push({ ...span, text: NUMBER });
    for (const { start, end, word } of matcher.find(text.key)) {
        // 李子涵 is no 王子涵, but half a name of hers would tell as much as the whole
        const surname = given.has(word) ? surnameBefore(text, start) : 0;
        const whole = text.key.slice(start - surname, start) + word;
        patches.push({ ...spanOf(text, start - surname, end), text: named(whole) });
    }
    return apply(part, patches);
}
/** Patches that overlap become one: the first to begin names it, the longer of two that begin together. */
function apply(part, patches) {
    patches.sort((a, b) => a.start - b.start || b.end - a.end || (a.text === NUMBER ? 1 : -1));
    let masked = '';
    let done = 0;
    for (let i = 0; i < patches.length;) {
        const patch = patches[i++];
        let end = patch.end;
        let label = patch.text;
        for (let next = patches[i]; next !== undefined && next.start < end; next = patches[++i]) {
            if (next.end > end || label === NUMBER)
                label = next.text.startsWith('[') ? next.text : label;
            end = Math.max(end, next.end);
        }
        masked += part.slice(done, patch.start) + label;
        done = end;
    }
    return masked + part.slice(done);
}
const NOBODY = [];
const known = new WeakMap();
function namesOf(students, cards) {
    let ofStudents = known.get(students);
    if (ofStudents === undefined)
        known.set(students, (ofStudents = new WeakMap()));
    let names = ofStudents.get(cards);
    if (names === undefined) {
        const { words, given } = wordsFor(students, cards);
        ofStudents.set(cards, (names = { matcher: compileLexicon(words), given }));
    }
    return names;
}
/** A name within a card: 窦苗 in 豆豆（窦苗）妈妈, Emma in 三2班Emma mom; no class names, no numbers. */
const PIECE = /[\u3400-\u9fff]{2,4}|[a-z]{3,}/giu;
const CLASS = /[年级班组校]$|家长/;
/** Whole names, the names within name cards, and given names; nothing shorter than two characters. */
function wordsFor(students, names) {
    const words = new Set();
    const given = new Set();
    for (const name of [...names, ...students]) {
        if (isGeneric(name))
            continue;
        const { core } = namePartsOf(name);
        const pieces = (core.match(PIECE) ?? []).filter(piece => piece.length < core.length && !CLASS.test(piece));
        for (const word of [name, core, ...(/[^\p{L}]/u.test(core) ? pieces : [])]) {
            if (toKey(word).length >= 2 && !(word !== name && EVERYDAY.has(word)))
                words.add(word);
        }
        const short = givenName(core);
        if (short !== null && !EVERYDAY.has(short))
            given.add(short);
    }
    for (const whole of words)
        given.delete(whole);
    return { words: [...words, ...given], given };
}
//# sourceMappingURL=mask.js.map