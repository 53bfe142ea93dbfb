const known = new WeakMap();
/** What signals may read of a rule set with these lexicons: one object for them, by which what they prepare is kept. */
export function resourcesOf(lexicons) {
    let resources = known.get(lexicons);
    if (!resources) {
        const parted = new Map([...lexicons].map(([name, entries]) => [name, partedOf(entries)]));
        resources = {
            lexicon: name => parted.get(name)?.words ?? null,
            otherWords: name => parted.get(name)?.others ?? [],
            lexiconNames: () => [...lexicons.keys()],
        };
        known.set(lexicons, resources);
    }
    return resources;
}
/** What a list is about, and the longer words, marked `-`, in which some of it stands by chance. */
function partedOf(entries) {
    const others = entries.filter(isOther).map(entry => entry.slice(1));
    return others.length === 0 ? { words: entries, others } : { words: entries.filter(entry => !isOther(entry)), others };
}
const isOther = (entry) => entry.length > 1 && entry.startsWith('-');
const ready = new WeakMap();
/**
 * A signal prepared with options, once for the same options object: a rule set is prepared when it is checked, and used
 * when it is compiled. Throws as `prepare` does.
 */
export function prepared(signal, options, resources) {
    if (typeof options !== 'object' || options === null)
        return signal.prepare(options, resources);
    let ofThese = ready.get(resources);
    if (!ofThese)
        ready.set(resources, (ofThese = new WeakMap()));
    let found = ofThese.get(options);
    if (found?.signal !== signal)
        ofThese.set(options, (found = { signal, is: signal.prepare(options, resources) }));
    return found.is;
}
//# sourceMappingURL=resources.js.map