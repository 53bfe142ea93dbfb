import { RE2JS, RE2JSException } from 're2js'
import { OptionError } from './signal.js'

const EXPECTED = 'RE2 语法的正则表达式，不支持先行断言、后行断言与反向引用'

const UNSUPPORTED: readonly [start: RegExp, what: string][] = [
  [/^\(\?(?:=|!)/, '先行断言（lookahead）'],
  [/^\(\?<(?:=|!)/, '后行断言（lookbehind）'],
  [/^\\[1-9]/, '反向引用（back-reference）'],
  [/^\\k</, '反向引用（back-reference）'],
]

/**
 * Compiles an admin's pattern, case-insensitive, in linear time whatever the text.
 * JavaScript's `\u4e00` and `\p{Script=Han}` are understood. Throws OptionError (BZ109).
 */
export function compilePattern(source: string, path: readonly (string | number)[]): RE2JS {
  const problem = (message: string, at?: { start: number; length: number }) =>
    new OptionError([{ path, message, code: 'BZ109', expected: EXPECTED, ...(at && { at }) }])
  const unsupported = findUnsupported(source)
  if (unsupported) {
    const { at, length, what } = unsupported
    throw problem(`模式第 ${at + 1} 个字符处的${what}不受支持`, { start: at, length })
  }
  try {
    const re2 = RE2JS.translateRegExp(source.replace(/\\(p|P)\{Script=(\w+)\}/g, '\\$1{$2}'))
    const compiled = RE2JS.compile(re2, RE2JS.CASE_INSENSITIVE)
    if (compiled.test('')) throw problem('模式会匹配空文字，因而总是命中')
    return compiled
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const { what, at } = reason(error, source)
    throw problem(at ? `模式第 ${at.start + 1} 个字符处有误：${what}` : `模式有误：${what}`, at)
  }
}

/** The first construct that RE2 lacks, outside character classes and escapes. */
function findUnsupported(source: string): { at: number; length: number; what: string } | null {
  let inClass = false
  for (let at = 0; at < source.length; at++) {
    const char = source[at]
    if (!inClass) {
      const rest = source.slice(at, at + 4)
      for (const [start, what] of UNSUPPORTED) {
        const found = start.exec(rest)
        if (found) return { at, length: found[0].length, what }
      }
    }
    if (char === '\\') at++
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
  }
  return null
}

const REASONS: Readonly<Record<string, string>> = {
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
}

/** In Chinese where we know how, and where in the source if the library's fragment is found there. */
function reason(error: RE2JSException, source: string): { what: string; at?: { start: number; length: number } } {
  const { error: english = error.message, input = null } = error as { error?: string; input?: string | null }
  const what = REASONS[english] ?? english
  // The library prepends its own flag to a pattern that it quotes whole.
  const fragment = input?.replace(/^\(\?i\)/, '') ?? ''
  const start = fragment === '' || fragment === source ? -1 : source.indexOf(fragment)
  return start < 0 ? { what } : { what, at: { start, length: fragment.length } }
}
