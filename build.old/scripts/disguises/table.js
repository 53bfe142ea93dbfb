import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
/** The ways to dress a phrase, with the file under test/text/disguises that holds the examples of each. */
export const KINDS = [
    ['spacing', 'spacing'],
    ['zero-width characters', 'zero-width'],
    ['punctuation', 'punctuation'],
    ['emoji', 'emoji'],
    ['full width', 'full-width'],
    ['case', 'case'],
    ['homophone', 'homophone'],
    ['look-alike', 'glyph'],
    ['split character', 'split'],
    ['traditional', 'traditional'],
    ['pinyin', 'pinyin'],
    ['initials', 'initials'],
    ['variation selectors', 'vs16'],
    ['tag characters', 'tag'],
    ['combining marks', 'combining'],
    ['mathematical letters', 'mathematical'],
    ['circled', 'circled'],
    ['reversed pairs', 'reversed'],
];
export function readPhrases(dir) {
    return parse(readFileSync(join(dir, 'phrases.yaml'), 'utf8'));
}
/** Every disguise of the table, kind by kind. Throws for a phrase that is not on the list, and for one given twice. */
export function readDisguises(dir) {
    const phrases = new Set(readPhrases(dir));
    const seen = new Set();
    return KINDS.flatMap(([kind, file]) => {
        const rows = parse(readFileSync(join(dir, `${file}.yaml`), 'utf8'));
        for (const { phrase, written } of disguisesOf(kind, rows)) {
            if (!phrases.has(phrase))
                throw new Error(`${file}.yaml: ${phrase} is not on the list`);
            if (written === phrase)
                throw new Error(`${file}.yaml: ${phrase} is not disguised`);
            if (seen.has(written))
                throw new Error(`${file}.yaml: ${JSON.stringify(written)} stands there twice`);
            seen.add(written);
        }
        return disguisesOf(kind, rows);
    });
}
/** The second table: other phrases, written when the first one had been worked on, and never worked on itself. */
export function readLater(dir) {
    const kinds = parse(readFileSync(join(dir, 'later.yaml'), 'utf8'));
    return KINDS.flatMap(([kind]) => disguisesOf(kind, kinds[kind] ?? {}));
}
const disguisesOf = (kind, rows) => Object.entries(rows).flatMap(([phrase, ways]) => ways.map(written => ({ kind, phrase, written })));
//# sourceMappingURL=table.js.map