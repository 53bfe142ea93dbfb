import { HASH_BITS } from './hash.js';
import { kernelOf, onesIn } from './kernel.js';
/** Classes that are added together. */
const EIGHT = 8;
/** So many bytes can be added in 16 bits. */
const ADDED_AT_MOST = 256;
/** Where in the memory everything begins: the ids that are asked for, their sums, blocks of slots, rows. */
const SUMS = ADDED_AT_MOST * Int32Array.BYTES_PER_ELEMENT;
const BLOCKS = SUMS + 1024;
const ROWS = BLOCKS + ((1 << HASH_BITS) / 32) * 8;
/**
 * The rows of a model, laid out so that a feature costs two or three visits to memory: one bit says whether there is a row
 * and how many bits stand before it is its number, and its values stand in a row, a byte a class.
 */
export class Rows {
    #width;
    #addUp;
    /** the ids that are to be added */
    #ids;
    #sums;
    /** for every 32 slots their bits, and beside them how many rows stand before them */
    #blocks;
    #values;
    /** Throws RangeError for data that does not fit together; slots must ascend. */
    constructor({ slots, starts, cells, values }, classes) {
        if (starts.length !== slots.length + 1 || starts[slots.length] !== cells.length || cells.length !== values.length) {
            throw new RangeError('rows do not fit the slots');
        }
        const width = Math.ceil(classes / EIGHT);
        const rowSize = width * EIGHT;
        const layout = { blocks: BLOCKS, rows: ROWS, width, none: slots.length };
        const { memory, addUp } = kernelOf(ROWS + (slots.length + 1) * rowSize, layout);
        this.#width = rowSize;
        this.#addUp = addUp;
        this.#ids = new Int32Array(memory, 0, ADDED_AT_MOST);
        this.#sums = new Int16Array(memory, SUMS, rowSize);
        this.#blocks = new Int32Array(memory, BLOCKS, (ROWS - BLOCKS) / 4);
        this.#values = new Int8Array(memory, ROWS, (slots.length + 1) * rowSize);
        const blocks = this.#blocks;
        for (let row = 0; row < slots.length; row++) {
            const slot = slots[row];
            const [start, end] = [starts[row], starts[row + 1]];
            if (slot < 0 || slot >= 1 << HASH_BITS)
                throw new RangeError('a slot outside the feature space');
            if (row > 0 && slot <= slots[row - 1])
                throw new RangeError('rows out of order');
            if (end < start)
                throw new RangeError('rows out of order');
            const block = (slot >>> 5) * 2;
            if (blocks[block] === 0)
                blocks[block + 1] = row;
            blocks[block] = blocks[block] | (1 << (slot & 31));
            for (let at = start; at < end; at++) {
                const cell = cells[at];
                if (cell >= classes)
                    throw new RangeError('a class that is not there');
                this.#values[row * rowSize + cell] = values[at];
            }
        }
    }
    /** Adds the rows of `ids[from]` to `ids[to]`, as far as there are any, to `sum`. */
    addUp(ids, from, to, sum) {
        const [asked, sums] = [this.#ids, this.#sums];
        for (let next = from; next < to;) {
            let count = 0;
            while (next < to && count < ADDED_AT_MOST)
                asked[count++] = ids[next++];
            this.#addUp(0, count * 4, SUMS);
            for (let cell = 0; cell < sum.length; cell++)
                sum[cell] = sum[cell] + sums[cell];
        }
    }
    /** What a feature says for one class; 0 where it says nothing. */
    value(slot, cell) {
        const row = this.#rowOf(slot);
        return row < 0 || cell < 0 ? 0 : this.#values[row * this.#width + cell];
    }
    /** Number of the row of a slot; -1 where there is none. */
    #rowOf(slot) {
        const block = (slot >>> 5) * 2;
        const bits = this.#blocks[block];
        const bit = 1 << (slot & 31);
        return (bits & bit) === 0 ? -1 : this.#blocks[block + 1] + onesIn(bits & (bit - 1));
    }
}
//# sourceMappingURL=rows.js.map