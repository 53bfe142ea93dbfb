import { RE2JS, RE2JSException } from 're2js';
import { canBeEmpty, isModest, nativePattern } from './re-native.js';
import { parsePattern } from './re-syntax.js';
import { OptionError } from './signal.js';
const EXPECTED = 'RE2 语法的正则表达式，不支持先行断言、后行断言与反向引用';
const UNSUPPORTED = [
    [/^\(\?(?:=|!)/, '先行断言（lookahead）'],
    [/^\(\?<(?:=|!)/, '后行断言（lookbehind）'],
    [/^\\[1-9]/, '反向引用（back-reference）'],
    [/^\\k</, '反向引用（back-reference）'],
];
/**
 * Compiles an admin's pattern (RE2 syntax). JavaScript's `\u4e00` and `\p{Script=Han}` are understood.
 * Throws OptionError (BZ109).
 */
export function compilePattern(source, path) {
    const tree = parsePattern(source);
    const compiled = tree && isModest(tree)
        ? new LatePattern(tree, () => compileRe2(source, path))
        : new Re2Pattern(compileRe2(source, path));
    if ((!tree || canBeEmpty(tree)) && compiled.test(''))
        throw problemOf('模式会匹配空文字，因而总是命中', path);
    return compiled;
}
/**
 * Short texts by JavaScript's own engine, long ones by RE2. Each is compiled when the first such text comes: of the
 * patterns of a rule set most are never asked in a whole day.
 */
class LatePattern {
    #tree;
    #compile;
    #native;
    #rest;
    constructor(tree, compile) {
        this.#tree = tree;
        this.#compile = compile;
    }
    test(text) {
        return this.#nativeFor(text)?.re.test(text) ?? this.#re2.test(text);
    }
    find(text, from) {
        const native = this.#nativeFor(text);
        if (!native)
            return this.#re2.find(text, from);
        const global = new RegExp(native.re, `g${native.re.flags}`);
        global.lastIndex = from;
        const found = global.exec(text);
        return found && { start: found.index, end: global.lastIndex };
    }
    #nativeFor(text) {
        if (this.#native === undefined)
            this.#native = nativePattern(this.#tree);
        return this.#native && text.length <= this.#native.longest ? this.#native : null;
    }
    get #re2() {
        return (this.#rest ??= new Re2Pattern(this.#compile()));
    }
}
/** In linear time. */
class Re2Pattern {
    #re2;
    constructor(re2) {
        this.#re2 = re2;
    }
    test(text) {
        return this.#re2.test(text);
    }
    find(text, from) {
        const matcher = this.#re2.matcher(text);
        return matcher.find(from) ? { start: matcher.start(), end: matcher.end() } : null;
    }
}
function compileRe2(source, path) {
    const unsupported = findUnsupported(source);
    if (unsupported) {
        const { at, length, what } = unsupported;
        throw problemOf(`模式第 ${at + 1} 个字符处的${what}不受支持`, path, { start: at, length });
    }
    try {
        const re2 = RE2JS.translateRegExp(source.replace(/\\(p|P)\{Script=(\w+)\}/g, '\\$1{$2}'));
        return RE2JS.compile(re2, RE2JS.CASE_INSENSITIVE);
    }
    catch (error) {
        if (!(error instanceof RE2JSException))
            throw error;
        const { what, at } = reason(error, source);
        throw problemOf(at ? `模式第 ${at.start + 1} 个字符处有误：${what}` : `模式有误：${what}`, path, at);
    }
}
function problemOf(message, path, at) {
    return new OptionError([{ path, message, code: 'BZ109', expected: EXPECTED, ...(at && { at }) }]);
}
/** The first construct that RE2 lacks, outside character classes and escapes. */
function findUnsupported(source) {
    let inClass = false;
    for (let at = 0; at < source.length; at++) {
        const char = source[at];
        if (!inClass) {
            const rest = source.slice(at, at + 4);
            for (const [start, what] of UNSUPPORTED) {
                const found = start.exec(rest);
                if (found)
                    return { at, length: found[0].length, what };
            }
        }
        if (char === '\\')
            at++;
        else if (char === '[')
            inClass = true;
        else if (char === ']')
            inClass = false;
    }
    return null;
}
const REASONS = {
    'missing closing )': '缺少右括号 )',
    'unexpected )': '多了右括号 )',
    'missing closing ]': '缺少右方括号 ]',
    'missing argument to repetition operator': '重复符号前面没有内容',
    'invalid nested repetition operator': '重复符号连用',
    'invalid character class range': '字符范围写反或无效',
    'invalid repeat count': '重复次数无效或超过 1000',
    'invalid escape sequence': '转义序列无效',
    'trailing backslash at end of expression': '末尾多了反斜杠',
    'invalid or unsupported Perl syntax': '语法无效或不受支持',
    'invalid named capture': '命名分组无效',
    'expression nests too deeply': '嵌套过深',
};
/** In Chinese where we know how, and where in the source if the library's fragment is found there. */
function reason(error, source) {
    const { error: english = error.message, input = null } = error;
    const what = REASONS[english] ?? english;
    // The library prepends its own flag to a pattern that it quotes whole.
    const fragment = input?.replace(/^\(\?i\)/, '') ?? '';
    const start = fragment === '' || fragment === source ? -1 : source.indexOf(fragment);
    return start < 0 ? { what } : { what, at: { start, length: fragment.length } };
}
//# sourceMappingURL=re.js.map