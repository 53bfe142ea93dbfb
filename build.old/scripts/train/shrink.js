/** So many bytes at most: five a row and two a cell. */
const BYTES_AT_MOST = 6_500_000;
const ROWS_AT_MOST = 300_000;
const LARGEST = 127;
/** Values up to this are taken for nothing. */
const NOTHING = 2;
/**
 * Weights as int8, on one scale, without those that hardly matter. What a row says of every class alike says nothing:
 * its median is taken off first.
 */
export function shrink({ slots, weights }, classes, temperature) {
    const width = classes.length;
    const centred = Float32Array.from(weights);
    const strength = Float32Array.from(slots, (_, row) => {
        const own = centred.subarray(row * width, (row + 1) * width);
        const median = Float32Array.from(own).sort()[width >> 1];
        let most = 0;
        own.forEach((weight, c) => {
            own[c] = weight - median;
            most = Math.max(most, Math.abs(own[c]));
        });
        return most;
    });
    const scale = strength.reduce((most, one) => Math.max(most, one), 0) / LARGEST || 1;
    const told = (row) => {
        const cells = [];
        for (let c = 0; c < width; c++) {
            const value = Math.round(centred[row * width + c] / scale);
            if (Math.abs(value) > NOTHING)
                cells.push([c, value]);
        }
        return cells;
    };
    const byStrength = [...strength.keys()].sort((a, b) => strength[b] - strength[a] || a - b);
    const kept = [];
    let bytes = 0;
    for (const row of byStrength) {
        const cells = told(row);
        bytes += 5 + 2 * cells.length;
        if (cells.length === 0 || bytes > BYTES_AT_MOST || kept.length === ROWS_AT_MOST)
            break;
        kept.push({ row, cells });
    }
    kept.sort((a, b) => a.row - b.row);
    const starts = new Uint32Array(kept.length + 1);
    kept.forEach(({ cells }, index) => {
        starts[index + 1] = starts[index] + cells.length;
    });
    const cells = kept.flatMap(one => one.cells);
    return {
        classes,
        slots: Int32Array.from(kept, ({ row }) => slots[row]),
        starts,
        cells: Uint8Array.from(cells, ([cell]) => cell),
        values: Int8Array.from(cells, ([, value]) => value),
        scale,
        temperature,
    };
}
//# sourceMappingURL=shrink.js.map