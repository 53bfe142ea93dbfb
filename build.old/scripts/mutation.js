import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { killed, mutationPage } from './mutation/page.js';
/**
 * Every mutant of one room, a unit at a time (a file or a folder), each against the tests that mirror it: loading the
 * whole room's tests for each mutant takes hours. What only another unit's tests would notice counts as survived, so the
 * score is a lower bound. Prints survivors, writes docs/mutation-<room>.md. `npm run mutation:room -- text`.
 */
const room = process.argv[2] ?? 'text';
const only = process.argv.slice(3);
/** proved by cross-validation, not by mutants */
const LEFT_OUT = new Set(['intent', 'index']);
/** Whose tests try a unit that has none of its own name. */
const TRIED_BY = { either: 'question', emoji: 'normalise', zone: 'calendar' };
const units = [];
for (const entry of readdirSync(`src/${room}`).sort()) {
    const name = entry.replace(/\.ts$/, '');
    if (LEFT_OUT.has(name) || (only.length > 0 && !only.includes(name)))
        continue;
    process.env.TESTS = testsOf(name);
    const mutate = entry === name ? `src/${room}/${name}/**/*.ts` : `src/${room}/${entry}`;
    const mutants = await new Stryker({ mutate: [mutate], reporters: ['clear-text'] }).runMutationTest();
    units.push({ name, tests: process.env.TESTS, mutants });
    console.log(`${name}: ${killed(mutants)} of ${mutants.length}`);
}
if (only.length === 0)
    writeFileSync(`docs/mutation-${room}.md`, mutationPage(room, units));
/** Where no test bears the unit's name and none is known to try it, those of the whole room. */
function testsOf(unit) {
    const name = TRIED_BY[unit] ?? unit;
    if (existsSync(`test/${room}/${name}`))
        return `${room}/{${name}/**/*,${name}*}.test.ts`;
    const mirrored = readdirSync(`test/${room}`).some(file => file.startsWith(name) && file.endsWith('.test.ts'));
    return mirrored ? `${room}/${name}*.test.ts` : `${room}/*.test.ts`;
}
//# sourceMappingURL=mutation.js.map