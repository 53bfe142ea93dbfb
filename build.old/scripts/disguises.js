import { writeFileSync } from 'node:fs';
import { falseAlarms, measure, readChat } from './disguises/measure.js';
import { pageOf } from './disguises/page.js';
import { readDisguises, readLater, readPhrases } from './disguises/table.js';
/** Which disguises are found, by ours and by the word filters that a user would pick. Writes docs/disguises.md. */
const TABLE = 'test/text/disguises';
const CHAT = '../shared/eval/public';
const phrases = readPhrases(TABLE);
const later = readLater(TABLE);
const lines = readChat(CHAT);
const alarms = lines && falseAlarms(phrases, lines);
const page = pageOf(phrases.length, measure(phrases, readDisguises(TABLE)), measure([...new Set(later.map(({ phrase }) => phrase))], later), lines && alarms && { lines: lines.length, alarms: alarms.length });
writeFileSync('docs/disguises.md', page);
process.stdout.write(page);
for (const { line, phrase } of alarms ?? [])
    process.stdout.write(`${phrase} <- ${line}\n`);
//# sourceMappingURL=disguises.js.map