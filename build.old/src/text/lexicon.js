import { toKey } from './normalise.js';
/**
 * Compiles words, given as people write them, to match on keys (or on what `keyOf` makes of words). A word that leaves
 * nothing in a key (only signs or emoji) is skipped; of two words with one key the first is reported.
 */
export function compileLexicon(words, keyOf = toKey) {
    let built;
    // most lists are never looked through in a whole day: each is built when first asked for
    const automaton = () => (built ??= new Automaton(words.map(word => keyOf(word))));
    return {
        find(key) {
            const hits = [];
            automaton().scan(key, (index, start, end) => {
                hits.push({ word: words[index], index, start, end });
            });
            return hits;
        },
    };
}
const ROOT = 0;
/** Aho-Corasick over typed arrays; transitions in one open-addressed hash table. */
class Automaton {
    states = 1;
    fail;
    depth;
    /** index of the longest word that ends in this state, or -1 */
    word;
    lengths;
    /** one bit for each character that a word begins with: most text never leaves the root */
    first = new Uint32Array(2048);
    from;
    code;
    to;
    mask;
    constructor(keys) {
        let total = 1;
        for (const key of keys)
            total += key.length;
        this.fail = new Int32Array(total);
        this.depth = new Int32Array(total);
        this.word = new Int32Array(total).fill(-1);
        this.lengths = Int32Array.from(keys, key => key.length);
        let size = 8;
        while (size < total * 2)
            size *= 2;
        this.mask = size - 1;
        this.from = new Int32Array(size).fill(-1);
        this.code = new Uint16Array(size);
        this.to = new Int32Array(size);
        keys.forEach((key, index) => this.insert(key, index));
        this.link();
    }
    /** Calls back for each leftmost-longest hit. */
    scan(key, visit) {
        let state = ROOT;
        let found = -1;
        let foundStart = 0;
        let foundEnd = 0;
        for (let i = 0; i <= key.length; i++) {
            if (i < key.length)
                state = this.next(state, key.charCodeAt(i));
            // nothing that began at the hit, or before it, can still grow
            if (found >= 0 && (i === key.length || i + 1 - this.depth[state] > foundStart)) {
                visit(found, foundStart, foundEnd);
                found = -1;
                state = ROOT;
                i = foundEnd - 1;
                continue;
            }
            if (i === key.length)
                return;
            const word = this.word[state];
            if (word < 0)
                continue;
            const start = i + 1 - this.lengths[word];
            if (found < 0 || start <= foundStart) {
                found = word;
                foundStart = start;
                foundEnd = i + 1;
            }
        }
    }
    next(from, code) {
        let state = from;
        while (state !== ROOT) {
            const to = this.transition(state, code);
            if (to >= 0)
                return to;
            state = this.fail[state];
        }
        if ((this.first[code >>> 5] & (1 << (code & 31))) === 0)
            return ROOT;
        return this.transition(ROOT, code);
    }
    slot(state, code) {
        // the last steps of MurmurHash3: neighbours in state and code must not be neighbours in the table
        let hash = Math.imul(state, 0x9e3779b1) ^ code;
        hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
        hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
        let slot = (hash ^ (hash >>> 16)) & this.mask;
        while (this.from[slot] >= 0 && !(this.from[slot] === state && this.code[slot] === code)) {
            slot = (slot + 1) & this.mask;
        }
        return slot;
    }
    transition(state, code) {
        const slot = this.slot(state, code);
        return this.from[slot] === state ? this.to[slot] : -1;
    }
    insert(key, index) {
        if (key === '')
            return;
        const head = key.charCodeAt(0);
        this.first[head >>> 5] = this.first[head >>> 5] | (1 << (head & 31));
        let state = ROOT;
        for (let i = 0; i < key.length; i++) {
            const code = key.charCodeAt(i);
            const slot = this.slot(state, code);
            if (this.from[slot] === -1) {
                this.from[slot] = state;
                this.code[slot] = code;
                this.to[slot] = this.states;
                this.depth[this.states++] = i + 1;
            }
            state = this.to[slot];
        }
        if (this.word[state] === -1)
            this.word[state] = index;
    }
    /** Failure links, states in order of depth; a state takes over the longest word that ends within it. */
    link() {
        const edges = [];
        for (let slot = 0; slot < this.from.length; slot++)
            if (this.from[slot] !== -1)
                edges.push(slot);
        const depthAt = (slot) => this.depth[this.to[slot]];
        edges.sort((a, b) => depthAt(a) - depthAt(b));
        for (const slot of edges) {
            const state = this.to[slot];
            const parent = this.from[slot];
            const fail = parent === ROOT ? ROOT : this.next(this.fail[parent], this.code[slot]);
            this.fail[state] = fail;
            if (this.word[state] === -1)
                this.word[state] = this.word[fail];
        }
    }
}
//# sourceMappingURL=lexicon.js.map