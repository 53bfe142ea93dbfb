/** Value types of locals. */
export const I32 = 0x7f;
export const V128 = 0x7b;
const signed = (value) => {
    const low = value & 0x7f;
    const rest = value >> 7;
    return (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40) ? [low] : [low | 0x80, ...signed(rest)];
};
const unsigned = (value) => value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(Math.floor(value / 128))];
export const get = (local) => [0x20, ...unsigned(local)];
export const set = (local) => [0x21, ...unsigned(local)];
export const constant = (value) => [0x41, ...signed(value)];
/** Of two values on the stack. */
export const add = [0x6a];
export const subtract = [0x6b];
export const times = [0x6c];
export const and = [0x71];
export const shiftLeft = [0x74];
export const shiftRight = [0x76];
export const isBelow = [0x49];
/** Of three: the first if the third is not 0, or else the second. */
export const select = [0x1b];
/** The bits that are set in a number. */
export const ones = [0x69];
/** 32 bits at an address on the stack, and so many bytes behind it. */
export const load = (behind = 0) => [0x28, 2, ...unsigned(behind)];
/** Eight signed bytes as eight numbers of 16 bits. */
export const loadEight = (behind) => [0xfd, 0x01, 0, ...unsigned(behind)];
export const storeEight = (behind) => [0xfd, 0x0b, 0, ...unsigned(behind)];
/** Adds two times eight numbers of 16 bits. */
export const addEight = [0xfd, 0x8e, 0x01];
/** Again and again for as long as what its body leaves is not 0; once at least. */
export const repeat = (...body) => [0x03, 0x40, ...body.flat(), 0x0d, 0x00, 0x0b];
/** A module with one function `run` of three numbers, which works on the memory that it is given. */
export function moduleOf(locals, ...body) {
    const code = [
        ...unsigned(locals.length),
        ...locals.flatMap(([count, type]) => [...unsigned(count), type]),
        ...body.flat(),
        0x0b,
    ];
    return Uint8Array.from([
        ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
        // types: (i32, i32, i32) -> nothing
        ...section(1, [1, 0x60, 3, I32, I32, I32, 0]),
        // imports: the memory "_" "m", of one page at least
        ...section(2, [1, 1, 0x5f, 1, 0x6d, 0x02, 0x00, 1]),
        // functions: one of the first type
        ...section(3, [1, 0]),
        // exports: that function, after the name "run"
        ...section(7, [1, 3, 0x72, 0x75, 0x6e, 0x00, 0]),
        ...section(10, [1, ...unsigned(code.length), ...code]),
    ]);
}
const section = (id, content) => [id, ...unsigned(content.length), ...content];
//# sourceMappingURL=wasm.js.map