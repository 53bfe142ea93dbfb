import { MOST_TIMES } from './re-syntax.js';
/** Lengths of text for which it is asked whether a pattern may backtrack. */
const SHORTEST = 64;
const LENGTHS = [4_096, 1_024, 512, 256, 128, SHORTEST];
/** Steps that one pattern may take over a whole text at worst: some milliseconds. */
const MOST_STEPS = 2_000_000;
/** RE2 takes ten times as much. */
const DEEPEST = 100;
/**
 * The same pattern for JavaScript's engine, which is many times faster than RE2 in JavaScript and may backtrack: with
 * the longest text on which it takes no more than MOST_STEPS whatever the text says. Null where that is too short to be
 * of use, and where the engines disagree.
 */
export function nativePattern(pattern) {
    const longest = longestOf(pattern);
    return longest === undefined ? null : { re: new RegExp(sourceOf(pattern), hasCase(pattern) ? 'iu' : 'u'), longest };
}
/** From here on, in Chinese texts, nothing is upper or lower case but full-width letters. */
const CASELESS = [
    [0x00, 0x40],
    [0x2e80, 0xa63f],
    [0xf900, 0xfaff],
    [0xff00, 0xff20],
];
/** Whether case may matter: where it cannot, the engine need not look for it. */
function hasCase(pattern) {
    switch (pattern.op) {
        case 'one':
            return pattern.of.ranges.some(([from, to]) => !CASELESS.some(([first, last]) => from >= first && to <= last));
        case 'place':
            return false;
        case 'turn':
        case 'either':
            return pattern.of.some(hasCase);
        case 'repeat':
            return hasCase(pattern.of);
    }
}
/** Whether RE2 takes it, as far as repeating goes: it refuses what repeats over a thousand times in all, or nests deeply. */
export function isModest(pattern, times = 1, depth = 1) {
    if (times > MOST_TIMES || depth > DEEPEST)
        return false;
    switch (pattern.op) {
        case 'one':
        case 'place':
            return true;
        case 'turn':
        case 'either':
            return pattern.of.every(part => isModest(part, times, depth + 1));
        case 'repeat': {
            const counted = pattern.most === Number.POSITIVE_INFINITY ? pattern.least : pattern.most;
            return isModest(pattern.of, times * Math.max(1, counted), depth + 1);
        }
    }
}
function longestOf(pattern) {
    // what repeats seldom costs the same in any text
    const steps = mostTimes(pattern) <= SHORTEST ? costOf(pattern, SHORTEST).steps : null;
    return LENGTHS.find(length => (steps ?? costOf(pattern, length).steps) * length <= MOST_STEPS);
}
function mostTimes(pattern) {
    switch (pattern.op) {
        case 'one':
        case 'place':
            return 1;
        case 'turn':
        case 'either':
            return pattern.of.reduce((most, part) => Math.max(most, mostTimes(part)), 1);
        case 'repeat':
            return Math.max(pattern.most, mostTimes(pattern.of));
    }
}
function costOf(pattern, length) {
    switch (pattern.op) {
        case 'one':
        case 'place':
            return { steps: 1, ways: 1 };
        case 'turn':
            return pattern.of.map(part => costOf(part, length)).reduce(behind, { steps: 0, ways: 1 });
        case 'either': {
            const costs = pattern.of.map(part => costOf(part, length));
            const steps = costs.reduce((sum, cost) => sum + cost.steps, 0);
            return { steps, ways: Math.min(...[waysOfWords(pattern.of), costs.reduce((sum, cost) => sum + cost.ways, 0)]) };
        }
        case 'repeat':
            return repeatedCost(pattern, length);
    }
}
function behind(head, tail) {
    return { steps: head.steps + head.ways * tail.steps, ways: head.ways * tail.ways };
}
function repeatedCost({ of, least, most }, length) {
    // the engines disagree on what is repeated and matches nothing
    if (canBeEmpty(of))
        return { steps: Number.POSITIVE_INFINITY, ways: 1 };
    const once = costOf(of, length);
    const times = Math.min(most, length);
    let total = { steps: 0, ways: 1 };
    let ways = least === 0 ? 1 : 0;
    for (let n = 1; n <= times && total.steps <= MOST_STEPS; n++) {
        total = behind(total, once);
        if (n >= least)
            ways += total.ways;
    }
    return { steps: total.steps + ways, ways };
}
/** Whether it may match the empty text; of places nothing is said but that they may. */
export function canBeEmpty(pattern) {
    switch (pattern.op) {
        case 'one':
            return false;
        case 'place':
            return true;
        case 'turn':
            return pattern.of.every(canBeEmpty);
        case 'either':
            return pattern.of.some(canBeEmpty);
        case 'repeat':
            return pattern.least === 0 || canBeEmpty(pattern.of);
    }
}
/** Of plain words no more can stand at one place than there are that begin alike. */
function waysOfWords(branches) {
    const words = branches.map(wordOf);
    if (words.includes(null))
        return Number.POSITIVE_INFINITY;
    const counts = words.map(word => words.filter(other => word.startsWith(other)).length);
    return Math.max(...counts);
}
function wordOf(pattern) {
    if (pattern.op === 'turn') {
        const parts = pattern.of.map(wordOf);
        return parts.includes(null) ? null : parts.join('');
    }
    if (pattern.op !== 'one' || pattern.of.negated || pattern.of.han || pattern.of.ranges.length !== 1)
        return null;
    const [from, to] = pattern.of.ranges[0];
    return from === to ? String.fromCodePoint(from).toLowerCase() : null;
}
function sourceOf(pattern) {
    switch (pattern.op) {
        case 'one':
            return setSource(pattern.of);
        case 'place':
            return pattern.is;
        case 'turn':
            return pattern.of.map(part => (part.op === 'either' ? `(?:${sourceOf(part)})` : sourceOf(part))).join('');
        case 'either':
            return pattern.of.map(sourceOf).join('|');
        case 'repeat': {
            const { of, least, most, lazy } = pattern;
            const times = `{${least},${most === Number.POSITIVE_INFINITY ? '' : most}}`;
            return `(?:${sourceOf(of)})${times}${lazy ? '?' : ''}`;
        }
    }
}
function setSource({ negated, ranges, han }) {
    const code = (point) => `\\u{${point.toString(16)}}`;
    const members = ranges.map(([from, to]) => (from === to ? code(from) : `${code(from)}-${code(to)}`)).join('');
    return `[${negated ? '^' : ''}${members}${han ? '\\p{Script=Han}' : ''}]`;
}
//# sourceMappingURL=re-native.js.map