/** Beyond these the strings would cost more than they save. */
const MOST_EXACT = 64;
const MOST_REQUIRED = 256;
export const ANYTHING = { exact: null, required: null };
/** Matches just these. */
export function exactly(strings) {
    if (strings.length > MOST_EXACT)
        return { exact: null, required: usable(strings) };
    return { exact: strings, required: usable(strings) };
}
function usable(strings) {
    return strings.length > 0 && strings.length <= MOST_REQUIRED && strings.every(string => string !== '')
        ? strings
        : null;
}
/** The more telling of two sets: the longer shortest string, then the fewer strings. */
function better(a, b) {
    if (!a || !b)
        return a ?? b;
    const [shortA, shortB] = [shortest(a), shortest(b)];
    if (shortA !== shortB)
        return shortA > shortB ? a : b;
    return a.length <= b.length ? a : b;
}
function shortest(strings) {
    return Math.min(...strings.map(string => string.length));
}
/** Alternatives. */
export function either(parts) {
    const [only] = parts;
    if (only && parts.length === 1)
        return only;
    const union = (sets) => (sets.includes(null) ? null : [...new Set(sets.flat())]);
    const exact = union(parts.map(part => part.exact));
    if (exact && exact.length <= MOST_EXACT)
        return exactly(exact);
    const required = union(parts.map(part => part.required));
    return { exact: null, required: required && usable(required) };
}
/** One after the other. */
export function inTurn(parts) {
    let run = [''];
    let required = null;
    let whole = true;
    for (const part of parts) {
        const product = run && part.exact && times(run, part.exact);
        if (product) {
            run = product;
            continue;
        }
        whole = false;
        required = better(better(required, run && usable(run)), part.required);
        run = part.exact;
    }
    if (whole && run)
        return exactly(run);
    return { exact: null, required: better(required, run && usable(run)) };
}
function times(heads, tails) {
    if (heads.length * tails.length > MOST_EXACT)
        return null;
    return heads.flatMap(head => tails.map(tail => head + tail));
}
//# sourceMappingURL=literal-sets.js.map