/**
 * The assignment of rows to columns with the greatest sum of weights (Hungarian method, O(rows² · columns)); each column
 * at most once. A pair of weight 0 or less is never made: such a row gets -1.
 */
export function assign(weights: readonly (readonly number[])[]): number[] {
  const rows = weights.length
  const real = Math.max(0, ...weights.map(row => row.length))
  // a place for every row; a pair of weight 0 means that both stay alone
  const columns = Math.max(real, rows)
  const costs = weights.map(row =>
    Float64Array.from({ length: columns }, (_, column) => -Math.max(0, row[column] ?? 0)),
  )
  const cost = (row: number, column: number): number => (costs[row - 1] as Float64Array)[column - 1] as number
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const cheapest = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const before = new Int32Array(columns + 1)
    const done = new Uint8Array(columns + 1)
    let column = 0
    rowOf[0] = row
    while (rowOf[column] !== 0) {
      done[column] = 1
      const current = rowOf[column] as number
      let step = Number.POSITIVE_INFINITY
      let next = 0
      for (let other = 1; other <= columns; other++) {
        if (done[other]) continue
        const reduced = cost(current, other) - (rowPrice[current] as number) - (columnPrice[other] as number)
        if (reduced < (cheapest[other] as number)) {
          cheapest[other] = reduced
          before[other] = column
        }
        if ((cheapest[other] as number) < step) {
          step = cheapest[other] as number
          next = other
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (done[other]) {
          rowPrice[rowOf[other] as number] = (rowPrice[rowOf[other] as number] as number) + step
          columnPrice[other] = (columnPrice[other] as number) - step
        } else cheapest[other] = (cheapest[other] as number) - step
      }
      column = next
    }
    while (column !== 0) {
      const previous = before[column] as number
      rowOf[column] = rowOf[previous] as number
      column = previous
    }
  }
  const assigned = new Array<number>(rows).fill(-1)
  for (let column = 1; column <= columns; column++) {
    const row = (rowOf[column] as number) - 1
    if (row >= 0 && column <= real && (weights[row]?.[column - 1] ?? 0) > 0) assigned[row] = column - 1
  }
  return assigned
}
