import { DIALECT_WORDS } from './words.js';
/** By their first character, longest first. */
const ENTRIES = entriesOf(DIALECT_WORDS);
/**
 * Another reading of the text, its dialect in standard words, for word lists that are written in these; null where there
 * is none in it. `key` is that reading, `map` points at what was written; all else is as it was.
 */
export function standardReading(text) {
    const { key } = text;
    let at = 0;
    while (at < key.length && !entryAt(key, at))
        at++;
    if (at === key.length)
        return null;
    let standard = key.slice(0, at);
    const from = text.map.slice(0, at);
    while (at < key.length) {
        const entry = entryAt(key, at);
        const size = entry?.word.length ?? 1;
        const said = entry?.standard ?? key[at];
        standard += said;
        for (let i = 0; i < said.length; i++) {
            // the last character stands for the rest of the word
            const step = i === said.length - 1 ? size - 1 : Math.min(i, size - 1);
            from.push(text.map[at + step]);
        }
        at += size;
    }
    from.push(text.map[key.length]);
    return { ...text, key: standard, map: from };
}
function entryAt(key, at) {
    return ENTRIES.get(key.charCodeAt(at))?.find(({ word, unless }) => key.startsWith(word, at) &&
        !unless.some(([longer, within]) => within <= at && key.startsWith(longer, at - within)));
}
function entriesOf(table) {
    const entries = new Map();
    for (const line of table.trim().split('\n')) {
        const [word, standard, ...longer] = line.split(' ');
        const unless = longer.map(one => [one, one.indexOf(word)]);
        const first = word.charCodeAt(0);
        entries.set(first, [...(entries.get(first) ?? []), { word, standard, unless }]);
    }
    for (const some of entries.values())
        some.sort((a, b) => b.word.length - a.word.length);
    return entries;
}
//# sourceMappingURL=index.js.map