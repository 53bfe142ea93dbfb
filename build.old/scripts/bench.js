import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadRuleSet } from '../src/config/index.js';
import { compileRuleSet, MemoryHistory } from '../src/engine/index.js';
import { catalogueOf, registry, resourcesOf } from '../src/signals/index.js';
import { bare, jsonLogicOf, jsonRulesEngineOf, ours } from './bench/engines.js';
import { filtersOf } from './bench/filters.js';
import { historyRace } from './bench/history.js';
import { hostile } from './bench/hostile.js';
import { median, race } from './bench/measure.js';
import { messagesOf, textOf } from './bench/messages.js';
import { factsOf, judgeAll } from './bench/path.js';
import { reportOf } from './bench/report.js';
/**
 * Speed, side by side in one process: text to verdict against a bare scan by word filters; rule evaluation against
 * two rule engines; loading, memory, history and hostile input. Writes docs/benchmarks.md. `npm run bench`.
 */
const MESSAGES = 100_000;
/** json-rules-engine takes milliseconds a message. */
const ENGINE_MESSAGES = 1_000;
const RULES = 'rules';
const result = await loadRuleSet(RULES, { catalogue: catalogueOf(registry), runExamples: () => [] });
if (!result.ok)
    throw new Error('the rules are broken: npx banzhang check');
const { ruleSet } = result;
const strict = compileRuleSet(ruleSet, registry).get('strict');
const said = messagesOf('corpus', MESSAGES);
const texts = said.map(textOf);
const none = new MemoryHistory();
say(`${MESSAGES} messages, ${strict.rules.length} rules`);
const scans = filtersOf([...ruleSet.lexicons.values()].flat());
const path = race({
    banzhang: () => void judgeAll(said, strict, none),
    ...Object.fromEntries(Object.entries(scans).map(([name, scan]) => [
        name,
        () => {
            for (const text of texts)
                scan(text);
        },
    ])),
});
say(JSON.stringify(path));
const rules = bare(strict.pack);
const resources = resourcesOf(ruleSet.lexicons);
const detectors = [...rules.questions].map(([name, { signal, options }]) => {
    const known = registry.get(signal);
    const prepared = known?.prepare(options, resources);
    return { name, asks: (facts) => known?.detect(facts, options, prepared).hit ?? false };
});
const answered = said.slice(0, ENGINE_MESSAGES).map(one => {
    const facts = factsOf(one, strict, none);
    const answers = Object.fromEntries(detectors.map(({ name, asks }) => [name, asks(facts)]));
    const { event, member, group, text, attached, entities } = facts;
    return { event, member, group, text, attached, entities, answers };
});
const mine = ours(rules);
const logic = jsonLogicOf(rules.pack.rules);
const engine = jsonRulesEngineOf(rules.pack.rules);
const evaluation = race({
    banzhang: () => {
        for (const facts of answered)
            mine(facts);
    },
    'json-logic-js': () => {
        for (const facts of answered)
            logic(facts.answers);
    },
});
const waits = [];
for (let round = 0; round < 5; round++) {
    const began = process.hrtime.bigint();
    for (const facts of answered)
        await engine(facts.answers);
    waits.push(Number(process.hrtime.bigint() - began) / 1e6);
}
const engines = { ...evaluation, 'json-rules-engine': median(waits) };
say(JSON.stringify(engines));
const loads = Array.from({ length: 5 }, () => loaded());
const history = historyRace(said, strict);
say(JSON.stringify(history));
const attacks = hostile(strict, said.find(({ member }) => member.role === 'parent') ?? said[0]);
say(JSON.stringify(attacks));
writeFileSync('docs/benchmarks.md', reportOf({
    messages: MESSAGES,
    rules: strict.rules.length,
    words: new Set([...ruleSet.lexicons.values()].flat()).size,
    path,
    engineMessages: ENGINE_MESSAGES,
    engines,
    load: { ms: median(loads.map(({ ms }) => ms)), mb: median(loads.map(({ mb }) => mb)) },
    history,
    attacks,
}));
say('docs/benchmarks.md');
/** In a process of its own, as at a start. */
function loaded() {
    const script = fileURLToPath(new URL('./bench/load.js', import.meta.url));
    return JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, RULES], { encoding: 'utf8' }));
}
function say(line) {
    process.stdout.write(`${line}\n`);
}
//# sourceMappingURL=bench.js.map