import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type RowData, Rows } from '../../../src/text/intent/rows.js'

/** slot -> class -> value */
type Table = Map<number, Map<number, number>>

function dataOf(table: Table): RowData {
  const slots = [...table.keys()].sort((a, b) => a - b)
  const starts = [0]
  const cells: number[] = []
  const values: number[] = []
  for (const slot of slots) {
    for (const [cell, value] of table.get(slot) as Map<number, number>) {
      cells.push(cell)
      values.push(value)
    }
    starts.push(cells.length)
  }
  return {
    slots: Int32Array.from(slots),
    starts: Uint32Array.from(starts),
    cells: Uint8Array.from(cells),
    values: Int8Array.from(values),
  }
}

const valueOf = (table: Table, slot: number, cell: number): number => table.get(slot)?.get(cell) ?? 0

describe('Rows', () => {
  it.each([1, 4, 5, 34])('adds up what a plain table says, %d classes', classes => {
    const slot = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 0, max: (1 << 20) - 1 }))
    const row = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: classes - 1 }), fc.integer({ min: -128, max: 127 })),
      { selector: ([cell]) => cell, maxLength: classes },
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(slot, row), { selector: ([of]) => of, maxLength: 12 }),
        fc.array(slot, { maxLength: 20 }),
        (entries, others) => {
          const table: Table = new Map(entries.map(([of, cells]) => [of, new Map(cells)]))
          const rows = new Rows(dataOf(table), classes)
          const ids = [...table.keys(), ...others, ...table.keys()]
          const sum = new Int32Array(classes).fill(7)
          rows.addUp(Int32Array.from(ids), 0, ids.length, sum)
          for (let cell = 0; cell < classes; cell++) {
            const wanted = ids.reduce((total, id) => total + valueOf(table, id, cell), 7)
            expect(sum[cell]).toBe(wanted)
            for (const id of ids) expect(rows.value(id, cell)).toBe(valueOf(table, id, cell))
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it.each([-128, 127])('overflows for no number of rows, all %d', value => {
    const rows = new Rows(dataOf(new Map([[5, new Map([...Array(34).keys()].map(cell => [cell, value]))]])), 34)
    const sum = new Int32Array(34)
    rows.addUp(new Int32Array(3_000).fill(5), 0, 3_000, sum)
    expect([...sum]).toEqual(Array(34).fill(3_000 * value))
  })

  it('adds only the part that is asked for', () => {
    const rows = new Rows(
      dataOf(
        new Map([
          [1, new Map([[0, 1]])],
          [2, new Map([[0, 10]])],
        ]),
      ),
      2,
    )
    const sum = new Int32Array(2)
    rows.addUp(Int32Array.of(1, 2, 1, 2), 1, 3, sum)
    expect([...sum]).toEqual([11, 0])
    expect(rows.value(1, -1)).toBe(0)
  })

  it('refuses slots out of order and rows that end before they begin', () => {
    const good = dataOf(
      new Map([
        [1, new Map([[0, 1]])],
        [2, new Map([[0, 1]])],
      ]),
    )
    expect(() => new Rows({ ...good, slots: Int32Array.of(2, 1) }, 1)).toThrow(RangeError)
    expect(() => new Rows({ ...good, slots: Int32Array.of(1, 1) }, 1)).toThrow(RangeError)
    expect(() => new Rows({ ...good, starts: Uint32Array.of(3, 0, 2) }, 1)).toThrow(RangeError)
  })
})
