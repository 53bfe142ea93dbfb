import { gram, SALT } from './hash.js';
import { namesOf } from './structure.js';
/** Sorts of features, each weighed in its own way. */
export const SORTS = ['structure', 'text', 'meaning', 'before', 'meaning before', 'pair'];
/** What the features of a sort count together, however many they are: n of them count `share * n^-0.5` each. */
export const SHARE = {
    text: 4,
    meaning: 3,
    before: 1.5,
    'meaning before': 1.5,
    pair: 2,
};
/** What one feature of a sort counts, of `count` that there are: the same in learning and in judging. */
export const worthOf = (sort, count) => sort === 'structure' ? 1 : SHARE[sort] / Math.sqrt(count);
/** Longer texts are judged by their beginning. */
const JUDGED = 400;
const BEFORE_JUDGED = 60;
/** So many different characters, from the beginning, are looked at two by two. */
const PAIRED = 20;
/**
 * The features of one message in typed arrays that are used again and again: where they are in the feature space, and
 * which characters of the text's key they come from (`from` = -1: none). `ends[sort]` is where a sort's features end.
 */
export class Features {
    ids = new Int32Array(6 * JUDGED * 2 + (PAIRED * (PAIRED - 1)) / 2 + 512);
    from = new Int16Array(this.ids.length);
    to = new Int16Array(this.ids.length);
    ends = new Int32Array(SORTS.length);
    #seen = new Uint16Array(PAIRED);
    #meanings;
    /** by meaning: whether the text at hand has it already */
    #meant;
    length = 0;
    constructor(meanings) {
        this.#meanings = meanings;
        this.#meant = new Uint8Array(meanings.count);
    }
    /** Replaces what was there. */
    read(input) {
        this.length = 0;
        for (const name of namesOf(input))
            this.#add(name, -1, -1);
        this.#end('structure');
        this.#grams(SALT.text, input.text.key, JUDGED, 3, true);
        this.#grams(SALT.text, input.attached.key, JUDGED, 3, false);
        this.#end('text');
        this.#meant.fill(0);
        this.#mean(SALT.meaning, input.text.key, JUDGED, true);
        this.#mean(SALT.meaning, input.attached.key, JUDGED, false);
        this.#end('meaning');
        this.#grams(SALT.before, input.before, BEFORE_JUDGED, 2, false);
        this.#end('before');
        this.#meant.fill(0);
        this.#mean(SALT.meantBefore, input.before, BEFORE_JUDGED, false);
        this.#end('meaning before');
        this.#pairs(input.text.key);
        this.#end('pair');
        return this;
    }
    #end(sort) {
        this.ends[SORTS.indexOf(sort)] = this.length;
    }
    /** Every meaning that words of the text have, once. */
    #mean(salt, key, atMost, placed) {
        this.#meanings.read(key, atMost, (meaning, from, to) => {
            if (this.#meant[meaning] === 1)
                return;
            this.#meant[meaning] = 1;
            this.#add(gram(salt, meaning, 0, 0), placed ? from : -1, to);
        });
    }
    /** Every two different characters that stand in the text together, wherever: few words need be in their usual order. */
    #pairs(key) {
        const seen = this.#seen;
        let count = 0;
        for (let i = 0; i < key.length && count < PAIRED; i++) {
            const code = plain(key.charCodeAt(i));
            let earlier = 0;
            while (earlier < count && seen[earlier] !== code)
                earlier++;
            if (earlier < count)
                continue;
            for (let j = 0; j < count; j++) {
                const other = seen[j];
                this.#add(gram(SALT.pair, Math.min(code, other), Math.max(code, other), 0), -1, -1);
            }
            seen[count++] = code;
        }
    }
    /** Every one, two and three characters in a row, the ends of the text included. Digits are all one. */
    #grams(salt, key, atMost, longest, placed) {
        const size = Math.min(key.length, atMost);
        if (size === 0)
            return;
        let before = EDGE;
        let beforeThat = 0;
        for (let i = 0; i <= size; i++) {
            const code = i === size ? EDGE : plain(key.charCodeAt(i));
            const end = Math.min(i + 1, size);
            if (i < size)
                this.#add(gram(salt, code, 0, 0), placed ? i : -1, end);
            this.#add(gram(salt, before, code, 0), placed ? Math.max(i - 1, 0) : -1, end);
            if (longest === 3 && i > 0)
                this.#add(gram(salt, beforeThat, before, code), placed ? Math.max(i - 2, 0) : -1, end);
            beforeThat = before;
            before = code;
        }
    }
    #add(id, from, to) {
        if (this.length === this.ids.length)
            return;
        this.ids[this.length] = id;
        this.from[this.length] = from;
        this.to[this.length++] = to;
    }
}
const EDGE = 1;
const ZERO = 0x30;
const plain = (code) => (code >= 0x30 && code <= 0x39 ? ZERO : code);
//# sourceMappingURL=features.js.map