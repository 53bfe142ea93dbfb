import { CORE_SCHEMA, load } from 'js-yaml';
/**
 * What the two parsers may read differently: tags, explicit keys, aliases as keys, anchors that do not end their line,
 * numbers that begin with a point, directives, document marks, empty items, tabs, line ends of two characters, numbers
 * with an underscore, in base two or beyond all bounds.
 */
const NODES = /(?:^|[ [{},:-])(?:!|\?(?:\s|$)|[+-]\.|\*[^\s,[\]{}]+ *:|&[^\s]+(?:(?![^\s]| *$)|\s+[&*]))/m;
const MARKS = /^(?:[%\uFEFF]|---|\.\.\.)|^[ -]*- *$|[\t\r]|(?<!\w)\d[\d_]*_|0x\w*_|0b|\de[-+]?\d{3}/im;
/** Keys that may not have been text: one takes what is written, the other what it means. */
const DOUBTFUL_KEY = /^$|^-?[\d.]|^(?:-?Infinity|NaN|null|true|false)$|,|^\[object/;
/** More than these are left to the parser that counts what they come to. */
const ALIASES_AT_MOST = 30;
/**
 * The value of a YAML text as the fast parser reads it, which knows no places; null for a text that has a mistake in it,
 * or that the careful parser might read differently.
 */
export function plainValue(text) {
    if (NODES.test(text) || MARKS.test(text) || aliasesIn(text) > ALIASES_AT_MOST)
        return null;
    try {
        const value = load(text, { schema: CORE_SCHEMA }) ?? null;
        return isBeyondDoubt(value, new Map()) ? { value } : null;
    }
    catch {
        return null;
    }
}
const aliasesIn = (text) => text.match(/(?:^|[ [{},:-])\*/gm)?.length ?? 0;
/** `known`: whether what was met before could be read through; what holds itself cannot. */
function isBeyondDoubt(value, known) {
    if (typeof value === 'number')
        return Number.isFinite(value);
    if (typeof value !== 'object' || value === null)
        return true;
    const met = known.get(value);
    if (met !== undefined)
        return met;
    known.set(value, false);
    const whole = Array.isArray(value)
        ? value.every(part => isBeyondDoubt(part, known))
        : Object.entries(value).every(([key, part]) => !DOUBTFUL_KEY.test(key) && isBeyondDoubt(part, known));
    known.set(value, whole);
    return whole;
}
//# sourceMappingURL=plain-value.js.map