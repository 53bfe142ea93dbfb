import jsonLogic from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import { z } from 'zod';
import { compile, evaluate } from '../../src/engine/index.js';
import { defineSignal, registryOf, resourcesOf } from '../../src/signals/index.js';
const YES = { hit: true };
const NO = { hit: false };
const answer = defineSignal({
    name: 'answer',
    summary: 'an answer that is known beforehand',
    options: z.string(),
    detect: (facts, name) => (facts.answers[name] ? YES : NO),
    explain: () => '',
});
/** The same rules with every question replaced by its answer. */
export function bare(pack) {
    const questions = new Map();
    const names = new Map();
    const rewrite = (condition) => {
        if (condition.op === 'all' || condition.op === 'any')
            return { op: condition.op, of: condition.of.map(rewrite) };
        if (condition.op === 'not')
            return { op: 'not', of: rewrite(condition.of) };
        const { signal, options, place } = condition;
        const key = `${signal} ${JSON.stringify(options)}`;
        const name = names.get(key) ?? `q${names.size}`;
        names.set(key, name);
        questions.set(name, { signal, options });
        return { op: 'signal', signal: 'answer', options: name, place };
    };
    const rules = pack.rules.map(rule => ({ ...rule, when: rewrite(rule.when), unless: rule.unless.map(rewrite) }));
    const registry = registryOf([answer]);
    const resources = resourcesOf(new Map());
    const known = { ...pack, rules };
    return { pack: known, compiled: compile(known, { registry, resources }), questions };
}
/** Our engine over answered facts. */
export function ours({ compiled }) {
    return facts => evaluate(compiled, facts).rule !== null;
}
/** json-logic-js, rule after rule in the order of tiers until one fires. */
export function jsonLogicOf(rules) {
    const logic = (condition) => {
        if (condition.op === 'signal')
            return { var: condition.options };
        if (condition.op === 'not')
            return { '!': [logic(condition.of)] };
        return { [condition.op === 'all' ? 'and' : 'or']: condition.of.map(logic) };
    };
    const whole = rules.map(rule => ({ and: [logic(rule.when), ...rule.unless.map(one => ({ '!': [logic(one)] }))] }));
    return answers => whole.some(rule => jsonLogic.apply(rule, answers) === true);
}
/** json-rules-engine with all rules; it looks at every one. */
export function jsonRulesEngineOf(rules) {
    const nested = (condition) => {
        if (condition.op === 'signal')
            return { fact: condition.options, operator: 'equal', value: true };
        if (condition.op === 'not')
            return { not: nested(condition.of) };
        return condition.op === 'all' ? { all: condition.of.map(nested) } : { any: condition.of.map(nested) };
    };
    const engine = new Engine();
    for (const rule of rules) {
        const all = [nested(rule.when), ...rule.unless.map(one => ({ not: nested(one) }))];
        engine.addRule({ conditions: { all }, event: { type: rule.id } });
    }
    return async (answers) => (await engine.run(answers)).events.length > 0;
}
//# sourceMappingURL=engines.js.map