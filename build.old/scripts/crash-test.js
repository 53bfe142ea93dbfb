import { parseArgs } from 'node:util';
import { crashTest } from './proof/crash.js';
/**
 * Kills the bot with SIGKILL at random points of a busy day and compares the simulator's record with the ledger.
 * `--kills N` (200), `--seed S`, `--rate R` things a second, `--rules DIR`. Exits with 1 when anything was lost or sent
 * twice; the last line is the summary.
 */
const { values } = parseArgs({
    options: {
        kills: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
        rate: { type: 'string', default: '12' },
        rules: { type: 'string', default: 'rules' },
    },
});
const [kills, seed, rate] = [values.kills, values.seed, values.rate].map(Number);
if (!kills || !seed || !rate || kills < 1 || rate <= 0) {
    console.error('usage: npm run crash-test -- [--kills N] [--seed S] [--rate R] [--rules DIR]');
    process.exit(2);
}
const result = await crashTest({ kills, seed, rate, rules: values.rules, say: line => console.log(line) });
process.exit(result.whole ? 0 : 1);
//# sourceMappingURL=crash-test.js.map