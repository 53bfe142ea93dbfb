import { HASH_BITS } from './hash.js'

/** What a file of weights holds of its rows; see Weights. */
export interface RowData {
  slots: Int32Array
  starts: Uint32Array
  cells: Uint8Array
  values: Int8Array
}

const COUNT_BITS = 8

/**
 * The rows of a model, laid out so that a feature costs as few visits to memory as possible: one bit says whether
 * there is a row, one entry of a hash table where it is, and its cells stand in a row (class, and value + 128 above).
 */
export class Rows {
  readonly #present = new Uint32Array(1 << (HASH_BITS - 5))
  /** slot + 1, then start and number of cells */
  readonly #table: Int32Array
  readonly #mask: number
  readonly #cells: Uint16Array

  /** Throws RangeError for data that does not fit together. */
  constructor({ slots, starts, cells, values }: RowData, classes: number) {
    if (starts.length !== slots.length + 1 || starts[slots.length] !== cells.length || cells.length !== values.length) {
      throw new RangeError('rows do not fit the slots')
    }
    if (cells.some(cell => cell >= classes)) throw new RangeError('a class that is not there')
    let size = 1024
    while (size < slots.length * 2) size *= 2
    this.#mask = size - 1
    this.#table = new Int32Array(size * 2)
    this.#cells = Uint16Array.from(cells, (cell, at) => cell | (((values[at] as number) + 128) << 8))
    slots.forEach((slot, row) => {
      const [start, end] = [starts[row] as number, starts[row + 1] as number]
      if (slot < 0 || slot >= 1 << HASH_BITS) throw new RangeError('a slot outside the feature space')
      if (end < start || end - start >= 1 << COUNT_BITS) throw new RangeError('rows out of order')
      this.#add(slot, (start << COUNT_BITS) | (end - start))
    })
  }

  /** Adds the rows of `ids[from]` to `ids[to]`, as far as there are any, to `sum`. */
  addUp(ids: Int32Array, from: number, to: number, sum: Int32Array): void {
    const present = this.#present
    const cells = this.#cells
    for (let i = from; i < to; i++) {
      const slot = ids[i] as number
      if (((present[slot >>> 5] as number) & (1 << (slot & 31))) === 0) continue
      const place = this.#find(slot)
      const start = place >>> COUNT_BITS
      const end = start + (place & 0xff)
      for (let at = start; at < end; at++) {
        const packed = cells[at] as number
        const cell = packed & 0xff
        sum[cell] = (sum[cell] as number) + (packed >>> 8) - 128
      }
    }
  }

  /** What a feature says for one class; 0 where it says nothing. */
  value(slot: number, cell: number): number {
    if (((this.#present[slot >>> 5] as number) & (1 << (slot & 31))) === 0) return 0
    const place = this.#find(slot)
    const start = place >>> COUNT_BITS
    for (let at = start; at < start + (place & 0xff); at++) {
      const packed = this.#cells[at] as number
      if ((packed & 0xff) === cell) return (packed >>> 8) - 128
    }
    return 0
  }

  #add(slot: number, place: number): void {
    let at = slot & this.#mask
    while (this.#table[at * 2] !== 0) at = (at + 1) & this.#mask
    this.#table[at * 2] = slot + 1
    this.#table[at * 2 + 1] = place
    this.#present[slot >>> 5] = (this.#present[slot >>> 5] as number) | (1 << (slot & 31))
  }

  /** Of a slot that is present. */
  #find(slot: number): number {
    const table = this.#table
    let at = slot & this.#mask
    while (table[at * 2] !== slot + 1) at = (at + 1) & this.#mask
    return table[at * 2 + 1] as number
  }
}
