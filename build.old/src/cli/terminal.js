import pc from 'picocolors';
import { cellsOf, displayWidth } from '../config/width.js';
/** What a shell says of a command whose reader went away: 128 and SIGPIPE. */
const READER_GONE = 141;
/**
 * The process's own streams. Colour only where a person looks, and never against NO_COLOR. Where the reader goes away
 * (`banzhang log | head -1`) the command ends without a word.
 */
export function processTerminal() {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', endWithReader);
    const interactive = process.stdout.isTTY === true;
    const color = process.env.NO_COLOR === undefined && (interactive || process.env.FORCE_COLOR !== undefined);
    return {
        out: text => void process.stdout.write(`${text}\n`),
        err: text => void process.stderr.write(`${text}\n`),
        colors: pc.createColors(color),
        columns: process.stdout.columns ?? 100,
        interactive,
    };
}
/** What is at work until somebody interrupts it puts things in order first, as on Ctrl-C. */
function endWithReader(error) {
    if (error.code !== 'EPIPE')
        throw error;
    if (process.exitCode === READER_GONE)
        return;
    process.exitCode = READER_GONE;
    if (!process.emit('SIGINT'))
        process.exit();
}
/** Pads or cuts a text without colours to exactly so many columns; Chinese characters take two. */
export function fit(text, columns) {
    const used = displayWidth(text);
    if (used <= columns)
        return text + ' '.repeat(columns - used);
    let cut = '';
    let at = 0;
    for (const character of text) {
        const cells = cellsOf(character);
        if (at + cells > columns - 1)
            break;
        cut += character;
        at += cells;
    }
    return `${cut}…${' '.repeat(columns - at - 1)}`;
}
/**
 * Makes a text from outside safe to print: control characters and direction overrides could rewrite the screen.
 * Line feeds become a visible sign.
 */
export function printable(text) {
    return text.replace(/\r?\n/g, '⏎').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
/** One line of JSON that is safe to print as well: what JSON leaves raw is written as an escape. */
export function printableJson(value) {
    return JSON.stringify(value).replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
//# sourceMappingURL=terminal.js.map