/**
 * The assignment of rows to columns with the greatest sum of weights (Hungarian method, O(rows² · columns)); each column
 * at most once. A pair of weight 0 or less is never made: such a row gets -1.
 */
export function assign(weights) {
    const rows = weights.length;
    const real = Math.max(0, ...weights.map(row => row.length));
    // a place for every row; a pair of weight 0 means that both stay alone
    const columns = Math.max(real, rows);
    const costs = weights.map(row => Float64Array.from({ length: columns }, (_, column) => -Math.max(0, row[column] ?? 0)));
    const cost = (row, column) => costs[row - 1][column - 1];
    const rowPrice = new Float64Array(rows + 1);
    const columnPrice = new Float64Array(columns + 1);
    const rowOf = new Int32Array(columns + 1);
    for (let row = 1; row <= rows; row++) {
        const cheapest = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
        const before = new Int32Array(columns + 1);
        const done = new Uint8Array(columns + 1);
        let column = 0;
        rowOf[0] = row;
        while (rowOf[column] !== 0) {
            done[column] = 1;
            const current = rowOf[column];
            let step = Number.POSITIVE_INFINITY;
            let next = 0;
            for (let other = 1; other <= columns; other++) {
                if (done[other])
                    continue;
                const reduced = cost(current, other) - rowPrice[current] - columnPrice[other];
                if (reduced < cheapest[other]) {
                    cheapest[other] = reduced;
                    before[other] = column;
                }
                if (cheapest[other] < step) {
                    step = cheapest[other];
                    next = other;
                }
            }
            for (let other = 0; other <= columns; other++) {
                if (done[other]) {
                    rowPrice[rowOf[other]] = rowPrice[rowOf[other]] + step;
                    columnPrice[other] = columnPrice[other] - step;
                }
                else
                    cheapest[other] = cheapest[other] - step;
            }
            column = next;
        }
        while (column !== 0) {
            const previous = before[column];
            rowOf[column] = rowOf[previous];
            column = previous;
        }
    }
    const assigned = new Array(rows).fill(-1);
    for (let column = 1; column <= columns; column++) {
        const row = rowOf[column] - 1;
        if (row >= 0 && column <= real && (weights[row]?.[column - 1] ?? 0) > 0)
            assigned[row] = column - 1;
    }
    return assigned;
}
//# sourceMappingURL=assign.js.map