import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '../../src/model/category.js';
import { MESSAGE_KINDS } from '../../src/model/event.js';
import { ROLES } from '../../src/model/member.js';
import { SEVERITIES } from '../../src/model/rule.js';
import { MINUTE } from '../../src/model/time.js';
import { findEntities, isQuestion, normalise, toKey } from '../../src/text/index.js';
import { spoken } from '../../src/text/intent/index.js';
import { around, isNight, LINES_AT_MOST } from '../../src/text/talk/index.js';
import { linesIn } from './folder.js';
import { rowOf } from './row.js';
/** Every talk of corpus/talks, in the order of names. Throws for a line that is not valid, naming it. */
export function readTalks(dir) {
    return linesIn(dir).map(file => {
        const rows = readFileSync(join(dir, file), 'utf8').split('\n');
        const lines = rows.flatMap((row, index) => (row === '' ? [] : [parseLine(row, `${file}:${index + 1}`)]));
        lines.forEach((line, index) => {
            if (line.at < (lines[index - 1]?.at ?? line.at))
                throw new Error(`${file}:${index + 1}: before the line above`);
        });
        return { name: file.replace('.jsonl', ''), lines };
    });
}
const TIME = /^(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;
function parseLine(row, where) {
    const { given, fail, string, one } = rowOf(row, where);
    const time = TIME.exec(string('at')) ?? fail(`at: ${string('at')}`);
    const [month, day, hour, minute, second] = time.slice(1).map(Number);
    return {
        // one year serves for all: only the time between lines and the hour count
        at: Date.UTC(2026, month - 1, day, hour, minute, second),
        by: Number.isInteger(given.by) ? given.by : fail(`by: ${String(given.by)}`),
        role: one('role', ROLES),
        kind: given.kind === undefined ? 'text' : one('kind', MESSAGE_KINDS),
        text: string('text'),
        title: string('title'),
        filename: string('filename'),
        ocr: string('ocr'),
        label: given.label === undefined ? null : one('label', CATEGORIES),
        severity: given.severity === undefined ? null : one('severity', SEVERITIES),
    };
}
/** A line of a talk as the talk model is told of it; null where nothing was written. */
export function turnsOf({ lines }, judge) {
    const said = [];
    const known = new Map();
    return lines.map(line => {
        const turn = turnOf(line, said, judge, known);
        said.unshift(saidOf(line));
        if (said.length > LINES_AT_MOST)
            said.pop();
        return turn;
    });
}
const saidOf = ({ by, at, role, kind, text }) => ({
    member: String(by),
    at,
    role,
    kind,
    question: text !== '' && isQuestion(normalise(text)),
    ...(text !== '' && { text }),
});
/** Within this somebody else's line is what is answered; the same as when judging. */
const JUST_SAID = 3 * MINUTE;
const NOTHING = normalise('');
const minutesOf = (at) => Math.floor(at / MINUTE) % (24 * 60);
function turnOf(line, said, judge, known) {
    const text = normalise(line.text);
    const attached = normalise([line.title, line.filename, line.ocr].filter(Boolean).join('\n'));
    if (text.key === '' && attached.key === '')
        return null;
    const minutes = minutesOf(line.at);
    const { breath, own, other, last } = around(said, String(line.by), line.at);
    const before = own ?? (other && line.at - other.at <= JUST_SAID ? other : null);
    const question = line.text !== '' && isQuestion(text);
    const input = {
        role: line.role,
        kind: line.kind,
        text: normalise(spoken(line.text)),
        attached,
        entities: [text, attached].flatMap(part => findEntities(part, { students: [] })).map(entity => entity.kind),
        question,
        minutes,
        before: before ? toKey(spoken(before.text)) : '',
    };
    const likelihoods = (earlier) => {
        let found = known.get(earlier);
        if (!found) {
            const { role, question } = earlier;
            const kind = earlier.kind;
            const words = normalise(spoken(earlier.text));
            found = judge({
                ...{ role, kind, text: words, attached: NOTHING, entities: [], question, before: '' },
                minutes: minutesOf(earlier.at),
            });
            known.set(earlier, found);
        }
        return found;
    };
    const joined = normalise(spoken([...breath, line.text].join(' ')));
    return {
        role: line.role,
        kind: line.kind,
        length: text.key.length,
        question,
        night: isNight(minutes),
        own: judge(input),
        joined: breath.length > 0 && text.key !== '' ? judge({ ...input, text: joined, before: '' }) : null,
        ownBefore: own && { said: likelihoods(own), minutes: (line.at - own.at) / MINUTE },
        otherBefore: other && { said: likelihoods(other), role: other.role },
        pause: last
            ? { minutes: (line.at - last.at) / MINUTE, own: last.member === String(line.by) }
            : { minutes: Number.POSITIVE_INFINITY, own: false },
    };
}
//# sourceMappingURL=talks.js.map