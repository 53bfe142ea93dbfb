import { isCollection, isScalar, visit } from 'yaml';
/** The parser's error codes as a teacher at a keyboard would want them. */
const EXPLANATIONS = {
    ALIAS_PROPS: { message: '别名（*）前面不能有标签或锚点', expected: null },
    BAD_ALIAS: { message: '别名（*）后面要有名字', expected: '以 * 开头的文字要加引号' },
    BAD_COLLECTION_TYPE: { message: '标签和内容不符', expected: null },
    BAD_DIRECTIVE: { message: '不认识的 % 指令', expected: '以 % 开头的文字要加引号' },
    BAD_DQ_ESCAPE: { message: '双引号里的反斜杠写法无效', expected: '正则请用单引号，单引号里的反斜杠不必转义' },
    BAD_INDENT: { message: '缩进不对', expected: '同一层的键左边对齐' },
    BAD_PROP_ORDER: { message: '锚点和标签要写在 - ? : 之后', expected: null },
    BAD_SCALAR_START: { message: '文字不能以这个符号开头', expected: '给这段文字加引号' },
    BLOCK_AS_IMPLICIT_KEY: {
        message: '同一行里出现了第二个“键: 值”',
        expected: '文字里有冒号加空格时，给整段文字加引号',
    },
    BLOCK_IN_FLOW: { message: '[ ] 或 { } 里面不能换成分行的写法', expected: null },
    DUPLICATE_KEY: { message: '同一个键写了两次', expected: '每个键只写一次' },
    KEY_OVER_1024_CHARS: { message: '键太长', expected: '不超过 1024 个字符' },
    MISSING_CHAR: { message: '缺少一个符号', expected: null },
    MULTILINE_IMPLICIT_KEY: { message: '这一行缺少“: ”', expected: '键: 值' },
    MULTIPLE_ANCHORS: { message: '一处只能有一个锚点（&）', expected: null },
    MULTIPLE_DOCS: { message: '一个文件里只能有一份内容', expected: '去掉 --- 分隔线，或分成两个文件' },
    MULTIPLE_TAGS: { message: '一处只能有一个标签（!）', expected: null },
    NON_STRING_KEY: { message: '键必须是文字', expected: null },
    TAB_AS_INDENT: { message: '缩进里有制表符（Tab）', expected: '用空格缩进' },
    TAG_RESOLVE_FAILED: { message: '不认识的标签（!）', expected: '以 ! 开头的文字要加引号' },
    UNEXPECTED_TOKEN: { message: '这里多了内容', expected: null },
};
/**
 * Syntax errors of a document. The first one decides (what follows it is mostly its echo); keys written twice
 * are each reported and do not make the rest unreadable.
 */
export function syntaxDiagnostics(doc, text, spotAt) {
    const problems = [...doc.errors, ...doc.warnings];
    const twice = problems.filter(problem => problem.code === 'DUPLICATE_KEY');
    const first = problems.find(problem => problem.code !== 'DUPLICATE_KEY');
    const diagnostics = (first ? [...twice, first] : twice).map(problem => {
        const { message, expected, at } = explain(problem, text);
        const [start, length] = at ?? opening(problem, doc, text) ?? extent(problem, text);
        const { place, width } = spotAt(start, length);
        return { code: 'BZ101', message, place, width, expected, didYouMean: null };
    });
    return { diagnostics, fatal: first !== undefined };
}
function explain(problem, text) {
    const [start] = problem.pos;
    const line = lineAt(text, start);
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const known = EXPLANATIONS[problem.code] ?? { message: problem.message, expected: null };
    if (problem.code === 'DUPLICATE_KEY')
        return { ...known, message: `键 ${keyAt(text, start)} 写了两次` };
    const key = /^\s*(?:- )*[\w.-]+/.exec(line)?.[0].length ?? -1;
    if (line[key] === '：') {
        return { message: '冒号是全角的“：”', expected: '半角冒号加一个空格（键: 值）', at: [lineStart + key, 1] };
    }
    if (/[{,]\s*[\w-]+:\s*\$\{/.test(line)) {
        return { message: '花括号里的 ${…} 没有加引号', expected: '"${变量名}"', at: [lineStart + line.indexOf('${'), 2] };
    }
    if (problem.message.includes('quote'))
        return { message: '引号没有结束', expected: '成对的引号' };
    if (problem.code === 'UNEXPECTED_TOKEN') {
        const value = /^\s*(?:- |[\w.-]+:\s+)*(["'[{])/.exec(line);
        const opener = value?.[1];
        const from = opener ? line.indexOf(opener) : -1;
        if (opener && lineStart + from < start) {
            const message = /["']/.test(opener) ? '引号后面还有文字' : `以 ${opener} 开头的文字没有加引号`;
            const at = [lineStart + from, line.length - from];
            return { message, expected: '给整段文字加引号，里面的引号用“”', at };
        }
    }
    if (/^Flow |Expected .* to end|to end with/.test(problem.message)) {
        return { message: '括号没有结束', expected: '成对的 [ ] 或 { }' };
    }
    if (problem.code === 'MISSING_CHAR' || problem.code === 'MULTILINE_IMPLICIT_KEY') {
        if (line[key] === ':' && /\S/.test(line[key + 1] ?? '')) {
            return { message: '冒号后面缺一个空格', expected: '键: 值', at: [lineStart + key, 1] };
        }
        if (problem.message.includes(','))
            return { message: '两项之间缺一个逗号', expected: '半角逗号' };
        if (problem.message.includes('Implicit'))
            return EXPLANATIONS.MULTILINE_IMPLICIT_KEY;
    }
    return known;
}
/** For what was never closed: where it was opened, which is where the mistake is. */
function opening(problem, doc, text) {
    let found = null;
    visit(doc, {
        Node(_, node) {
            const range = node.range;
            if (!range || range[0] > problem.pos[0])
                return;
            const last = text[range[1] - 1];
            const open = text[range[0]];
            const unclosed = (isCollection(node) && node.flow && last !== (open === '[' ? ']' : '}')) ||
                (isScalar(node) &&
                    (open === '"' || open === "'") &&
                    String(node.type).startsWith('QUOTE') &&
                    (last !== open || range[1] - range[0] < 2));
            if (unclosed)
                found = node;
        },
    });
    const range = found?.range;
    return range ? [range[0], 1] : null;
}
/** From where the parser stumbled to the end of that word. */
function extent(problem, text) {
    const start = problem.pos[0];
    if (problem.code === 'DUPLICATE_KEY')
        return [start, keyAt(text, start).length];
    const line = lineAt(text, start);
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    if (problem.code === 'MULTILINE_IMPLICIT_KEY')
        return [start, line.length - (start - lineStart)];
    return [start, Math.max(1, problem.pos[1] - start)];
}
function keyAt(text, start) {
    return /^[^:\r\n]*/.exec(text.slice(start, start + 200))[0].trimEnd();
}
function lineAt(text, offset) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    return text.slice(start, end < 0 ? undefined : end).trimEnd();
}
//# sourceMappingURL=syntax.js.map