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
/** Classes that stand together in one number of 32 bits, a byte each. */
const PACKED = 4
/** Added to a value to make it a byte. */
const BIAS = 128
/** Four values of nothing. */
const NOTHING = 0x80808080 | 0
/** So many bytes can be added in 16 bits. */
const ADDED_AT_MOST = 256
/** Every other byte of a number: two sums of 16 bits side by side. */
const LANES = 0x00ff00ff

/**
 * The rows of a model, laid out so that a feature costs two or three visits to memory: one bit says whether there is a row and how
 * many bits stand before it is its number, and its values stand in a row, a byte a class. Four classes are added at a time,
 * as numbers of 32 bits hold two sums of 16.
 */
export class Rows {
  /** for every block of slots its bits, and beside them how many rows stand before it */
  readonly #blocks = new Int32Array((1 << HASH_BITS) / (BLOCK / 2))
  /** classes / 4 numbers a row */
  readonly #values: Int32Array
  readonly #width: number
  /** of each four classes the sums of the first and third, then those of the second and fourth */
  readonly #sums: Int32Array
  /** where the rows begin that are being added */
  readonly #found = new Int32Array(ADDED_AT_MOST)

  /** Throws RangeError for data that does not fit together; slots must ascend. */
  constructor({ slots, starts, cells, values }: RowData, classes: number) {
    if (starts.length !== slots.length + 1 || starts[slots.length] !== cells.length || cells.length !== values.length) {
      throw new RangeError('rows do not fit the slots')
    }
    this.#width = Math.ceil(classes / PACKED)
    this.#sums = new Int32Array(this.#width * 2)
    this.#values = new Int32Array(slots.length * this.#width).fill(NOTHING)
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
        this.#put(row * this.#width + (cell >>> 2), (cell & 3) * 8, (values[at] as number) + BIAS)
      }
    }
  }

  /** Writes one byte of a number. */
  #put(place: number, shift: number, byte: number): void {
    this.#values[place] = ((this.#values[place] as number) & ~(0xff << shift)) | (byte << shift)
  }

  /** Adds the rows of `ids[from]` to `ids[to]`, as far as there are any, to `sum`. */
  addUp(ids: Int32Array, from: number, to: number, sum: Int32Array): void {
    const [found, width] = [this.#found, this.#width]
    for (let next = from; next < to; ) {
      let rows = 0
      for (; next < to && rows < ADDED_AT_MOST; next++) {
        const row = this.#rowOf(ids[next] as number)
        if (row >= 0) found[rows++] = row * width
      }
      // both ends of every row first: then memory is asked for many rows at a time, not for one after the other
      for (let i = 0; i < rows; i++) {
        this.#add(found[i] as number, 0)
        if (width > 1) this.#add(found[i] as number, width - 1)
      }
      for (let i = 0; i < rows; i++) for (let k = 1; k < width - 1; k++) this.#add(found[i] as number, k)
      if (rows > 0) this.#empty(rows, sum)
    }
  }

  /** Adds the k-th four classes of the row that begins there. */
  #add(at: number, k: number): void {
    const sums = this.#sums
    const four = this.#values[at + k] as number
    sums[k] = ((sums[k] as number) + (four & LANES)) | 0
    sums[this.#width + k] = ((sums[this.#width + k] as number) + ((four >>> 8) & LANES)) | 0
  }

  /** Moves the sums of so many rows to where they are wanted, their bias taken off. */
  #empty(added: number, into: Int32Array): void {
    const [sums, width, bias] = [this.#sums, this.#width, added * BIAS]
    for (let cell = 0; cell < into.length; cell++) {
      const sum = sums[(cell & 1) * width + (cell >>> 2)] as number
      into[cell] = (into[cell] as number) + (cell & 2 ? sum >>> 16 : sum & 0xffff) - bias
    }
    sums.fill(0)
  }

  /** What a feature says for one class; 0 where it says nothing. */
  value(slot: number, cell: number): number {
    const row = this.#rowOf(slot)
    if (row < 0 || cell < 0) return 0
    const four = this.#values[row * this.#width + (cell >>> 2)] as number
    return ((four >>> ((cell & 3) * 8)) & 0xff) - BIAS
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
