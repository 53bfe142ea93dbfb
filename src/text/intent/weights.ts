import { createHash } from 'node:crypto'
import { CATEGORIES, type Category } from '../../model/category.js'
import type { Weights } from './model.js'
import type { RowData } from './rows.js'

/** models/intent.json: what stands beside the weights. */
export interface WeightsCard {
  /** form of the file */
  version: 1
  classes: readonly Category[]
  rows: number
  cells: number
  scale: number
  temperature: number
  /** SHA-256 of intent.bin */
  weights: string
  /** SHA-256 of meanings.txt */
  meanings: string
  /** SHA-256 of the corpus: file names and contents */
  corpus: string
  lines: number
  /** SHA-256 of what the features of some made-up messages are: weights fit one way to read a message only */
  features: string
  seed: number
}

/** The binary part: slots (32 bit each, little-endian), cells a row (8 bit), the cells, their values. */
export function encode({ slots, starts, cells, values }: RowData): Buffer {
  const bytes = Buffer.alloc(slots.length * 5 + cells.length * 2)
  slots.forEach((slot, row) => {
    bytes.writeInt32LE(slot, row * 4)
    bytes.writeUInt8((starts[row + 1] as number) - (starts[row] as number), slots.length * 4 + row)
  })
  bytes.set(cells, slots.length * 5)
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), slots.length * 5 + cells.length)
  return bytes
}

/** Throws RangeError for a card and bytes that do not belong together. */
export function decode(card: WeightsCard, bytes: Buffer): Weights {
  if (card.version !== 1) throw new RangeError(`unknown version ${String(card.version)}`)
  const unknown = card.classes.find(category => !CATEGORIES.includes(category))
  if (unknown !== undefined) throw new RangeError(`unknown class ${unknown}`)
  if (hashOf(bytes) !== card.weights) throw new RangeError('not the weights that the card describes')
  const { classes, scale, temperature, rows } = card
  const starts = new Uint32Array(rows + 1)
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row] as number) + (bytes[rows * 4 + row] as number)
  const from = rows * 5
  const slots = new Int32Array(rows)
  for (let row = 0; row < rows; row++) slots[row] = bytes.readInt32LE(row * 4)
  return {
    classes,
    slots,
    starts,
    cells: new Uint8Array(bytes.subarray(from, from + card.cells)),
    values: new Int8Array(bytes.subarray(from + card.cells)),
    scale,
    temperature,
  }
}

export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
