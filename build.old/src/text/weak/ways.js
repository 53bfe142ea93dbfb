import { LOOK_ALIKES } from './glyphs.js';
import { FIRST_SYLLABLE, tablesOf } from './tables.js';
import { soundOf } from './weak-key.js';
/** Shorter words would be taken for others, longer ones are seldom written whole. */
const FEWEST = 3;
const MOST = 8;
const MOST_INITIALS = 6;
/** All letters: fewer say too little. */
const FEWEST_INITIALS = 4;
/**
 * A word by the first letters of some or all of its characters (jz日结, jzrj). Takes and gives match keys; to be looked
 * for by what they sound like.
 */
export function initialsOf(key) {
    return waysOf(key, shortened);
}
/**
 * How else a word is written so that no reading undoes it: with characters in the wrong order (职兼结日), with one that
 * looks like another (兼职曰结). Takes and gives match keys; to be looked for as they are, since what sounds like a
 * muddle may be anything.
 */
export function muddlesOf(key) {
    return waysOf(key, function* (units) {
        yield* disordered(units);
        yield* mistaken(units);
    });
}
/** Nothing for words of fewer than three characters: what is left of them could be anything. */
function waysOf(key, write) {
    // letters and digits that stand together stay together
    const units = key.match(/[a-z]+|\d+|./gsu) ?? [];
    if (units.length < FEWEST || units.length > MOST)
        return [];
    const ways = new Set([...write(units)].map(way => way.join('')));
    ways.delete(key);
    return [...ways];
}
/** One stretch of characters by their first letters. */
function* shortened(units) {
    const letters = units.map(initialOf);
    for (let from = 0; from < units.length; from++) {
        for (let to = from + 1; to <= units.length && letters[to - 1]; to++) {
            const size = to - from;
            const rest = units.length - size;
            if (size > MOST_INITIALS || (rest === 0 ? size < FEWEST_INITIALS : size + rest < FEWEST))
                continue;
            yield [...units.slice(0, from), ...letters.slice(from, to), ...units.slice(to)];
        }
    }
}
function initialOf(character) {
    const code = tablesOf().sound[character.charCodeAt(0)];
    return code === 0 ? '' : tablesOf().initials[code - FIRST_SYLLABLE];
}
/** What moves about in any sentence: 我加微信 is no disguise of 加我微信, nor 说的要 of 要的说. */
const LITTLE = /[我你您他她它咱俺的了要有给说一是不在就也都]/;
/** Any pairs of neighbours the other way round, or all of it backwards. */
function* disordered(units) {
    yield units.toReversed();
    for (const swaps of pairsOf(units.length)) {
        const [only, ...more] = swaps;
        if (more.length === 0 && LITTLE.test(`${units[only]}${units[only + 1]}`))
            continue;
        const way = [...units];
        for (const at of swaps)
            [way[at], way[at + 1]] = [units[at + 1], units[at]];
        yield way;
    }
}
/** Every choice of neighbours, none in two pairs. */
function pairsOf(length, from = 0) {
    const choices = [];
    for (let at = from; at + 1 < length; at++) {
        choices.push([at], ...pairsOf(length, at + 2).map(rest => [at, ...rest]));
    }
    return choices;
}
let doubles;
function doublesOf(character) {
    if (!doubles) {
        doubles = new Map();
        for (const group of LOOK_ALIKES.trim().split(/\s+/)) {
            for (const one of group)
                doubles.set(one, [...(doubles.get(one) ?? []), ...group]);
        }
    }
    return doubles.get(character) ?? [];
}
/** One character mistaken for another that looks like it, and sounds different. */
function* mistaken(units) {
    for (const [at, character] of units.entries()) {
        for (const double of doublesOf(character)) {
            if (soundOf(double) !== soundOf(character))
                yield units.with(at, double);
        }
    }
}
//# sourceMappingURL=ways.js.map