import { HASH_BITS } from './hash.js'

/** What a file of weights holds of its rows; see Weights. */
export interface RowData {
  slots: Int32Array
  starts: Uint32Array
  cells: Uint8Array
  values: Int8Array
}

/** Slots looked at together: their bits stand in one number. */
const BLOCK = 32

/**
 * The rows of a model, laid out so that a feature costs as few visits to memory as possible, and most of those to little
 * of it: one bit says whether there is a row, how many bits stand before it is its number, and its cells stand in a row
 * (class, and value + 128 above). What is visited at random must stay in the processor's cache.
 */
export class Rows {
  /** for every block of slots its bits, and beside them how many rows stand before it */
  readonly #blocks = new Int32Array((1 << HASH_BITS) / (BLOCK / 2))
  readonly #starts: Uint32Array
  readonly #cells: Uint16Array

  /** Throws RangeError for data that does not fit together; slots must ascend. */
  constructor({ slots, starts, cells, values }: RowData, classes: number) {
    if (starts.length !== slots.length + 1 || starts[slots.length] !== cells.length || cells.length !== values.length) {
      throw new RangeError('rows do not fit the slots')
    }
    this.#starts = starts
    this.#cells = new Uint16Array(cells.length)
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as number
      if (cell >= classes) throw new RangeError('a class that is not there')
      this.#cells[at] = cell | (((values[at] as number) + 128) << 8)
    }
    const blocks = this.#blocks
    for (let row = 0; row < slots.length; row++) {
      const slot = slots[row] as number
      if (slot < 0 || slot >= 1 << HASH_BITS) throw new RangeError('a slot outside the feature space')
      if (row > 0 && slot <= (slots[row - 1] as number)) throw new RangeError('rows out of order')
      if ((starts[row + 1] as number) < (starts[row] as number)) throw new RangeError('rows out of order')
      const block = (slot >>> 5) * 2
      if (blocks[block] === 0) blocks[block + 1] = row
      blocks[block] = (blocks[block] as number) | (1 << (slot & 31))
    }
  }

  /** Adds the rows of `ids[from]` to `ids[to]`, as far as there are any, to `sum`. */
  addUp(ids: Int32Array, from: number, to: number, sum: Int32Array): void {
    const [starts, cells] = [this.#starts, this.#cells]
    for (let i = from; i < to; i++) {
      const row = this.#rowOf(ids[i] as number)
      if (row < 0) continue
      const end = starts[row + 1] as number
      for (let at = starts[row] as number; at < end; at++) {
        const packed = cells[at] as number
        const cell = packed & 0xff
        sum[cell] = (sum[cell] as number) + (packed >>> 8) - 128
      }
    }
  }

  /** What a feature says for one class; 0 where it says nothing. */
  value(slot: number, cell: number): number {
    const row = this.#rowOf(slot)
    if (row < 0) return 0
    for (let at = this.#starts[row] as number; at < (this.#starts[row + 1] as number); at++) {
      const packed = this.#cells[at] as number
      if ((packed & 0xff) === cell) return (packed >>> 8) - 128
    }
    return 0
  }

  /** Number of the row of a slot; -1 where there is none. */
  #rowOf(slot: number): number {
    const block = (slot >>> 5) * 2
    const bits = this.#blocks[block] as number
    const bit = 1 << (slot & 31)
    return (bits & bit) === 0 ? -1 : (this.#blocks[block + 1] as number) + ones(bits & (bit - 1))
  }
}

/** Number of bits that are set. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
