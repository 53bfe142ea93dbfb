import { Edges } from './edges.js';
/** One bit for each pair of first characters, hashed: what is no beginning is passed over at once. */
const PAIR_BITS = 18;
/** Where strings with this first character begin: nodes of their own, so that a beginning of two is found at once. */
const BEGINNING = 1 << 24;
/** Where strings of one character lead from. */
const ALONE = BEGINNING - 1;
/** Many strings, each of some sets: which sets have a string in a text, found in one pass. */
export class Trie {
    /** one bit for each character that is a string by itself */
    #singles = new Uint32Array(65_536 >>> 5);
    #pairs = new Uint32Array(1 << (PAIR_BITS - 5));
    #edges = new Edges();
    /** by node: the sets of which a string ends there */
    #ends = [null];
    /** the same for looking: how many sets, then their numbers, list behind list; nodes that end alike share one */
    #lists = null;
    get empty() {
        return this.#ends.length === 1;
    }
    add(string, set) {
        const first = string.charCodeAt(0);
        let node;
        if (string.length === 1) {
            setBit(this.#singles, first);
            node = this.#child(ALONE, first);
        }
        else {
            setBit(this.#pairs, pairOf(first, string.charCodeAt(1)));
            node = BEGINNING + first;
            for (let i = 1; i < string.length; i++)
                node = this.#child(node, string.charCodeAt(i));
        }
        const ends = (this.#ends[node] ??= []);
        if (!ends.includes(set))
            ends.push(set);
        this.#lists = null;
    }
    /** Sets found[set] to 1 for each set of which a string occurs in `text`. */
    mark(text, found) {
        const [pairs, singles, edges, lists] = [this.#pairs, this.#singles, this.#edges, (this.#lists ??= this.#written())];
        let code = text.length > 0 ? text.charCodeAt(0) : 0;
        for (let start = 0; start < text.length; start++) {
            const next = start + 1 < text.length ? text.charCodeAt(start + 1) : 0;
            if (hasBit(singles, code))
                markAll(lists, edges.told(edges.place(ALONE, code)), found);
            if (hasBit(pairs, pairOf(code, next)))
                this.#follow(BEGINNING + code, text, start + 1, lists, found);
            code = next;
        }
    }
    #follow(from, text, at, lists, found) {
        const edges = this.#edges;
        let node = from;
        for (let i = at; i < text.length; i++) {
            const place = edges.place(node, text.charCodeAt(i));
            node = edges.to(place);
            if (node === 0)
                return;
            const list = edges.told(place);
            if (list !== 0)
                markAll(lists, list, found);
        }
    }
    #child(node, code) {
        const known = this.#edges.to(this.#edges.place(node, code));
        if (known !== 0)
            return known;
        const child = this.#ends.push(null) - 1;
        this.#edges.add(node, code, child);
        return child;
    }
    /** Writes the lists of sets, and beside every edge where the one begins to which it leads. */
    #written() {
        const lists = [0];
        const known = new Map();
        this.#edges.tell(node => {
            const sets = this.#ends[node];
            if (!sets)
                return 0;
            const name = sets.join();
            let list = known.get(name);
            if (list === undefined) {
                known.set(name, (list = lists.length));
                lists.push(sets.length, ...sets);
            }
            return list;
        });
        return Int32Array.from(lists);
    }
}
function markAll(lists, list, found) {
    const end = list + lists[list];
    for (let i = list + 1; i <= end; i++)
        found[lists[i]] = 1;
}
function pairOf(first, second) {
    return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - PAIR_BITS);
}
function hasBit(bits, at) {
    return (bits[at >>> 5] & (1 << (at & 31))) !== 0;
}
function setBit(bits, at) {
    bits[at >>> 5] = bits[at >>> 5] | (1 << (at & 31));
}
//# sourceMappingURL=trie.js.map