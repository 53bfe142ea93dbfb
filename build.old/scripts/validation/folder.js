import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreementOf } from './agreement.js';
import { doubtfulMarks, idleLabels, mistakesOf, valuesWrong } from './check.js';
import { readRows, readStretches, toRows } from './labels.js';
import { merge } from './merge.js';
import { sectionOf } from './section.js';
const README = 'README.md';
const FROM = '<!-- made by `npm run validation -- --merge` -->';
const TO = '<!-- end -->';
/** The names of the logs, without `.jsonl`. */
export const logNames = (folder) => readdirSync(join(folder, 'writer'))
    .filter(file => file.endsWith('.jsonl'))
    .map(file => file.slice(0, -'.jsonl'.length))
    .sort();
/**
 * The merged labels, the list of disagreements and the README's section of figures, from writer/ and reader/ alone.
 * Throws with all mistakes of format.
 */
export function made(folder) {
    const files = {};
    const mistakes = [];
    const all = [];
    const logs = [];
    const ids = new Set();
    for (const name of logNames(folder)) {
        const stretch = only(readStretches(join(folder, 'writer', `${name}.jsonl`)), name);
        const reader = readRows(join(folder, 'reader', `${name}.jsonl`)).map(({ row }) => row);
        mistakes.push(...mistakesOf(stretch));
        for (const labels of reader)
            mistakes.push(...valuesWrong(labels).map(says => ({ id: `reader ${labels.id}`, says })));
        for (const { id } of stretch.events) {
            if (ids.has(id))
                mistakes.push({ id, says: 'id in two logs' });
            ids.add(id);
        }
        const { gold, disagreements } = merge(stretch.events, reader);
        files[`gold/${name}.jsonl`] = toRows([stretch.header, ...gold]);
        all.push(...disagreements);
        logs.push(summaryOf(name, stretch, reader));
    }
    if (mistakes.length > 0)
        throw new Error(mistakes.map(({ id, says }) => `${id}: ${says}`).join('\n'));
    files['disagreements.jsonl'] = toRows(all);
    files[README] = withSection(readFileSync(join(folder, README), 'utf8'), sectionOf(logs, all));
    return files;
}
export function writeMade(folder) {
    mkdirSync(join(folder, 'gold'), { recursive: true });
    for (const [path, content] of Object.entries(made(folder)))
        writeFileSync(join(folder, path), content);
}
function only(stretches, name) {
    const [first, another] = stretches;
    if (!first || another)
        throw new Error(`${name}: ${stretches.length} groups in one log`);
    return first;
}
function summaryOf(name, { header, events }, reader) {
    const answers = events.map((event, index) => [event.expect, reader[index]?.expect ?? '']);
    return {
        name,
        pack: header.group_type,
        events: events.length,
        innocent: events.filter((event) => event.expect === 'allow').length,
        answers,
        agreement: agreementOf(answers),
        doubts: doubtfulMarks({ header, events }),
        idle: idleLabels({ header, events }),
    };
}
function withSection(page, section) {
    const [from, to] = [page.indexOf(FROM), page.indexOf(TO)];
    if (from < 0 || to < from)
        throw new Error(`${README}: the place between "${FROM}" and "${TO}" is missing`);
    return `${page.slice(0, from + FROM.length)}\n\n${section}\n${page.slice(to)}`;
}
//# sourceMappingURL=folder.js.map