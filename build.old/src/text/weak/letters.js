import { FIRST_SYLLABLE, tablesOf } from './tables.js';
/** What people type for 微信, the letters that end in 信 (v信, wei信) aside. */
const LETTERS = new Map([
    ['vx', '微信'],
    ['wx', '微信'],
    ['wxin', '微信'],
    ['vxin', '微信'],
    ['weix', '微信'],
    ['jwx', '加微信'],
    ['jvx', '加微信'],
    ['jiawx', '加微信'],
    ['jiavx', '加微信'],
    ['jiav', '加微'],
    ['wechat', '微信'],
]);
const LONGEST_SYLLABLE = 6;
/** Nobody types longer runs of pinyin, nor more first letters of words in a row. */
const LONGEST_PINYIN = 40;
const MOST_INITIALS = 6;
const isDigit = (code) => code >= 0x30 && code <= 0x39;
/**
 * A run of letters `[from, to)`: 微信 in its usual short forms, pinyin if it is nothing else from end to end (short
 * runs only beside Chinese characters), or itself. What may be first letters of words is pushed in capitals.
 */
export function spellOut(key, from, to, into) {
    const run = key.slice(from, to);
    const { sound } = tablesOf();
    const toneless = (character) => String.fromCharCode(sound[character.charCodeAt(0)]);
    const known = LETTERS.get(run);
    if (known)
        return into.pushAll([...known].map(toneless).join(''), from, to);
    const next = to < key.length ? sound[key.charCodeAt(to)] : 0;
    const besideWords = next === toneless('信').charCodeAt(0) || into.last() === toneless('加').charCodeAt(0);
    if ((run === 'v' || run === 'w') && besideWords)
        return into.pushAll(toneless('微'), from, to);
    const amongCharacters = next >= FIRST_SYLLABLE || into.last() >= FIRST_SYLLABLE;
    const syllables = run.length >= (amongCharacters ? 2 : 4) ? syllablesOf(run) : null;
    if (!syllables)
        return pushRun(key, from, to, into);
    let at = from;
    for (const [spelling, syllable] of syllables) {
        into.pushAll(syllable, at, at + spelling.length);
        at += spelling.length;
    }
}
/** Letters between digits belong to some number, and long runs to an address or to another language. */
function pushRun(key, from, to, into) {
    const numbered = from > 0 && isDigit(key.charCodeAt(from - 1)) && to < key.length && isDigit(key.charCodeAt(to));
    const capitals = to - from <= MOST_INITIALS && !numbered;
    if (capitals)
        into.capitals = true;
    for (let i = from; i < to; i++)
        into.push(key.charCodeAt(i) - (capitals ? 0x20 : 0), i, i + 1);
}
/** Pinyin from end to end, longest syllables first; null if it is not. */
function syllablesOf(run) {
    if (run.length > LONGEST_PINYIN)
        return null;
    const { spelled } = tablesOf();
    const found = [];
    const dead = new Uint8Array(run.length + 1);
    const from = (at) => {
        if (at === run.length)
            return true;
        if (dead[at])
            return false;
        for (let size = Math.min(LONGEST_SYLLABLE, run.length - at); size > 0; size--) {
            const spelling = run.slice(at, at + size);
            const sound = spelled.get(spelling);
            if (sound === undefined)
                continue;
            found.push([spelling, sound]);
            if (from(at + size))
                return true;
            found.pop();
        }
        dead[at] = 1;
        return false;
    };
    return from(0) ? found : null;
}
//# sourceMappingURL=letters.js.map