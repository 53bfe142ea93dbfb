import { compileRuleSet } from './compile.js';
import { evaluate, evaluateRule } from './evaluate.js';
import { exampleFacts } from './example-facts.js';
import { MemoryHistory } from './memory-history.js';
import { decidedBy, remember } from './remember.js';
import { canonical } from './slots.js';
/**
 * Runs the examples of every rule, each rule by itself; a rule that several packs share is run in the first of them.
 * What was said before (`after`) is judged by the whole pack. Empty when every example holds.
 */
export function runExamples(ruleSet, registry) {
    const compiled = compileRuleSet(ruleSet, registry);
    const done = new Set();
    const diagnostics = [];
    for (const [name, pack] of ruleSet.packs) {
        for (const rule of pack.rules) {
            if (done.has(rule))
                continue;
            done.add(rule);
            diagnostics.push(...duplicates(rule), ...failures(rule, pack, compiled.get(name)));
        }
    }
    return diagnostics;
}
function failures(rule, pack, compiled) {
    const failed = (example, wanted) => {
        const facts = exampleFacts(example, pack.params, historyOf(example, compiled), example.after.length);
        const trace = evaluateRule(compiled, rule.id, facts);
        if (!trace || (trace.result === 'fired') === wanted)
            return [];
        const what = wanted ? '应命中却没有命中' : '不应命中却命中了';
        return [
            diagnostic('BZ107', `规则 ${rule.id}（${pack.name} 包）的示例${what}：${quote(example)}。${trace.because}`, example),
        ];
    };
    return [
        ...rule.examples.hit.flatMap(example => failed(example, true)),
        ...rule.examples.pass.flatMap(example => failed(example, false)),
    ];
}
/** What was said before an example, each line judged by the whole pack. */
export function historyOf(example, compiled) {
    const history = new MemoryHistory();
    for (const [index, earlier] of example.after.entries()) {
        const facts = exampleFacts(earlier, compiled.pack.params, history, index);
        history.add(remember(facts, decidedBy(evaluate(compiled, facts))));
    }
    return history;
}
function duplicates(rule) {
    const seen = new Set();
    return [...rule.examples.hit, ...rule.examples.pass].flatMap(example => {
        const key = canonical(withoutPlaces(example));
        if (!seen.has(key)) {
            seen.add(key);
            return [];
        }
        return [diagnostic('BZ117', `规则 ${rule.id} 的示例重复：${quote(example)}`, example)];
    });
}
function withoutPlaces({ place: _, after, ...example }) {
    return { ...example, after: after.map(({ place: _, ...earlier }) => earlier) };
}
function quote({ text, title, filename, kind }) {
    const shown = (text || title || filename || kind).split('\n')[0];
    return `「${shown.length > 30 ? `${shown.slice(0, 29)}…` : shown}」`;
}
function diagnostic(code, message, example) {
    const width = Math.max(1, example.text.split('\n')[0].length);
    return { code, message, place: example.place, expected: null, didYouMean: null, width };
}
//# sourceMappingURL=examples.js.map