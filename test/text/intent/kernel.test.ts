import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { kernelOf, type Layout, onesIn, plainKernel } from '../../../src/text/intent/kernel.js'

const SUMS = 1024
const BLOCKS = 2048
const ROWS = BLOCKS + 64

/** Rows of the slots that are given, in a memory with room for 128 slots. */
function written(memory: ArrayBuffer, { rows, width }: Layout, slots: readonly number[], values: readonly number[]) {
  const blocks = new Int32Array(memory, BLOCKS, 16)
  for (const [row, slot] of slots.entries()) {
    const block = (slot >>> 5) * 2
    if (blocks[block] === 0) blocks[block + 1] = row
    blocks[block] = (blocks[block] as number) | (1 << (slot & 31))
  }
  const cells = new Int8Array(memory, rows, slots.length * width * 8)
  for (let i = 0; i < cells.length; i++) cells[i] = values[i % values.length] as number
}

describe('the kernel', () => {
  it('adds up as it does where there is no WebAssembly', () => {
    const slot = fc.integer({ min: 0, max: 127 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.uniqueArray(slot, { maxLength: 20 }),
        fc.array(fc.integer({ min: -128, max: 127 }), { minLength: 1, maxLength: 40 }),
        fc.array(slot, { minLength: 1, maxLength: 256 }),
        (width, some, values, ids) => {
          const slots = some.toSorted((a, b) => a - b)
          const layout = { blocks: BLOCKS, rows: ROWS + 64, width, none: slots.length }
          const { memory, addUp } = kernelOf(layout.rows + (slots.length + 1) * width * 8, layout)
          written(memory, layout, slots, values)
          new Int32Array(memory).set(ids)
          addUp(0, ids.length * 4, SUMS)
          const found = [...new Int16Array(memory, SUMS, width * 8)]
          plainKernel(memory, layout)(0, ids.length * 4, SUMS)
          expect(found).toEqual([...new Int16Array(memory, SUMS, width * 8)])
          for (let cell = 0; cell < width * 8; cell++) {
            const wanted = ids.reduce((sum, id) => {
              const row = slots.indexOf(id)
              return sum + (row < 0 ? 0 : (values[(row * width * 8 + cell) % values.length] as number))
            }, 0)
            expect(found[cell]).toBe(wanted)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('does without WebAssembly', () => {
    const engine = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly') as PropertyDescriptor
    Object.defineProperty(globalThis, 'WebAssembly', { value: undefined, configurable: true, writable: true })
    try {
      const layout = { blocks: BLOCKS, rows: ROWS + 64, width: 1, none: 1 }
      const { memory, addUp } = kernelOf(layout.rows + 16, layout)
      written(memory, layout, [3], [1, -2, 3, -4, 5, -6, 7, -8])
      new Int32Array(memory).set([3, 4, 3])
      addUp(0, 12, SUMS)
      expect([...new Int16Array(memory, SUMS, 8)]).toEqual([2, -4, 6, -8, 10, -12, 14, -16])
    } finally {
      Object.defineProperty(globalThis, 'WebAssembly', engine)
    }
  })

  it('counts bits', () => {
    for (const [bits, count] of [
      [0, 0],
      [1, 1],
      [-1, 32],
      [0x80000000 | 0, 1],
      [0x55555555, 16],
    ] as const)
      expect(onesIn(bits)).toBe(count)
  })
})
