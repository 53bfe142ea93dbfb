import { readFileSync } from 'node:fs';
/** Every stretch of a labelled log. Throws, naming file and line, where a line is not JSON or comes before a header. */
export function readStretches(file) {
    const stretches = [];
    for (const { row, line } of readRows(file)) {
        if ('members' in row)
            stretches.push({ header: row, events: [] });
        else {
            const last = stretches.at(-1);
            if (!last)
                throw new Error(`${file}:${line}: an event before any group`);
            last.events.push(row);
        }
    }
    return stretches;
}
/** JSON Lines as objects with their line numbers. */
export function readRows(file) {
    return readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((text, index) => {
        if (text.trim() === '')
            return [];
        try {
            return [{ row: JSON.parse(text), line: index + 1 }];
        }
        catch {
            throw new Error(`${file}:${index + 1}: not JSON`);
        }
    });
}
/** Objects as JSON Lines. */
export const toRows = (rows) => rows.map(row => `${JSON.stringify(row)}\n`).join('');
//# sourceMappingURL=labels.js.map