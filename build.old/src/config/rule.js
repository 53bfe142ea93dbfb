import { MINUTE } from '../model/time.js';
import { closest } from './closest.js';
import { readCondition } from './condition.js';
import { check } from './diagnostics.js';
import { exampleKey, readExample } from './example.js';
import { descriptionOf } from './forms.js';
import { checkMessage } from './messages.js';
import { checkTogether, readOutcomes } from './outcome.js';
import { appliesSchema, burstSchema, REQUIRED_KEYS, RULE_KEYS, strikeSchema } from './rule-format.js';
import { placeFrom, withPlainColon } from './wording.js';
import { isObject } from './yaml.js';
const BURST_DEFAULTS = { count: 5, senders: 3, within: 10 * MINUTE };
const FEWEST_EXAMPLES = 2;
/** Reads the list of rules of one file. Unknown keys and ids are checked here, the values when the rule is built. */
export function readRuleFile(root, context) {
    const { findings } = context;
    if (!Array.isArray(root.value)) {
        const isRule = isObject(root.value) && Object.hasOwn(root.value, 'id');
        findings.add(root.spot(), 'BZ103', '规则文件应为规则的列表', {
            expected: '每条规则以“- id: …”开头',
            didYouMean: isRule ? `- id: ${String(root.value.id)}` : null,
        });
        return [];
    }
    return root.items().flatMap(item => readSource(item, context) ?? []);
}
function readSource(item, { findings }) {
    if (!isObject(item.value)) {
        findings.add(item.spot(), 'BZ103', '这一项不是规则', {
            expected: '- id: …，以及 title、why、category 等键',
            didYouMean: typeof item.value === 'string' ? withPlainColon(item.value) : null,
        });
        return null;
    }
    const keys = new Map();
    const misspelt = new Set();
    for (const key of item.keys()) {
        if (Object.hasOwn(RULE_KEYS, key))
            keys.set(key, item.at(key));
        else {
            const valid = Object.keys(RULE_KEYS).filter(other => !Object.hasOwn(item.value, other));
            misspelt.add(closest(key, valid));
            findings.addChoice(item.at(key).keySpot(), 'BZ102', `规则里没有 ${key} 这个键`, key, valid, '还可用的键：');
        }
    }
    for (const key of REQUIRED_KEYS) {
        if (!keys.has(key) && !misspelt.has(key))
            findings.add(item.spot(), 'BZ105', `规则缺少 ${key}`, { expected: descriptionOf(RULE_KEYS[key]) });
    }
    const id = item.at('id');
    const named = id.value !== undefined && check(RULE_KEYS.id, id, findings);
    const examples = keys.get('examples');
    return {
        id: named ? named : '',
        spot: id.value === undefined ? item.spot() : id.spot(),
        keys,
        examples: examples ? [examples] : [],
    };
}
/** Builds a rule from what was written, with the pack's numbers as defaults; null when something is wrong. */
export function buildRule(source, params, context) {
    const { findings } = context;
    const read = (key, reader) => {
        const at = source.keys.get(key);
        return at ? reader(at) : null;
    };
    const title = read('title', at => check(RULE_KEYS.title, at, findings));
    const why = read('why', at => check(RULE_KEYS.why, at, findings));
    const category = read('category', at => check(RULE_KEYS.category, at, findings));
    const tier = read('tier', at => check(RULE_KEYS.tier, at, findings));
    const topic = read('topic', at => check(RULE_KEYS.topic, at, findings));
    const applies = read('applies', at => check(appliesSchema, at, findings)) ?? {};
    const when = read('when', at => once(at, context, () => readCondition(at, context)));
    const unless = read('unless', at => once(at, context, () => readUnless(at, context))) ?? [];
    const then = read('then', at => readOutcomes(at, context));
    const strikes = read('escalate_after', at => check(strikeSchema, at, findings));
    const burst = read('burst', at => check(burstSchema, at, findings));
    const burstMessage = source.keys.get('burst')?.at('message');
    if (burst?.message && burstMessage)
        checkMessage(burstMessage, [], context);
    const examples = readExamples(source, applies, context);
    if (then)
        checkTogether(source, then, burst, context);
    if (!title || !why || !category || !tier || !when || !then || !examples || unless.includes(null))
        return null;
    return {
        id: source.id,
        title,
        why,
        category,
        tier,
        applies: { roles: applies.roles ?? null, kinds: applies.kinds ?? null, grades: applies.grades ?? null },
        when,
        unless: unless,
        then: then,
        topic: topic ?? category,
        escalateAfter: strikes,
        burst: burst && {
            count: burst.count ?? BURST_DEFAULTS.count,
            senders: burst.senders ?? BURST_DEFAULTS.senders,
            within: burst.within ?? BURST_DEFAULTS.within,
            cooldown: burst.cooldown ?? params.collectiveCooldown,
            message: burst.message ?? null,
        },
        examples,
        place: source.spot.place,
    };
}
function once(at, { trees }, readTree) {
    if (!trees.has(at))
        trees.set(at, readTree());
    return trees.get(at);
}
function readUnless(at, context) {
    return Array.isArray(at.value) ? at.items().map(item => readCondition(item, context)) : [readCondition(at, context)];
}
function readExamples(source, applies, { findings }) {
    const defaults = { from: applies.roles?.[0] ?? 'parent', grade: applies.grades?.[0] ?? null };
    const seen = new Map();
    const read = { hit: [], pass: [] };
    let whole = source.examples.length > 0;
    for (const examples of source.examples) {
        if (!isObject(examples.value)) {
            findings.add(examples.spot(), 'BZ103', 'examples 应有 hit 和 pass 两个列表', {
                expected: 'hit: […] 和 pass: […]',
            });
            return null;
        }
        for (const key of examples.keys()) {
            if (key === 'hit' || key === 'pass')
                continue;
            findings.addChoice(examples.at(key).keySpot(), 'BZ102', `examples 里没有 ${key} 这个键`, key, ['hit', 'pass'], '可用的键：');
            whole = false;
        }
        for (const kind of ['hit', 'pass']) {
            const list = examples.at(kind);
            if (list.value === undefined)
                continue;
            if (!Array.isArray(list.value)) {
                findings.add(list.spot(), list.value === null ? 'BZ105' : 'BZ103', `${kind} 应为列表`, {
                    expected: '每条示例一行，前面加“- ”',
                });
                return null;
            }
            for (const item of list.items()) {
                const example = readExample(item, defaults, findings);
                if (!example) {
                    whole = false;
                    continue;
                }
                const key = exampleKey(example);
                const before = seen.get(key);
                if (before) {
                    const spot = item.spot();
                    const there = placeFrom(spot.place, before.spot().place);
                    findings.add(spot, 'BZ117', `同一条示例已在${there}写过`, {
                        expected: '每条示例只写一次',
                    });
                }
                else
                    seen.set(key, item);
                read[kind].push(example);
            }
        }
    }
    const first = source.examples[0];
    if (!whole || !first)
        return null;
    for (const kind of ['hit', 'pass']) {
        if (read[kind].length >= FEWEST_EXAMPLES)
            continue;
        const at = first.at(kind).value === undefined ? first : first.at(kind);
        const what = kind === 'hit' ? '必须触发' : '不得触发';
        findings.add(at.keySpot(), 'BZ120', `${kind} 只有 ${read[kind].length} 条示例`, {
            expected: `每条规则至少 ${FEWEST_EXAMPLES} 条${what}的示例`,
        });
    }
    return read;
}
//# sourceMappingURL=rule.js.map