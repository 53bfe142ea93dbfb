import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '../../src/model/category.js';
import { EVENT_KINDS, MESSAGE_KINDS } from '../../src/model/event.js';
import { ROLES } from '../../src/model/member.js';
import { parseTimeOfDay } from '../../src/model/time.js';
import { findEntities, isQuestion, normalise, toKey } from '../../src/text/index.js';
import { spoken, WORD_AT_MOST } from '../../src/text/intent/index.js';
import { linesIn } from './folder.js';
import { rowOf } from './row.js';
/** By day, where a line does not say when. */
const AFTERNOON = 15 * 60;
/** Every line of corpus/*.jsonl, in the order of file names. Throws for a line that is not valid, naming it. */
export function readCorpus(dir) {
    return linesIn(dir).flatMap(file => readFileSync(join(dir, file), 'utf8')
        .split('\n')
        .flatMap((row, index) => (row.trim() === '' ? [] : [parseLine(row, file, index + 1)])));
}
/** Lines that come from a day of talk in corpus/talks bear its name: they belong together, whatever the day. */
const FROM_A_TALK = /^talk-([a-z]+[0-9]+)/;
/** The talk that a line comes from, or null. */
export const talkOf = ({ topic }) => FROM_A_TALK.exec(topic)?.[1] ?? null;
/**
 * corpus/meanings/*.txt as one file for the model: one meaning a line, its words as match keys. A meaning may stand in
 * several files; `#` begins a remark. Throws for a line that is none, naming it.
 */
export function readMeanings(dir) {
    const meanings = new Map();
    for (const file of readdirSync(dir).sort()) {
        for (const [index, row] of readFileSync(join(dir, file), 'utf8').split('\n').entries()) {
            if (row.trim() === '' || row.startsWith('#'))
                continue;
            const [, name, words] = /^([a-z_]+): (.+)$/.exec(row) ?? [];
            if (name === undefined || words === undefined)
                throw new Error(`${file}:${index + 1}: not a meaning and its words`);
            const known = meanings.get(name) ?? new Set();
            for (const word of words.split(' ').map(toKey))
                if (word !== '' && word.length <= WORD_AT_MOST)
                    known.add(word);
            meanings.set(name, known);
        }
    }
    return [...meanings].map(([name, words]) => `${name}: ${[...words].join(' ')}\n`).join('');
}
function parseLine(row, file, number) {
    const { given, fail, string, one } = rowOf(row, `${file}:${number}`);
    const line = {
        file,
        number,
        label: one('label', CATEGORIES),
        near: given.near === undefined ? null : one('near', CATEGORIES),
        role: one('role', ROLES),
        kind: one('kind', [...MESSAGE_KINDS, ...EVENT_KINDS], 'text'),
        topic: string('topic') || fail('no topic'),
        text: string('text'),
        title: string('title'),
        filename: string('filename'),
        ocr: string('ocr'),
        at: given.at === undefined ? null : parseTimeOfDay(string('at')),
        prev: string('prev'),
    };
    if (given.at !== undefined && line.at === null)
        fail(`at: ${string('at')}`);
    if (line.kind === 'text' && line.text === '')
        fail('no text');
    return line;
}
/** Everything written in a line, as one text. */
export const wordsOf = ({ text, title, filename, ocr }) => [text, title, filename, ocr].filter(Boolean).join('\n');
/** Kinds that a bot has no words of: what a line says of them is what was spoken or shown. */
const WORDLESS = new Set(['voice', 'emoticon']);
/** The line as the model is told of it. */
export function inputOf(line) {
    const text = normalise(WORDLESS.has(line.kind) ? '' : spoken(line.text));
    const attached = normalise([line.title, line.filename, line.ocr].filter(Boolean).join('\n'));
    const entities = [text, attached].flatMap(part => findEntities(part, { students: [] })).map(entity => entity.kind);
    return {
        role: line.role,
        kind: line.kind,
        text,
        attached,
        entities,
        question: text.original !== '' && isQuestion(text),
        minutes: line.at ?? AFTERNOON,
        before: toKey(spoken(line.prev)),
    };
}
//# sourceMappingURL=corpus.js.map