import { compileRuleSet } from './compile.js';
import { evaluateRule } from './evaluate.js';
import { exampleFacts } from './example-facts.js';
import { MemoryHistory } from './memory-history.js';
/** What each rule says of its line today, each rule by itself; null where pack or rule are gone. */
export function judgeKept(ruleSet, registry, kept) {
    const compiled = compileRuleSet({ ...ruleSet, packs: packsFor(ruleSet, kept) }, registry);
    return kept.map(({ pack, rule, line }) => {
        const found = compiled.get(pack);
        return found ? evaluateRule(found, rule, exampleFacts(line, found.pack.params, new MemoryHistory())) : null;
    });
}
/** Only what is asked for: compiling a whole rule set takes its time. */
function packsFor(ruleSet, kept) {
    const asked = new Set(kept.map(({ pack, rule }) => `${pack}/${rule}`));
    return new Map([...ruleSet.packs]
        .map(([name, pack]) => [
        name,
        { ...pack, rules: pack.rules.filter(rule => asked.has(`${name}/${rule.id}`)) },
    ])
        .filter(([, pack]) => pack.rules.length > 0));
}
//# sourceMappingURL=kept.js.map