import pc from 'picocolors';
import { cellsOf, displayWidth, wrap } from './width.js';
const CONTEXT = 2;
/** A code frame line is cut around the caret beyond this; expectations wrap at it. */
const CELLS = 100;
/** Whether a stream wants colours: a terminal, and nobody said NO_COLOR. */
export function wantsColour(stream, env) {
    return stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
/** Everything wrong at once, numbered, each with its place, a code frame and what to write instead. */
export function renderDiagnostics(diagnostics, sources, options = {}) {
    const paint = pc.createColors(options.colour ?? false);
    const base = options.base ? `${options.base.replace(/\/+$/, '')}/` : '';
    const blocks = diagnostics.map((diagnostic, index) => {
        const { file, line, col } = diagnostic.place;
        const place = `${base}${visible(file)}:${line}:${col}`;
        const head = `${index + 1}) ${paint.cyan(place)}  ${paint.bold(paint.red(diagnostic.code))} ${paint.bold(visible(diagnostic.message))}`;
        const source = sources.get(file);
        return [
            head,
            ...(source === undefined ? [] : codeFrame(source, diagnostic, paint)),
            ...advice('应为', diagnostic.expected, paint.green),
            ...advice('你是不是想写', diagnostic.didYouMean, paint.yellow),
        ].join('\n');
    });
    const files = new Set(diagnostics.map(diagnostic => diagnostic.place.file)).size;
    const count = `共 ${diagnostics.length} 处${options.warnings ? '提醒' : '错误'}，在 ${files} 个文件里。`;
    return `${[...blocks, paint.bold(count)].join('\n\n')}\n`;
}
function advice(label, text, colour) {
    if (!text)
        return [];
    const lead = `   ${label}：`;
    const indent = ' '.repeat(displayWidth(lead));
    return wrap(visible(text), CELLS - displayWidth(lead)).map((line, index) => (index === 0 ? lead : indent) + colour(line));
}
/** The line with two around it, numbered, and carets under the part that is meant. */
function codeFrame(source, { place, width }, paint) {
    const lines = source.split(/\r\n|\n|\r/);
    if (lines.at(-1) === '')
        lines.pop();
    if (lines.length === 0)
        return [];
    const from = Math.max(1, place.line - CONTEXT);
    const to = Math.min(lines.length, place.line + CONTEXT);
    const digits = String(to).length;
    const frame = [];
    for (let number = from; number <= to; number++) {
        const here = number === place.line;
        const { text, caret } = clip(lines[number - 1], here ? place.col - 1 : 0, here ? width : 0);
        const gutter = `${here ? '>' : ' '} ${String(number).padStart(digits)} │ `;
        frame.push(`   ${here ? paint.bold(gutter) : paint.dim(gutter)}${text}`.trimEnd());
        if (here)
            frame.push(`   ${' '.repeat(digits + 3)}${paint.dim('│')} ${paint.red(caret)}`);
    }
    return frame;
}
/** A line as a terminal may show it, not too long, and the carets under `length` units from `start`. */
function clip(line, start, length) {
    const before = visible(line.slice(0, start));
    const meant = visible(line.slice(start, start + length));
    const after = visible(line.slice(start + length));
    const caretFor = (left, part) => ' '.repeat(displayWidth(left)) + '^'.repeat(Math.max(1, displayWidth(part)));
    if (displayWidth(before + meant + after) <= CELLS)
        return { text: before + meant + after, caret: caretFor(before, meant) };
    const shownMeant = take(meant, CELLS / 2);
    const room = CELLS - displayWidth(shownMeant);
    const shownBefore = takeEnd(before, displayWidth(after) < room / 2 ? room - displayWidth(after) : room / 2);
    const shownAfter = shownMeant.endsWith('…') ? '' : take(after, room - displayWidth(shownBefore));
    return { text: shownBefore + shownMeant + shownAfter, caret: caretFor(shownBefore, shownMeant) };
}
function take(text, cells) {
    if (displayWidth(text) <= cells)
        return text;
    let taken = '';
    let left = cells - 1;
    for (const character of text) {
        left -= cellsOf(character);
        if (left < 0)
            break;
        taken += character;
    }
    return `${taken}…`;
}
function takeEnd(text, cells) {
    if (displayWidth(text) <= cells)
        return text;
    let taken = '';
    let left = cells - 1;
    for (const character of [...text].reverse()) {
        left -= cellsOf(character);
        if (left < 0)
            break;
        taken = character + taken;
    }
    return `…${taken}`;
}
/** Tabs become two spaces; what would steer the terminal or reorder the line becomes visible. */
function visible(text) {
    return text.replace(/\t/g, '  ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�');
}
//# sourceMappingURL=render.js.map