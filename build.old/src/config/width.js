/** East Asian wide and full-width ranges, and emoji: two terminal cells each (UAX #11, W and F). */
const WIDE = /[\u1100-\u115f\u231a\u231b\u23e9-\u23ec\u2614\u2615\u2648-\u2653\u26a1\u2705\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f1e6}-\u{1f1ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Combining marks, joiners and variation selectors stand on the cell before them. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Terminal cells that one code point takes: 0, 1 or 2. */
export function cellsOf(character) {
    if (NONE.test(character))
        return 0;
    return WIDE.test(character) ? 2 : 1;
}
export function displayWidth(text) {
    let cells = 0;
    for (const character of text)
        cells += cellsOf(character);
    return cells;
}
/** Lines no wider than `cells`, broken where a Chinese text may break: after 、 or a space, else anywhere. */
export function wrap(text, cells) {
    const lines = [];
    let line = '';
    for (const piece of text.match(/[^、，；\s]+[、，；\s]*|[、，；\s]+/g) ?? []) {
        if (line !== '' && displayWidth(line + piece.trimEnd()) > cells) {
            lines.push(line.trimEnd());
            line = '';
        }
        line += piece;
    }
    return [...lines, line.trimEnd()];
}
//# sourceMappingURL=width.js.map