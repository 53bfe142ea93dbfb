import { ANYTHING, either, exactly, inTurn } from './literal-sets.js';
import { memo } from './memo.js';
import { parsePattern } from './re-syntax.js';
/**
 * What a text must hold for a pattern to match it: one of these strings, in lower case. Null where nothing can be said,
 * and for syntax that is not understood. A pattern need not be run on a text that holds none of them.
 */
export const requiredLiterals = memo((source) => {
    const pattern = parsePattern(source);
    return pattern && partOf(pattern).required;
});
/** A set with more characters says too little. */
const WIDEST_SET = 16;
function partOf(pattern) {
    switch (pattern.op) {
        case 'one':
            return oneOf(pattern.of);
        case 'place':
            return exactly(['']);
        case 'turn':
            return inTurn(pattern.of.map(partOf));
        case 'either':
            return either(pattern.of.map(partOf));
        case 'repeat':
            return repeated(pattern);
    }
}
function repeated({ of, least, most }) {
    const part = partOf(of);
    if (least === 1 && most === 1)
        return part;
    if (least > 0)
        return { exact: null, required: part.required };
    return most === 1 && part.exact ? exactly([...new Set([...part.exact, ''])]) : ANYTHING;
}
function oneOf({ negated, ranges, han }) {
    const size = ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    if (negated || han || size > WIDEST_SET)
        return ANYTHING;
    const members = new Set();
    for (const [from, to] of ranges) {
        for (let code = from; code <= to; code++)
            members.add(String.fromCodePoint(code).toLowerCase());
    }
    return exactly([...members]);
}
//# sourceMappingURL=literals.js.map