import { closest } from './closest.js';
import { CONDITIONS_FILE, tooDeep, tooLarge } from './conditions.js';
import { check } from './diagnostics.js';
import { shown, withPlainColon } from './wording.js';
import { isObject } from './yaml.js';
const OPERATORS = ['all', 'any', 'not', 'named'];
const FORM = '“信号: 选项”，或 all、any、not、named';
const FLATTER = '少套几层，或写开其中几处';
/**
 * Reads a tree of signals. Every mistake is reported at the deepest place that it can be blamed on; null when there
 * was any. A list means `all`.
 */
export function readCondition(at, context) {
    if (Array.isArray(at.value))
        return readGroup('all', at, context);
    if (!isObject(at.value)) {
        reportNoCondition(at, context);
        return null;
    }
    const keys = at.keys();
    const [first] = keys;
    if (first === undefined) {
        context.findings.add(at.spot(), 'BZ105', '条件是空的', { expected: FORM });
        return null;
    }
    const read = keys.map(key => readEntry(key, at.at(key), context));
    if (keys.length > 1) {
        context.findings.add(at.at(keys[1]).keySpot(), 'BZ121', `一个条件里写了 ${keys.join('、')} ${keys.length} 个键`, {
            expected: '一个条件一个键；要同时满足，写成列表：每个前面加“- ”',
        });
        return null;
    }
    return read[0] ?? null;
}
function readEntry(key, at, context) {
    if (key === 'all' || key === 'any')
        return readGroup(key, at, context);
    if (key === 'not') {
        const of = readCondition(at, context);
        return of && { op: 'not', of };
    }
    return key === 'named' ? readNamed(at, context) : readSignal(key, at, context);
}
/** A condition of conditions.yaml, read the first time that it is named. */
export function readNamed(at, context) {
    const { findings, named } = context;
    if (typeof at.value !== 'string') {
        findings.add(at.spot(), 'BZ103', `named 后面应为条件的名称，写的是${shown(at.value)}`, {
            expected: `${CONDITIONS_FILE} 里的名称`,
        });
        return null;
    }
    if (named.written === null)
        return null;
    const name = at.value;
    const written = named.written.get(name);
    if (!written) {
        const names = [...named.written.keys()];
        findings.addChoice(at.spot(), 'BZ104', `${CONDITIONS_FILE} 里没有条件 ${name}`, name, names, '以下之一：');
        return null;
    }
    const known = named.read.get(name);
    if (known !== undefined)
        return known;
    const refuse = (why, expected) => {
        findings.add(at.spot(), 'BZ121', `条件 ${name} ${why}`, { expected });
        return null;
    };
    if (named.open.has(name))
        return refuse('用到了它自己', '把其中一处写开');
    let tree;
    if (tooDeep(named))
        tree = refuse('套得太深', FLATTER);
    else {
        named.open.add(name);
        tree = readCondition(written, context);
        named.open.delete(name);
        if (tree && tooLarge(tree))
            tree = refuse('展开得太大', FLATTER);
    }
    named.read.set(name, tree);
    return tree;
}
function readGroup(op, at, context) {
    if (!Array.isArray(at.value)) {
        context.findings.add(at.spot(), 'BZ103', `${op} 后面应为列表，写的是${shown(at.value)}`, {
            expected: '每个条件一行，前面加“- ”',
        });
        // What stands there may be wrong in itself, too.
        if (isObject(at.value))
            readCondition(at, context);
        return null;
    }
    if (at.value.length === 0) {
        context.findings.add(at.spot(), 'BZ105', '条件的列表是空的', { expected: `至少一个${FORM}` });
        return null;
    }
    const parts = at.items().map(item => readCondition(item, context));
    return parts.includes(null) ? null : { op, of: parts };
}
function readSignal(name, at, context) {
    const { catalogue, findings, resources } = context;
    const names = catalogue.names();
    if (!names.includes(name)) {
        const valid = [...names, ...OPERATORS];
        findings.addChoice(at.keySpot(), 'BZ108', `没有名为 ${name} 的信号`, name, valid, '以下之一：');
        return null;
    }
    const schema = catalogue.schema(name);
    if (at.value === null) {
        findings.add(at.keySpot(), 'BZ105', `信号 ${name} 没有写选项`, {
            didYouMean: schema.safeParse('any').success ? `${name}: any` : null,
        });
        return null;
    }
    const options = check(schema, at, findings);
    // Options that are rightly empty are undefined or false, never null.
    if (options === null)
        return null;
    const problems = checkOptions(name, options, context).filter(problem => !isExcused(problem, at, context));
    for (const problem of problems)
        reportOption(problem, at, context);
    return problems.length > 0 ? null : { op: 'signal', signal: name, options, place: at.keySpot().place };
}
/** A third-party signal that throws is an error of that signal, to be told at the place where it is used. */
function checkOptions(name, options, context) {
    try {
        return context.catalogue.check(name, options, context.resources);
    }
    catch (error) {
        return [{ path: [], code: 'BZ118', message: `信号 ${name} 出错：${error.message}` }];
    }
}
/** A list of a lexicon file that could not be read is not known to be missing. */
function isExcused(problem, at, context) {
    if (problem.code !== 'BZ110')
        return false;
    const { value } = blamed(problem, at, context.resources);
    return typeof value === 'string' && context.brokenLexicons.has(value.split('.')[0]);
}
function reportOption(problem, at, { findings, resources }) {
    const code = problem.code ?? 'BZ104';
    const { path, value } = blamed(problem, at, resources);
    const valid = validOf(problem, resources);
    const part = problem.at ?? (code === 'BZ109' && typeof value === 'string' ? unsupportedPart(value) : null);
    const spot = part ? at.file.spotInside(path, part.start, part.length) : at.file.spot(path, 'value');
    findings.add(spot, code, problem.message, {
        expected: problem.expected ?? (valid.length > 0 ? `以下之一：${valid.join('、')}` : null),
        didYouMean: typeof value === 'string' ? closest(value, valid) : null,
    });
}
/**
 * The part a problem is about, as deep as can be told. Signals know only the long form of their options, so the path
 * may lead nowhere; then the name that the message speaks of is looked for, and the pattern of a bad pattern.
 */
