import { parseArgs } from 'node:util';
import { soak } from './proof/soak.js';
/**
 * Many groups, many messages, bursts: memory and time from the wire to the decision on disk, over the whole path (simulator,
 * stack, gateway, rules, ledger with synchronous=FULL). `--groups`, `--members`, `--messages`, `--burst` a second,
 * `--steady` a second outside bursts. Exits with 1 when something was lost or out of order; figures are reported as they are.
 */
const { values } = parseArgs({
    options: {
        groups: { type: 'string', default: '100' },
        members: { type: 'string', default: '50' },
        messages: { type: 'string', default: '200000' },
        burst: { type: 'string', default: '2000' },
        steady: { type: 'string', default: '40' },
        rules: { type: 'string', default: 'rules' },
    },
});
const { groups, members, messages, burst, steady } = values;
const result = await soak({
    groups: Number(groups),
    members: Number(members),
    messages: Number(messages),
    burst: Number(burst),
    steady: Number(steady),
    rules: values.rules,
    say: line => console.log(line),
});
process.exit(result.whole ? 0 : 1);
//# sourceMappingURL=soak.js.map