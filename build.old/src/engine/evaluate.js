import { TIERS } from '../model/rule.js';
import { TIER_LABELS } from '../model/terms.js';
import { whyNot } from './applies.js';
import { Run } from './program.js';
/**
 * What the pack says of one event. Pure: no clock, no I/O but what the facts' history reads.
 * The first tier with a rule that fires decides; within it the strongest response, then the order in the files.
 */
export function evaluate(compiled, facts) {
    const marks = compiled.marksOf(facts);
    const run = compiled.program.next(facts, marks);
    const fired = firstFired(compiled, run, marks);
    // what is asked of this run later finds another event's marks
    run.marks = null;
    return verdictOf(compiled, run, fired);
}
function firstFired(compiled, run, marks) {
    for (const shelf of compiled.planFor(run.facts)) {
        const fired = firedOf(compiled, shelf, run, marks);
        if (fired.length > 0)
            return fired;
    }
    return [];
}
function firedOf({ program }, { candidates, starts, first }, run, marks) {
    const fired = [];
    for (let i = 0; i < first.length; i++) {
        const mark = first[i];
        if (mark >= 0 && marks[mark] === 0)
            continue;
        if (program.fires(starts[i], run.facts, marks))
            fired.push(candidates[i]);
    }
    return fired;
}
/** One rule of the pack by itself, whatever the others say. Null for an unknown id. */
export function evaluateRule(compiled, id, facts) {
    const found = compiled.rules.find(({ rule }) => rule.id === id);
    if (!found)
        return null;
    return explainRule(found, new Run(facts));
}
function verdictOf(compiled, run, fired) {
    const decisive = fired[0] ?? null;
    const rule = decisive?.compiled.rule ?? null;
    let evidence;
    return {
        rule,
        outcome: decisive?.outcome ?? null,
        category: rule?.category ?? null,
        fired: fired.map(candidate => candidate.compiled.rule),
        get evidence() {
            return (evidence ??= decisive ? evidenceOf(decisive.compiled, run) : []);
        },
        trace: () => traceOf(compiled, run, rule?.tier ?? null),
    };
}
function evidenceOf({ when }, run) {
    const answers = [];
    when.collect(run, answers);
    return answers;
}
function traceOf(compiled, run, decided) {
    run.marks = compiled.marksOf(run.facts);
    const last = decided === null ? TIERS.length : TIERS.indexOf(decided);
    const traces = compiled.rules.map((one) => {
        const { id, tier } = one.rule;
        if (TIERS.indexOf(tier) <= last)
            return explainRule(one, run);
        const because = `未查看：「${TIER_LABELS[decided]}」一层已有结论`;
        return { rule: id, tier, result: 'not_reached', because };
    });
    run.marks = null;
    return traces;
}
function explainRule(compiled, run) {
    const { rule, when, unless } = compiled;
    const trace = (result, because) => ({ rule: rule.id, tier: rule.tier, result, because });
    const unfit = whyNot(rule, run.facts);
    if (unfit)
        return trace('not_for_this', `不适用：${unfit}`);
    if (!when.test(run))
        return trace('missed', `未命中：${when.because(run)}`);
    const excuse = unless.find(condition => condition.test(run));
    if (excuse)
        return trace('excused', `已豁免：${excuse.because(run)}`);
    return trace('fired', `命中：${when.because(run)}`);
}
//# sourceMappingURL=evaluate.js.map