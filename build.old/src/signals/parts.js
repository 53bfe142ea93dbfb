/**
 * The texts of an event that a signal looks at and that are worth looking at; with `readings` what was written in dialect
 * also as it is in standard words.
 */
export function someOf({ text, standard, attached }, where, worth, readings = false) {
    const found = [];
    if (where !== 'attached') {
        if (worth(text))
            found.push(text);
        if (readings && standard !== null && worth(standard))
            found.push(standard);
    }
    if (where !== 'text' && attached.original !== '' && worth(attached))
        found.push(attached);
    return found.length === 0 ? NONE : found;
}
const NONE = [];
/** Whether offsets into this reading are offsets into what the sender wrote. */
export const isWritten = ({ text, standard }, reading) => reading === text || reading === standard;
/**
 * What was found in each text, but of the two readings of what the sender wrote only the one in which more was: a word in
 * dialect and its standard form are one word, and what is standard already stands in both.
 */
export function eachOnce(facts, found) {
    const [own, other] = found.filter(({ text }) => isWritten(facts, text));
    if (!own || !other)
        return found;
    const lesser = other.hits.length > own.hits.length ? own : other;
    return found.filter(one => one !== lesser);
}
//# sourceMappingURL=parts.js.map