import { closest } from './closest.js';
import { formOf, plain } from './forms.js';
import { converted, shown, subject, TYPES, typeName } from './wording.js';
import { keysOf, schemaAt, valueAt } from './zod-schema.js';
/** Marks a message that no schema wrote itself. */
const UNWRITTEN = '\u0000';
/**
 * Parses a value. Problems say in Chinese what was expected and what is there; `written` gives the source text of a
 * part, so that a suggestion can quote `0666` where YAML made 666 of it; `root` is where the value itself stands.
 */
export function problemsOf(schema, value, written = () => '', root = []) {
    const result = schema.safeParse(value, { error: () => UNWRITTEN });
    if (result.success)
        return { data: result.data, problems: [] };
    const problems = result.error.issues.flatMap(issue => explain(issue, [], { schema, value, written, root }));
    return { data: null, problems: problems.filter(problem => !isMisspelt(problem, problems)) };
}
/** A missing key that stands there misspelt is one mistake, not two. */
function isMisspelt(missing, problems) {
    const { key } = missing;
    if (key === undefined)
        return false;
    const here = JSON.stringify(missing.path);
    return problems.some(other => other.code === 'BZ102' && other.didYouMean === key && JSON.stringify(other.path.slice(0, -1)) === here);
}
function explain(issue, base, context) {
    const path = [...base, ...issue.path];
    const value = valueAt(context.value, path);
    const form = formOf(schemaAt(context.schema, path));
    const name = subject([...context.root, ...path]);
    const problem = (code, message, more = {}) => [
        {
            code,
            path,
            onKey: false,
            message: issue.message === UNWRITTEN ? message : `${name}${issue.message}`,
            expected: form?.text ?? null,
            didYouMean: form ? form.suggest(value) : null,
            ...more,
        },
    ];
    if (value === undefined)
        return missing(path, form);
    if (value === null && issue.code !== 'unrecognized_keys') {
        return problem('BZ105', `${name}是空的`, { onKey: true, didYouMean: null });
    }
    switch (issue.code) {
        case 'invalid_type': {
            if (form)
                return problem('BZ103', `${name}写成了${typeName(value)}`);
            const type = issue.expected === 'int' || issue.expected === 'nan' ? 'int' : issue.expected;
            return problem('BZ103', `${name}应为${TYPES[type] ?? type}，写的是${shown(value)}`, {
                didYouMean: converted(value, type, context.written(path)),
            });
        }
        case 'invalid_value':
            return choice(problem, name, value, issue.values.map(String));
        case 'unrecognized_keys': {
            const valid = keysOf(schemaAt(context.schema, path), value);
            return issue.keys.map(key => ({
                code: 'BZ102',
                path: [...path, key],
                onKey: true,
                message: `没有 ${key} 这个键`,
                expected: valid.length > 0 ? `可用的键：${valid.join('、')}` : null,
                didYouMean: closest(key, valid.filter(other => !Object.hasOwn((value ?? {}), other))),
            }));
        }
        case 'too_small':
        case 'too_big': {
            const small = issue.code === 'too_small';
            const limit = Number(small ? issue.minimum : issue.maximum);
            if (issue.origin === 'string' && small && limit <= 1)
                return problem('BZ105', `${name}是空的`);
            if (issue.origin === 'array' && small && limit <= 1)
                return problem('BZ105', `${name}的列表是空的`);
            const unit = issue.origin === 'array' ? ' 项' : issue.origin === 'string' ? ' 个字符' : '';
            return problem('BZ104', `${name}太${small ? '小' : '大'}：${shown(value)}`, {
                expected: form?.text ?? `${small ? '至少' : '至多'} ${limit}${unit}`,
            });
        }
        case 'invalid_format':
            return problem('BZ104', `${name}的写法不对：${shown(value)}`);
        case 'invalid_union':
            return explainUnion(issue, path, context, problem, name, value);
        case 'invalid_key':
            return problem('BZ104', `键 ${path.at(-1)} 的写法不对`, { onKey: true });
        default:
            return problem('BZ104', `${name}的值不能用：${shown(value)}`);
    }
}
/** Of a union only the branch that was meant: the one whose shape fits, and of these the one that got furthest. */
function explainUnion(issue, path, context, problem, name, value) {
    const branches = issue.errors;
    const fitting = branches.filter(branch => !branch.some(isOfAnotherShape));
    const meant = fitting.sort((a, b) => reach(b) - reach(a) || a.length - b.length)[0];
    if (meant)
        return meant.flatMap(inner => explain(inner, path, context));
    const roots = branches.flat().filter(inner => inner.path.length === 0);
    const values = roots.flatMap(inner => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
    if (values.length > 0 && (typeof value !== 'object' || value === null))
        return choice(problem, name, value, values);
    const types = roots.flatMap(inner => (inner.code === 'invalid_type' ? [TYPES[inner.expected] ?? inner.expected] : []));
    const expected = [...new Set([...types, ...values])].join('、或 ');
    return problem('BZ103', `${name}的写法不对，写的是${shown(value)}`, { expected: expected || null });
}
function isOfAnotherShape(issue) {
    if (issue.path.length > 0)
        return false;
    if (issue.code === 'invalid_type' || issue.code === 'invalid_value')
        return true;
    return issue.code === 'invalid_union' && issue.errors.every(b => b.some(isOfAnotherShape));
}
function reach(branch) {
    return Math.max(...branch.map(issue => (issue.code === 'unrecognized_keys' ? 0 : issue.path.length)));
}
function choice(problem, name, value, valid) {
    const distinct = [...new Set(valid)];
    if (typeof value === 'object' && value !== null) {
        const [one] = Object.values(value);
        return problem('BZ103', `${name}应为一个词，写的是${shown(value)}`, {
            expected: `以下之一：${distinct.join('、')}`,
            didYouMean: distinct.includes(plain(one)) ? plain(one) : null,
        });
    }
    return problem('BZ104', `${name}不能是${shown(value)}`, {
        expected: distinct.length === 1 ? String(distinct[0]) : `以下之一：${distinct.join('、')}`,
        didYouMean: suggestChoice(value, distinct),
    });
}
/** The nearest member; for `parent，outsider` with the wrong comma, the list that was meant. */
function suggestChoice(value, valid) {
    const text = plain(value);
    const parts = text.split(/[，、；;,]\s*/);
    if (parts.length > 1) {
        const meant = parts.map(part => closest(part, valid));
        return meant.includes(null) ? null : `[${meant.join(', ')}]`;
    }
    return closest(text, valid);
}
function missing(path, form) {
    const key = path.at(-1);
    return [
        {
            code: 'BZ105',
            path: path.slice(0, -1),
            onKey: false,
            message: key === undefined ? '这里没有内容' : `缺少 ${key}`,
            expected: form ? `${key}：${form.text}` : null,
            didYouMean: null,
            ...(key === undefined ? {} : { key: String(key) }),
        },
    ];
}
//# sourceMappingURL=zod-problems.js.map