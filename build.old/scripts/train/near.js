/** Two texts with more in common than this are near-copies of each other. */
export const NEAR = 0.6;
/** Different character 3-grams of a text without signs and spaces; of a shorter one, itself. */
export function gramsOf(text) {
    const bare = [...text.replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase()];
    const grams = new Set();
    for (let i = 0; i + 3 <= bare.length; i++)
        grams.add(bare.slice(i, i + 3).join(''));
    if (grams.size === 0)
        grams.add(bare.join('') || text);
    return grams;
}
/** Every pair of texts whose 3-grams have a Jaccard index over NEAR: later index first. */
export function nearCopies(texts) {
    const all = texts.map(gramsOf);
    const holders = new Map();
    const pairs = [];
    all.forEach((grams, index) => {
        const shared = new Map();
        for (const gram of grams) {
            const known = holders.get(gram);
            if (!known) {
                holders.set(gram, [index]);
                continue;
            }
            for (const other of known)
                shared.set(other, (shared.get(other) ?? 0) + 1);
            known.push(index);
        }
        for (const [other, common] of shared) {
            const union = grams.size + all[other].size - common;
            if (common / union > NEAR)
                pairs.push([index, other]);
        }
    });
    return pairs;
}
/** Numbers the groups that must stay together: lines of one topic, and near-copies across topics. */
export function groupsOf(topics, pairs) {
    const parent = topics.map((_, index) => index);
    const rootOf = (index) => {
        let at = index;
        while (parent[at] !== at)
            at = parent[at] = parent[parent[at]];
        return at;
    };
    const join = (a, b) => {
        const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y);
        parent[high] = low;
    };
    const first = new Map();
    topics.forEach((topic, index) => {
        const known = first.get(topic);
        if (known === undefined)
            first.set(topic, index);
        else
            join(index, known);
    });
    for (const [a, b] of pairs)
        join(a, b);
    return topics.map((_, index) => rootOf(index));
}
//# sourceMappingURL=near.js.map