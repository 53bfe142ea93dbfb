import { spellOut } from './letters.js';
import { Syllables } from './syllables.js';
import { bitOf, pairOf, tablesOf } from './tables.js';
const isLetter = (code) => code >= 0x61 && code <= 0x7a;
/** The last answers: whoever judges a text asks several times in a row. */
let lastSound = { of: '', is: '', heard: '' };
let lastKey = {
    of: '',
    is: { key: '', starts: new Uint32Array(), ends: new Uint32Array() },
};
/** What a match key sounds like, without the places: all that is needed to look something up in it. */
export function soundOf(key) {
    if (lastSound.of !== key)
        listen(key);
    return lastSound.is;
}
/**
 * The same, place by place, with those letters in capitals that may be the first letters of words (dg化妆品): short
 * runs that are nothing else. Words are looked for in this.
 */
export function heardOf(key) {
    if (lastSound.of !== key)
        listen(key);
    return lastSound.heard;
}
/** The weak key of a match key (as `NormalText.key`). Linear in its length. */
export function weakKey(key) {
    if (lastKey.of !== key) {
        const { length, starts, ends } = read(key);
        lastKey = { of: key, is: { key: soundOf(key), starts: starts.slice(0, length), ends: ends.slice(0, length) } };
    }
    return lastKey.is;
}
function listen(key) {
    const spoken = read(key);
    const heard = spoken.text();
    lastSound = { of: key, is: spoken.capitals ? heard.toLowerCase() : heard, heard };
}
const syllables = new Syllables();
/** Good until the next text is read. */
function read(key) {
    const { sound, pairs, written } = tablesOf();
    const into = syllables.begin(key.length);
    let i = 0;
    while (i < key.length) {
        const code = key.charCodeAt(i);
        if (isLetter(code)) {
            let end = i + 1;
            while (end < key.length && isLetter(key.charCodeAt(end)))
                end++;
            spellOut(key, i, end, into);
            i = end;
            continue;
        }
        const next = i + 1 < key.length ? key.charCodeAt(i + 1) : 0;
        const bit = bitOf(code, next);
        if ((pairs[bit >>> 5] & (1 << (bit & 31))) !== 0) {
            const longer = written.get(pairOf(code, next))?.find(([parts]) => key.startsWith(parts, i));
            if (longer) {
                into.pushAll(longer[1], i, i + longer[0].length);
                i += longer[0].length;
                continue;
            }
        }
        into.push(sound[code] || code, i, i + 1);
        i += 1;
    }
    return into;
}
//# sourceMappingURL=weak-key.js.map