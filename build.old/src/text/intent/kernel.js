import { add, addEight, and, constant, get, I32, isBelow, load, loadEight, moduleOf, ones, repeat, select, set, shiftLeft, shiftRight, storeEight, subtract, times, V128, } from './wasm.js';
const PAGE = 65_536;
/** Some memory and what adds up its rows: eight numbers at a time where the engine can, else in plain JavaScript. */
export function kernelOf(size, layout) {
    if (typeof WebAssembly === 'undefined') {
        const memory = new ArrayBuffer(size);
        return { memory, addUp: plainKernel(memory, layout) };
    }
    const pages = Math.ceil(size / PAGE);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(programOf(layout)), { _: { m: memory } });
    return { memory: memory.buffer, addUp: exports.run };
}
/** Parameters and locals. */
const [AT, END, SUMS, ID, BLOCK, BITS, ROW, EIGHT] = [0, 1, 2, 3, 4, 5, 6, 7];
/** See plainKernel, which does the same. There are no branches in the loop, so that rows are waited for together. */
function programOf({ blocks, rows, width, none }) {
    const eights = Array.from({ length: width }, (_, k) => k);
    const into = (local, ...code) => [...code.flat(), ...set(local)];
    return moduleOf([
        [4, I32],
        [width, V128],
    ], repeat(into(ID, get(AT), load()), into(BLOCK, get(ID), constant(5), shiftRight, constant(3), shiftLeft), into(BITS, get(BLOCK), load(blocks)), into(ROW, 
    // how many rows stand before it
    get(BLOCK), load(blocks + 4), get(BITS), [...constant(1), ...get(ID), ...shiftLeft, ...constant(1), ...subtract], and, ones, add, constant(none), 
    // whether there is one
    [...get(BITS), ...get(ID), ...shiftRight, ...constant(1), ...and], select, constant(width * 8), times), ...eights.map(k => into(EIGHT + k, get(EIGHT + k), get(ROW), loadEight(rows + k * 8), addEight)), into(AT, get(AT), constant(4), add), get(AT), get(END), isBelow), ...eights.flatMap(k => [get(SUMS), get(EIGHT + k), storeEight(k * 16)]));
}
/** The same in JavaScript. */
export function plainKernel(memory, { blocks, rows, width, none }) {
    const numbers = new Int32Array(memory);
    const values = new Int8Array(memory);
    const all = new Int16Array(memory);
    return (from, to, sums) => {
        const into = all.subarray(sums / 2, sums / 2 + width * 8).fill(0);
        for (let at = from; at < to; at += 4) {
            const id = numbers[at / 4];
            const block = blocks / 4 + (id >>> 5) * 2;
            const bits = numbers[block];
            const before = numbers[block + 1] + onesIn(bits & ((1 << id) - 1));
            const row = rows + ((bits >>> id) & 1 ? before : none) * width * 8;
            for (let c = 0; c < into.length; c++)
                into[c] = into[c] + values[row + c];
        }
    };
}
/** Number of bits that are set. */
export function onesIn(bits) {
    let n = bits - ((bits >>> 1) & 0x55555555);
    n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
    return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
//# sourceMappingURL=kernel.js.map