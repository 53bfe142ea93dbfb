/** Longer words are phrases, and hardly met again. */
export const WORD_AT_MOST = 8;
const MEANINGS_AT_MOST = 0xff;
/**
 * Words of known meaning, found in a match key: at each place the longest, one after the other. The model counts meanings
 * beside characters, so that what it has learned of 磕破 it knows of 划口子; see corpus/meanings.
 */
export class Meanings {
    count;
    /** open addressing: hash of a word, and where its meanings begin in #lists (0: free) */
    #hashes;
    #starts;
    /** how many meanings a word has, then their numbers */
    #lists;
    /**
     * By hash of the first two characters: a bit for each length that words have which begin so (WORD_AT_MOST bits). Words of
     * one character have none and are always looked for.
     */
    #lengths = new Uint8Array(1 << BEGINNING_BITS);
    /** Of each meaning its words, as match keys; see `parseMeanings`. Throws RangeError for too many. */
    constructor(meanings) {
        this.count = meanings.length;
        const words = new Map();
        for (const [meaning, some] of meanings.entries()) {
            for (const word of some) {
                if (word === '' || word.length > WORD_AT_MOST)
                    throw new RangeError(`not a word: ${word}`);
                const known = words.get(word);
                if (!known)
                    words.set(word, [meaning]);
                else if (!known.includes(meaning))
                    known.push(meaning);
            }
        }
        let size = 1024;
        while (size < words.size * 2)
            size *= 2;
        this.#hashes = new Int32Array(size);
        this.#starts = new Int32Array(size);
        const lists = [0];
        for (const [word, list] of words) {
            if (list.length > MEANINGS_AT_MOST)
                throw new RangeError(`too many meanings: ${word}`);
            let hash = SEED;
            for (let i = 0; i < word.length; i++)
                hash = mixed(hash, word.charCodeAt(i));
            const slot = this.#slot(hash);
            // two words of one hash are one word
            if (this.#starts[slot] !== 0)
                continue;
            this.#hashes[slot] = hash;
            this.#starts[slot] = lists.length;
            lists.push(list.length, ...list);
            if (word.length > 1) {
                const beginning = beginningOf(word.charCodeAt(0), word.charCodeAt(1));
                this.#lengths[beginning] = this.#lengths[beginning] | (1 << (word.length - 1));
            }
        }
        this.#lists = Uint16Array.from(lists);
    }
    /** Calls `visit` for every meaning of every word in the first `atMost` characters of a key. */
    read(key, atMost, visit) {
        const size = Math.min(key.length, atMost);
        for (let i = 0; i < size;) {
            const first = key.charCodeAt(i);
            // what begins like no word is looked up by its first character alone
            let lengths = i + 1 < size ? this.#lengths[beginningOf(first, key.charCodeAt(i + 1))] | 1 : 1;
            let hash = SEED;
            let found = 0;
            let length = 1;
            for (let n = 1; lengths !== 0 && i + n <= size; n++, lengths >>>= 1) {
                hash = mixed(hash, key.charCodeAt(i + n - 1));
                if ((lengths & 1) === 0)
                    continue;
                const start = this.#starts[this.#slot(hash)];
                if (start !== 0) {
                    found = start;
                    length = n;
                }
            }
            for (let k = 1; found !== 0 && k <= this.#lists[found]; k++) {
                visit(this.#lists[found + k], i, i + length);
            }
            i += length;
        }
    }
    /** Where a hash is, or the free place where it would be. */
    #slot(hash) {
        const mask = this.#hashes.length - 1;
        let slot = (hash ^ (hash >>> 15)) & mask;
        while (this.#starts[slot] !== 0 && this.#hashes[slot] !== hash)
            slot = (slot + 1) & mask;
        return slot;
    }
}
const SEED = 0x811c9dc5 | 0;
const BEGINNING_BITS = 15;
const beginningOf = (first, second) => (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - BEGINNING_BITS);
const mixed = (hash, code) => Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 13);
/** models/meanings.txt: one meaning a line, its name, a colon and its words. Throws RangeError for any other line. */
export function parseMeanings(file) {
    const rows = file.split('\n').filter(row => row !== '');
    return new Meanings(rows.map(row => {
        const [, words] = /^[a-z_]+: (\S+(?: \S+)*)$/.exec(row) ?? [];
        if (words === undefined)
            throw new RangeError(`not a meaning: ${row.slice(0, 40)}`);
        return words.split(' ');
    }));
}
//# sourceMappingURL=meanings.js.map