import { createHash } from 'node:crypto';
import { CATEGORIES } from '../../model/category.js';
/** The binary part: slots (32 bit each, little-endian), cells a row (8 bit), the cells, their values. */
export function encode({ slots, starts, cells, values }) {
    const bytes = Buffer.alloc(slots.length * 5 + cells.length * 2);
    slots.forEach((slot, row) => {
        bytes.writeInt32LE(slot, row * 4);
        bytes.writeUInt8(starts[row + 1] - starts[row], slots.length * 4 + row);
    });
    bytes.set(cells, slots.length * 5);
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), slots.length * 5 + cells.length);
    return bytes;
}
/** Throws RangeError for a card and bytes that do not belong together. */
export function decode(card, bytes) {
    if (card.version !== 1)
        throw new RangeError(`unknown version ${String(card.version)}`);
    const unknown = card.classes.find(category => !CATEGORIES.includes(category));
    if (unknown !== undefined)
        throw new RangeError(`unknown class ${unknown}`);
    if (hashOf(bytes) !== card.weights)
        throw new RangeError('not the weights that the card describes');
    const { classes, scale, temperature, rows } = card;
    const starts = new Uint32Array(rows + 1);
    for (let row = 0; row < rows; row++)
        starts[row + 1] = starts[row] + bytes[rows * 4 + row];
    const from = rows * 5;
    const slots = new Int32Array(rows);
    for (let row = 0; row < rows; row++)
        slots[row] = bytes.readInt32LE(row * 4);
    return {
        classes,
        slots,
        starts,
        cells: new Uint8Array(bytes.subarray(from, from + card.cells)),
        values: new Int8Array(bytes.subarray(from + card.cells)),
        scale,
        temperature,
    };
}
export const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');
//# sourceMappingURL=weights.js.map