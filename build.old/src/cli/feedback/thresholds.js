const STEPS = 5;
/**
 * Tries the `at_least` of each signal of a rule, upwards: up to 0.95 for a probability, up to 5 more for a count.
 * Null where no single one of them does it.
 */
export async function proposeThreshold(rules, pack, rule, wrong, judge) {
    const hits = rule.examples.hit.map(({ after: _, ...line }) => ({ pack: pack.name, rule: rule.id, line }));
    for (const [index, { signal, from }] of thresholds(rule.when).entries()) {
        for (const to of higher(from)) {
            const raised = { ...rule, when: raise(rule.when, index, to) };
            const only = { ...rules, packs: new Map([[pack.name, { ...pack, rules: [raised] }]]) };
            const traces = await judge(only, [...wrong, ...hits]);
            const fired = traces.map(trace => trace?.result === 'fired');
            if (fired.slice(wrong.length).includes(false))
                break;
            if (!fired.slice(0, wrong.length).includes(true))
                return { signal, from, to };
        }
    }
    return null;
}
function higher(from) {
    const step = from > 0 && from < 1 ? 0.05 : 1;
    const all = Array.from({ length: STEPS }, (_, i) => Math.round((from + (i + 1) * step) * 100) / 100);
    return step === 1 ? all : all.filter(value => value <= 0.95);
}
function thresholds(condition) {
    if (condition.op === 'not')
        return [];
    if (condition.op !== 'signal')
        return condition.of.flatMap(thresholds);
    const from = atLeast(condition.options);
    return from === null ? [] : [{ signal: condition.signal, from }];
}
/** The same condition with the threshold of this place, counted as `thresholds` does, set anew. */
function raise(condition, index, to) {
    let seen = -1;
    const walk = (node) => {
        if (node.op === 'not')
            return node;
        if (node.op !== 'signal')
            return { ...node, of: node.of.map(walk) };
        if (atLeast(node.options) === null || ++seen !== index)
            return node;
        return { ...node, options: { ...node.options, at_least: to } };
    };
    return walk(condition);
}
function atLeast(options) {
    const value = options?.at_least;
    return typeof value === 'number' ? value : null;
}
//# sourceMappingURL=thresholds.js.map