import { HASH_BITS } from './hash.js'
import { type Kernel, kernelOf, onesIn } from './kernel.js'

/** What a file of weights holds of its rows; see Weights. */
export interface RowData {
  slots: Int32Array
  starts: Uint32Array
  cells: Uint8Array
  values: Int8Array
}

/** Classes that are added together. */
const EIGHT = 8
/** So many bytes can be added in 16 bits. */
const ADDED_AT_MOST = 256

/** Where in the memory everything begins: the ids that are asked for, their sums, blocks of slots, rows. */
const SUMS = ADDED_AT_MOST * Int32Array.BYTES_PER_ELEMENT
const BLOCKS = SUMS + 1024
const ROWS = BLOCKS + ((1 << HASH_BITS) / 32) * 8

/**
 * The rows of a model, laid out so that a feature costs two or three visits to memory: one bit says whether there is a row
 * and how many bits stand before it is its number, and its values stand in a row, a byte a class.
 */
export class Rows {
  readonly #width: number
  readonly #addUp: Kernel
  /** the ids that are to be added */
  readonly #ids: Int32Array
  readonly #sums: Int16Array
  /** for every 32 slots their bits, and beside them how many rows stand before them */
  readonly #blocks: Int32Array
  readonly #values: Int8Array

  /** Throws RangeError for data that does not fit together; slots must ascend. */
  constructor({ slots, starts, cells, values }: RowData, classes: number) {
    if (starts.length !== slots.length + 1 || starts[slots.length] !== cells.length || cells.length !== values.length) {
      throw new RangeError('rows do not fit the slots')
    }
    const width = Math.ceil(classes / EIGHT)
    const rowSize = width * EIGHT
    const layout = { blocks: BLOCKS, rows: ROWS, width, none: slots.length }
    const { memory, addUp } = kernelOf(ROWS + (slots.length + 1) * rowSize, layout)
    this.#width = rowSize
    this.#addUp = addUp
    this.#ids = new Int32Array(memory, 0, ADDED_AT_MOST)
    this.#sums = new Int16Array(memory, SUMS, rowSize)
    this.#blocks = new Int32Array(memory, BLOCKS, (ROWS - BLOCKS) / 4)
    this.#values = new Int8Array(memory, ROWS, (slots.length + 1) * rowSize)
    const blocks = this.#blocks
    for (let row = 0; row < slots.length; row++) {
      const slot = slots[row] as number
      const [start, end] = [starts[row] as number, starts[row + 1] as number]
      if (slot < 0 || slot >= 1 << HASH_BITS) throw new RangeError('a slot outside the feature space')
      if (row > 0 && slot <= (slots[row - 1] as number)) throw new RangeError('rows out of order')
      if (end < start) throw new RangeError('rows out of order')
      const block = (slot >>> 5) * 2
      if (blocks[block] === 0) blocks[block + 1] = row
      blocks[block] = (blocks[block] as number) | (1 << (slot & 31))
      for (let at = start; at < end; at++) {
        const cell = cells[at] as number
        if (cell >= classes) throw new RangeError('a class that is not there')
        this.#values[row * rowSize + cell] = values[at] as number
      }
    }
  }

  /** Adds the rows of `ids[from]` to `ids[to]`, as far as there are any, to `sum`. */
  addUp(ids: Int32Array, from: number, to: number, sum: Int32Array): void {
    const [asked, sums] = [this.#ids, this.#sums]
    for (let next = from; next < to; ) {
      let count = 0
      while (next < to && count < ADDED_AT_MOST) asked[count++] = ids[next++] as number
      this.#addUp(0, count * 4, SUMS)
      for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell] as number) + (sums[cell] as number)
    }
  }

  /** What a feature says for one class; 0 where it says nothing. */
  value(slot: number, cell: number): number {
    const row = this.#rowOf(slot)
    return row < 0 || cell < 0 ? 0 : (this.#values[row * this.#width + cell] as number)
  }

  /** Number of the row of a slot; -1 where there is none. */
  #rowOf(slot: number): number {
    const block = (slot >>> 5) * 2
    const bits = this.#blocks[block] as number
    const bit = 1 << (slot & 31)
    return (bits & bit) === 0 ? -1 : (this.#blocks[block + 1] as number) + onesIn(bits & (bit - 1))
  }
}
