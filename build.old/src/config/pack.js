import { z } from 'zod';
import { check } from './diagnostics.js';
import { line, withForm } from './forms.js';
import { DEFAULT_PARAMS, paramsSchema, readParams } from './params.js';
import { buildRule } from './rule.js';
import { FIXED_KEYS, OVERRIDE_KEYS, REQUIRED_KEYS } from './rule-format.js';
import { placeFrom } from './wording.js';
import { isObject } from './yaml.js';
const packName = withForm(z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .describe('规则包的名称，与文件夹同名'), { text: '小写字母、数字和 -，例如 common', suggest: () => null });
export const packSchema = z.strictObject({
    pack: packName,
    title: line.describe('规则包的中文名'),
    extends: packName.describe('沿用哪个规则包的规则和数值').optional(),
    params: paramsSchema.describe('数值；不写的用默认值').optional(),
    drop: z.array(line).describe('上级规则包里不用的规则的 id').optional(),
    override: z.record(z.string(), z.any()).describe('按规则 id 改写上级规则包的规则').optional(),
});
/** Resolves every pack against the one it extends. Packs with mistakes come out as far as they can be read. */
export function resolvePacks(packs, context) {
    const resolved = new Map();
    const resolve = (source, below) => {
        const done = resolved.get(source.name);
        if (done)
            return done;
        const parent = parentOf(source, packs, below, context);
        const result = resolvePack(source, parent && resolve(parent, [...below, source.name]), context);
        resolved.set(source.name, result);
        return result;
    };
    for (const source of packs.values())
        resolve(source, []);
    return new Map([...packs.keys()].map(name => [name, resolved.get(name).pack]));
}
function parentOf(source, packs, below, { findings }) {
    const at = source.root?.at('extends');
    if (typeof at?.value !== 'string')
        return null;
    const circle = [...below, source.name];
    if (circle.includes(at.value)) {
        const names = [...circle.slice(circle.indexOf(at.value)), at.value];
        findings.add(at.spot(), 'BZ113', `规则包循环继承：${names.join(' → ')}`, { expected: '去掉其中一处 extends' });
        return null;
    }
    const parent = packs.get(at.value);
    if (!parent) {
        const others = [...packs.keys()].filter(name => name !== source.name);
        findings.addChoice(at.spot(), 'BZ113', `没有名为 ${at.value} 的规则包`, at.value, others, '以下之一：');
    }
    return parent ?? null;
}
function resolvePack(source, parent, context) {
    const { root } = source;
    const inherited = parent?.pack.params ?? DEFAULT_PARAMS;
    if (root)
        checkHead(source, root, context);
    const paramsAt = root?.at('params');
    const params = paramsAt && isObject(paramsAt.value) ? readParams(paramsAt, inherited, context.findings) : inherited;
    // A parent that is named and missing leaves nothing to compare with.
    const parentUnknown = typeof root?.at('extends').value === 'string' && !parent;
    const incomplete = source.incomplete || parentUnknown || (parent?.incomplete ?? false);
    const takenOver = takeOver(root, parent, incomplete, context);
    const { kept: sources, twice } = unique([...takenOver, ...source.rules], context);
    // They come to nothing, but what else is wrong with them is told in the same breath.
    for (const rule of twice)
        buildRule(rule, params, context);
    const built = new Map(parent?.sources.map((from, index) => [from, parent.pack.rules[index]]));
    const otherCooldown = params.collectiveCooldown !== inherited.collectiveCooldown;
    const rules = sources.map(rule => {
        const same = otherCooldown && takesCooldown(rule) ? null : built.get(rule);
        return same ?? buildRule(rule, params, context);
    });
    const title = root?.at('title').value;
    const pack = {
        name: source.name,
        title: typeof title === 'string' ? title : source.name,
        rules: rules,
        params,
    };
    return { pack, sources, incomplete };
}
/** Whether a rule takes its cooldown from the numbers of its pack. */
function takesCooldown(rule) {
    const burst = rule.keys.get('burst');
    return burst !== undefined && burst.at('cooldown').value === undefined;
}
function checkHead(source, root, { findings }) {
    if (!check(packSchema, root, findings))
        return;
    const name = root.at('pack');
    if (name.value === source.name)
        return;
    findings.add(name.spot(), 'BZ104', `规则包的名称 ${String(name.value)} 与文件夹不同`, {
        expected: source.name,
        didYouMean: source.name,
    });
}
/** The parent's rules without those dropped, and with what is overridden replaced. */
function takeOver(root, parent, incomplete, context) {
    const { findings } = context;
    const given = parent?.sources ?? [];
    const ids = given.map(rule => rule.id);
    const known = (at, id, what, key) => {
        if (ids.includes(id))
            return true;
        if (!incomplete) {
            const where = parent ? `规则包 ${parent.pack.name} 里没有规则 ${id}` : `没有写 extends，无处可${what}`;
            findings.addChoice(key ? at.keySpot() : at.spot(), 'BZ119', where, id, ids, ids.length > 12 ? '它的规则：' : '以下之一：');
        }
        return false;
    };
    const dropped = new Set();
    for (const item of root?.at('drop').items() ?? []) {
        if (typeof item.value === 'string' && known(item, item.value, '去掉', false))
            dropped.add(item.value);
    }
    const overrides = new Map();
    const override = root?.at('override');
    for (const id of override?.keys() ?? []) {
        const at = override.at(id);
        if (!known(at, id, '改写', true))
            continue;
        if (dropped.has(id)) {
            findings.add(at.keySpot(), 'BZ121', `规则 ${id} 又去掉又改写`, { expected: 'drop 和 override 里只留一处' });
        }
        else
            overrides.set(id, at);
    }
    return given.flatMap(rule => {
        if (dropped.has(rule.id))
            return [];
        const at = overrides.get(rule.id);
        return at ? overridden(rule, at, context) : rule;
    });
}
function overridden(rule, at, { findings }) {
    if (!isObject(at.value)) {
        findings.add(at.keySpot(), 'BZ103', `${rule.id} 下面应为要改写的键`, { expected: OVERRIDE_KEYS.join('、') });
        return rule;
    }
    const keys = new Map(rule.keys);
    const examples = [...rule.examples];
    for (const name of at.keys()) {
        const key = name;
        const part = at.at(name);
        if (FIXED_KEYS.includes(key)) {
            findings.add(part.keySpot(), 'BZ121', `${name} 不能改写`, { expected: `可改写：${OVERRIDE_KEYS.join('、')}` });
        }
        else if (!OVERRIDE_KEYS.includes(key)) {
            findings.addChoice(part.keySpot(), 'BZ102', `规则里没有 ${name} 这个键`, name, OVERRIDE_KEYS, '可改写：');
        }
        else if (key === 'examples')
            examples.push(part);
        else if (part.value === null && !REQUIRED_KEYS.includes(key))
            keys.delete(key);
        else
            keys.set(key, part);
    }
    return { ...rule, keys, examples };
}
/** Every rule once by id; the second place of an id is an error that names the first. */
function unique(rules, { findings }) {
    const first = new Map();
    const twice = [];
    const kept = rules.filter(rule => {
        if (rule.id === '')
            return true;
        const before = first.get(rule.id);
        if (!before) {
            first.set(rule.id, rule);
            return true;
        }
        twice.push(rule);
        const there = placeFrom(rule.spot.place, before.spot.place);
        findings.add(rule.spot, 'BZ106', `规则 id ${rule.id} 已在${there}用过`, {
            expected: '每条规则一个 id；要改上级规则包的规则，在 pack.yaml 里写 override',
        });
        return false;
    });
    return { kept, twice };
}
//# sourceMappingURL=pack.js.map