function blamed(problem, at, resources) {
    const inner = problem.path.reduce((part, step) => part.at(step), at);
    const part = inner.value === undefined ? at : inner;
    if (problem.code === 'BZ109' && part.at('re').value !== undefined)
        return part.at('re');
    const valid = validOf(problem, resources);
    const names = strings(part).filter(({ value }) => !valid.includes(value));
    return names.find(({ value }) => problem.message.includes(` ${value} `)) ?? part;
}
/** Every string under a part. */
function strings(at) {
    if (typeof at.value === 'string')
        return [at];
    return [...at.items(), ...at.keys().map(key => at.at(key))].flatMap(strings);
}
function validOf(problem, resources) {
    return problem.valid ?? (problem.code === 'BZ110' ? resources.lexiconNames() : []);
}
/** Where a pattern asks for what RE2 leaves out on purpose: lookaround, back-references, atomic groups. */
function unsupportedPart(pattern) {
    const match = /\(\?(?:<?[=!]|>)|\\[1-9]|\\k<\w*>/.exec(pattern);
    return match && { start: match.index, length: match[0].length };
}
function reportNoCondition(at, { catalogue, findings }) {
    if (at.value === null || at.value === undefined) {
        findings.add(at.keySpot(), 'BZ105', '条件是空的', { expected: FORM });
        return;
    }
    const name = String(at.value);
    const known = catalogue.names().includes(name);
    findings.add(at.spot(), 'BZ103', `这里应为条件，写的是${shown(at.value)}`, {
        expected: FORM,
        didYouMean: withPlainColon(name) ?? (known ? `${name}: any` : null),
    });
}
//# sourceMappingURL=condition.js.map