import { assign } from './assign.js';
import { compare, inWords, sharingOf } from './evidence.js';
import { lookOf } from './marks.js';
const PROOF = 100;
/** Two things agree, and are not both what many share. */
const ENOUGH = 4.5;
/**
 * Who is who in one member list, over all of it at once: nobody is two, and no two are one, whatever the order. A pair is
 * certain when it is well founded (`founded`) and fits both better than any rival that is not certain itself; the rest
 * is the assignment that fits best, and uncertain.
 */
export function bindMembers(known, seen) {
    const pairs = pairsOf(known, seen);
    const certain = settle(pairs, known);
    const sureKnown = new Set([...certain].map(pair => pair.known));
    const sureSeen = new Set([...certain].map(pair => pair.seen));
    const best = assigned(pairs.filter(pair => !sureKnown.has(pair.known) && !sureSeen.has(pair.seen)));
    const ofSeen = group(pairs, pair => pair.seen);
    return seen.map(({ id }, index) => {
        const mine = (ofSeen.get(index) ?? []).sort((one, other) => other.score - one.score);
        const sure = mine.find(pair => certain.has(pair));
        if (sure) {
            const person = known[sure.known];
            return { seen: id, known: person.id, certainty: 'certain', candidates: [], because: wordsOf(sure, person) };
        }
        const open = mine.filter(pair => !sureKnown.has(pair.known));
        if (open.length === 0)
            return stranger(id, mine.length > 0);
        const proposed = open.find(pair => best.has(pair)) ?? null;
        return {
            seen: id,
            known: proposed ? known[proposed.known].id : null,
            certainty: 'uncertain',
            candidates: open.map(pair => known[pair.known].id),
            because: doubt(proposed ?? open[0], open, pairs, known),
        };
    });
}
function pairsOf(known, seen) {
    const looks = seen.map(lookOf);
    const sharing = sharingOf([seen, known.flatMap(person => person.last ?? [])]);
    return known.flatMap((person, k) => seen.flatMap((member, s) => {
        const look = looks[s];
        if (person.denied.includes(look))
            return [];
        const names = person.partly ? [...person.names, ...person.partly] : person.names;
        const evidence = compare(names, person.last, member, sharing);
        const proof = proofOf(person, member, look);
        const score = proof ? PROOF : evidence.score;
        return score > 0 ? [{ known: k, seen: s, evidence, proof, score }] : [];
    }));
}
function proofOf(person, member, look) {
    if (person.last?.network && person.last.network === member.network)
        return '还是同一次登录里的同一个人';
    return person.confirmed.includes(look) ? '有人确认过是同一个人' : null;
}
/** The best assignment, found in each island of people who could be taken for one another. Strong pairs outweigh many weak ones. */
function assigned(pairs) {
    const best = new Set();
    for (const island of islands(pairs)) {
        const rows = [...new Set(island.map(pair => pair.known))];
        const columns = [...new Set(island.map(pair => pair.seen))];
        const table = rows.map(() => columns.map(() => null));
        const columnOf = new Map(columns.map((seen, index) => [seen, index]));
        const rowOf = new Map(rows.map((known, index) => [known, index]));
        for (const pair of island) {
            const row = table[rowOf.get(pair.known)];
            row[columnOf.get(pair.seen)] = pair;
        }
        assign(table.map(row => row.map(pair => (pair?.score ?? 0) ** 2))).forEach((column, row) => {
            const pair = table[row]?.[column];
            if (pair)
                best.add(pair);
        });
    }
    return best;
}
/** Pairs that share a person, directly or through others. */
function islands(pairs) {
    const byKnown = group(pairs, pair => pair.known);
    const bySeen = group(pairs, pair => pair.seen);
    const reached = new Set();
    const found = [];
    for (const start of pairs) {
        if (reached.has(start))
            continue;
        const island = [];
        const waiting = [start];
        reached.add(start);
        for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
            island.push(pair);
            for (const near of [...(byKnown.get(pair.known) ?? []), ...(bySeen.get(pair.seen) ?? [])]) {
                if (reached.has(near))
                    continue;
                reached.add(near);
                waiting.push(near);
            }
        }
        found.push(island);
    }
    return found;
}
/** The pairs that are certain. Strongest first, until nothing more follows: who is certain is nobody's rival any more. */
function settle(pairs, known) {
    const certain = new Set();
    const taken = { known: new Set(), seen: new Set() };
    const byKnown = group(pairs, pair => pair.known);
    const bySeen = group(pairs, pair => pair.seen);
    const isRival = (other, pair) => other !== pair && other.score >= pair.score && !taken.known.has(other.known) && !taken.seen.has(other.seen);
    const order = pairs
        .filter(pair => founded(pair, known[pair.known]))
        .sort((one, other) => other.score - one.score);
    for (let before = -1; before < certain.size;) {
        before = certain.size;
        for (const pair of order) {
            if (taken.known.has(pair.known) || taken.seen.has(pair.seen))
                continue;
            const near = [byKnown.get(pair.known) ?? [], bySeen.get(pair.seen) ?? []];
            if (near.some(others => others.some(other => isRival(other, pair))))
                continue;
            certain.add(pair);
            taken.known.add(pair.known);
            taken.seen.add(pair.seen);
        }
    }
    return certain;
}
/**
 * Enough for certainty, rivals apart. Two things that agree; of somebody with rights, besides, the picture and the remark
 * that were known must be there and the same, since names are free for anybody to take. One thing is enough only where
 * it is the school file's own name and nothing contradicts it.
 */
function founded({ evidence, proof }, person) {
    if (proof)
        return true;
    const { agree, differ, missing, named, remarked, score } = evidence;
    if (remarked)
        return true;
    if (person.last === null)
        return named && person.vouched;
    if (person.staff) {
        const guarded = [...differ, ...missing].some(field => field === 'avatar' || field === 'remark');
        return agree.length >= 2 && !guarded;
    }
    return (agree.length >= 2 && score >= ENOUGH) || (named && differ.length === 0);
}
function wordsOf({ evidence, proof }, person) {
    return proof ?? inWords(evidence, person.last !== null);
}
function stranger(seen, alike) {
    const because = alike ? '和群里已认出的人有相同之处，但不是同一个人' : '没有相像的人，是新成员';
    return { seen, known: null, certainty: 'certain', candidates: [], because };
}
function doubt(pair, open, pairs, known) {
    const likewise = pairs.filter(other => other.known === pair.known && other.score >= pair.score).length;
    const words = inWords(pair.evidence, known[pair.known].last !== null);
    if (likewise > 1)
        return `${words}，但群里有 ${likewise} 个人都像`;
    if (open.length > 1)
        return `${words}，但可能是 ${open.length} 个人中的一个`;
    return `只有${words}，不足以确认`;
}
function group(items, key) {
    const groups = new Map();
    for (const item of items) {
        const standing = groups.get(key(item));
        if (standing)
            standing.push(item);
        else
            groups.set(key(item), [item]);
    }
    return groups;
}
//# sourceMappingURL=bind-members.js.map