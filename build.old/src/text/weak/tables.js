import { DOUBLES, SPLIT } from './glyphs.js';
import { PARTS } from './parts.js';
import { SOUNDS } from './sounds.js';
/** The private-use characters from here on stand for syllables. */
export const FIRST_SYLLABLE = 0xe000;
/** zh/z, ch/c, sh/s and -ng/-n are one for most of the south. */
function blurred(syllable) {
    return syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n');
}
/** Two characters as one number, and as a bit of `pairs`. */
export const pairOf = (first, second) => first * 0x10000 + second;
export const bitOf = (first, second) => (Math.imul(first, 0x9e3779b1) ^ second) & 0xffff;
let tables;
/** Built when first needed, some milliseconds. */
export function tablesOf() {
    return (tables ??= build());
}
function build() {
    const sound = new Uint16Array(0x10000);
    const spelled = new Map();
    const initials = [];
    const codes = new Map();
    for (const line of SOUNDS.trim().split('\n')) {
        const [syllable = '', characters = ''] = line.split(' ');
        const name = blurred(syllable);
        const code = codes.get(name) ?? FIRST_SYLLABLE + codes.size;
        codes.set(name, code);
        initials[code - FIRST_SYLLABLE] = name[0];
        spelled.set(syllable, String.fromCharCode(code));
        for (let i = 0; i < characters.length; i++)
            sound[characters.charCodeAt(i)] = code;
    }
    for (const line of DOUBLES.trim().split('\n')) {
        const [meant = '', doubles = ''] = line.split(' ');
        for (let i = 0; i < doubles.length; i++)
            sound[doubles.charCodeAt(i)] = sound[meant.charCodeAt(0)];
    }
    return { sound, ...inParts(sound), spelled, initials };
}
function inParts(sound) {
    const read = (text) => [...text].map(character => String.fromCharCode(sound[character.charCodeAt(0)] || character.charCodeAt(0))).join('');
    const pairs = new Uint32Array(2048);
    const written = new Map();
    for (const [parts, meant] of takenApart()) {
        const [first, second] = [parts.charCodeAt(0), parts.charCodeAt(1)];
        const known = written.get(pairOf(first, second)) ?? [];
        if (known.some(([same]) => same === parts))
            continue;
        known.push([parts, read(meant)]);
        written.set(pairOf(first, second), known);
        const bit = bitOf(first, second);
        pairs[bit >>> 5] = pairs[bit >>> 5] | (1 << (bit & 31));
    }
    for (const known of written.values())
        known.sort((a, b) => b[0].length - a[0].length);
    return { pairs, written };
}
function* takenApart() {
    for (const entry of SPLIT.trim().split(/\s+/)) {
        const [parts = '', meant = ''] = entry.split(':');
        yield [parts, meant];
    }
    for (const line of PARTS.trim().split('\n')) {
        for (let i = 2; i < line.length; i += 2)
            yield [`${line[0]}${line[i]}`, line[i + 1]];
    }
}
//# sourceMappingURL=tables.js.map