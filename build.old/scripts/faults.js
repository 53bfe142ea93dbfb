import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CONTENT_ROWS } from './faults/content-rows.js';
import { report } from './faults/report.js';
import { SESSION_ROWS } from './faults/session-rows.js';
import { scriptPath } from './proof/process.js';
/**
 * Every fault of the WeChat Web stack that is known, on the simulator: the stock stack against this project's gateway on
 * the same stack. Writes docs/connection.md. `--only ID` (may be repeated) runs some rows and writes nothing.
 * Exits with 1 when a row of ours does not hold; the last line is the count.
 */
const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const rows = [...CONTENT_ROWS, ...SESSION_ROWS].filter(row => values.only?.includes(row.id) ?? true);
const AT_ONCE = 8;
/** a process of a row that does not end is given up */
const LONGEST = 220_000;
const findings = new Map();
const jobs = ['stock', 'ours']
    .flatMap(who => {
    const slow = rows.filter(row => row.seconds !== undefined);
    const quick = rows.filter(row => row.seconds === undefined);
    const halves = [0, 1].map(half => quick.filter((_, place) => place % 2 === half));
    return [...slow.map(row => [row]), ...halves].filter(list => list.length > 0).map(list => ({ who, list }));
})
    .sort((a, b) => seconds(b.list) - seconds(a.list));
const began = Date.now();
const waiting = [...jobs];
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let job = waiting.shift(); job; job = waiting.shift())
        await run(job.who, job.list);
}));
const of = (who, row) => findings.get(`${who} ${row.id}`) ?? { said: 'no result', holds: false };
let held = 0;
for (const row of rows) {
    const ours = of('ours', row);
    if (ours.holds)
        held += 1;
    console.log(`${ours.holds ? '✓' : '✗'} ${row.title}\n    stock: ${of('stock', row).said}\n    ours:  ${ours.said}`);
}
if (!values.only) {
    mkdirSync('docs', { recursive: true });
    writeFileSync('docs/connection.md', report(rows, of));
}
console.log(`${held} of ${rows.length} rows hold (${Math.round((Date.now() - began) / 1000)} s)`);
process.exit(held === rows.length ? 0 : 1);
function seconds(list) {
    return list.reduce((sum, row) => sum + (row.seconds ?? 5), 0);
}
function run(who, list) {
    return new Promise(resolve => {
        const child = fork(scriptPath('faults/child.js'), [who, ...list.map(row => row.id)], { silent: true, execArgv: [] });
        child.stdout?.resume();
        child.stderr?.resume();
        const patience = setTimeout(() => child.kill('SIGKILL'), LONGEST);
        child.on('message', message => {
            const { id, finding } = message;
            findings.set(`${who} ${id}`, finding);
        });
        child.on('exit', () => {
            clearTimeout(patience);
            resolve();
        });
    });
}
//# sourceMappingURL=faults.js.map