import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { RE2JS } from 're2js'
import { compilePattern } from '../../src/signals/re.js'
import { nativePattern } from '../../src/signals/re-native.js'
import { parsePattern } from '../../src/signals/re-syntax.js'
import { OptionError } from '../../src/signals/signal.js'
import { growth, LINEAR } from '../cpu.js'

function refused(source: string) {
  try {
    compilePattern(source, [])
  } catch (error) {
    if (error instanceof OptionError) return error.problems[0]
    throw error
  }
  throw new Error(`taken: ${source}`)
}

describe('compilePattern', () => {
  it.each([
    ['第[一二三]名', '考了第二名'],
    ['[\\u4e00-\\u9fa5]{2}妈', '小明妈'],
    ['\\p{Script=Han}+班', '三班'],
    ['\\p{Han}+班', '三班'],
    ['VX', '加我vx'],
    ['(?:先付|预付)\\d+元', '预付30元'],
    ['(?<amount>\\d+)块', '20块'],
    ['a\\(?=b', 'a(=b'],
    ['[(?=]x', '?x'],
    ['\\\\1', 'a\\1'],
  ])('takes %s', (source, text) => {
    expect(compilePattern(source, []).test(text)).toBe(true)
  })

  it.each([
    ['(?=价)\\d', '先行断言（lookahead）', 1, 3],
    ['不(?!卖)', '先行断言（lookahead）', 2, 3],
    ['(?<=价)\\d', '后行断言（lookbehind）', 1, 4],
    ['价格(?<!不)贵', '后行断言（lookbehind）', 3, 4],
    ['(.)\\1{3}', '反向引用（back-reference）', 4, 2],
    ['(?<x>.)\\k<x>', '反向引用（back-reference）', 8, 3],
    ['[\\]](.)\\1', '反向引用（back-reference）', 8, 2],
  ])('refuses %s and says where', (source, what, place, length) => {
    const problem = refused(source)
    expect(problem?.message).toBe(`模式第 ${place} 个字符处的${what}不受支持`)
    expect(problem?.at).toEqual({ start: place - 1, length })
    expect(problem?.code).toBe('BZ109')
    expect(problem?.expected).toContain('RE2')
  })

  it.each([
    ['(未闭合', '模式有误：缺少右括号 )'],
    ['[z-a]', '模式第 2 个字符处有误：字符范围写反或无效'],
    ['x{2000}', '模式第 2 个字符处有误：重复次数无效或超过 1000'],
    ['(好{40}){40}', '模式第 3 个字符处有误：重复次数无效或超过 1000'],
    ['*好', '模式第 1 个字符处有误：重复符号前面没有内容'],
    ['末尾\\', '模式有误：末尾多了反斜杠'],
    ['(好)*', '模式会匹配空文字，因而总是命中'],
    ['收到|', '模式会匹配空文字，因而总是命中'],
  ])('says in Chinese what is wrong with %s', (source, message) => {
    expect(refused(source)?.message).toBe(message)
  })

  it('stays linear on a pattern that makes backtracking explode', () => {
    const nested = compilePattern('(a+)+$', [])
    expect(nested.test(`${'a'.repeat(5000)}!`)).toBe(false)
    expect(growth(n => nested.test(`${'a'.repeat(n)}!`), 5000)).toBeLessThan(LINEAR)
  })
})

describe('the two engines', () => {
  it('say the same of the same text, and find the same place', () => {
    const atom = fc.constantFrom(
      'a',
      'B',
      '中',
      '\\d',
      '\\w',
      '\\s',
      '\\W',
      '.',
      '[ab]',
      '[^a]',
      '[^中\\d]',
      '[0-9a-c]',
      '\\b',
      '^',
      '$',
      '\\u4e2d',
      '[中-丮]',
      '\\p{Han}',
      '[\\p{Script=Han}a]',
      '\\.',
      '😂',
      'ſ',
    )
    const times = fc.constantFrom('?', '*', '+', '{2}', '{0,3}', '{1,}', '+?', '??', '{0,2}?')
    const { pattern } = fc.letrec<{ pattern: string }>(tie => ({
      pattern: fc.oneof(
        { maxDepth: 4 },
        atom,
        fc.tuple(atom, times).map(parts => parts.join('')),
        fc.array(tie('pattern'), { minLength: 1, maxLength: 4 }).map(parts => parts.join('')),
        fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map(parts => `(${parts.join('|')})`),
        fc.tuple(tie('pattern'), times).map(([inner, many]) => `(?:${inner})${many}`),
      ),
    }))
    const text = fc
      .array(fc.constantFrom('a', 'b', 'A', 'B', '中', '丮', '1', '9', ' ', '\n', '.', '😂', 's', '_', '\u2028'), {
        maxLength: 10,
      })
      .map(parts => parts.join(''))
    let [told, held] = [0, 0]
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 6 }), (source, texts) => {
        const tree = parsePattern(source)
        const native = tree && nativePattern(tree)?.re
        if (!native) return
        const re2 = RE2JS.compile(RE2JS.translateRegExp(source.replaceAll('Script=', '')), RE2JS.CASE_INSENSITIVE)
        for (const said of texts) {
          told += 1
          const matcher = re2.matcher(said)
          const theirs = matcher.find() ? [matcher.start(), matcher.end()] : null
          const ours = native.exec(said)
          if (ours) held += 1
          expect({ source, said, found: ours && [ours.index, ours.index + ours[0].length] }).toEqual({
            source,
            said,
            found: theirs,
          })
        }
      }),
      { numRuns: 3_000 },
    )
    expect(held).toBeGreaterThan(500)
    expect(told).toBeGreaterThan(3_000)
  })

  it.each(['(a+)+$', '(a|a)*b', '(a|aa)+c', '.*.*.*x', '(.{0,30}){9}x', '(a?){60}b', '\\w+\\w+\\w+\\w+1'])(
    'leave %s to RE2',
    source => {
      expect(nativePattern(parsePattern(source) as NonNullable<ReturnType<typeof parsePattern>>)).toBeNull()
    },
  )

  it('agree on long texts, which only RE2 is asked about', () => {
    const compiled = compilePattern('收.{0,4}到', [])
    const long = `${'收'.repeat(5000)}x到`
    expect(compiled.test(long)).toBe(true)
    expect(compiled.find(long, 0)).toEqual({ start: 4996, end: 5002 })
    expect(compiled.test('收了才到')).toBe(true)
    expect(compiled.find('先收了到', 0)).toEqual({ start: 1, end: 4 })
    expect(compiled.find('先收了到', 2)).toBeNull()
  })

  it('takes whatever RE2 takes, though RE2 is not asked', () => {
    const times = fc.constantFrom('{2}', '{40}', '{0,40}', '{5,}', '*', '+?')
    const nested = fc.array(times, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(nested, fc.nat(3), (many, deep) => {
        const source = `甲${many.reduce((inner, n) => `(?:${'('.repeat(deep * 20)}${inner}${')'.repeat(deep * 20)}乙)${n}`, '乙')}`
        const taken = (compile: () => unknown) => {
          try {
            compile()
            return true
          } catch {
            return false
          }
        }
        expect(taken(() => compilePattern(source, []))).toBe(taken(() => RE2JS.compile(source)))
      }),
      { numRuns: 200 },
    )
  })

  it.each(['价格\\：', '(?<a>好)(?<a>坏)', `${'('.repeat(1200)}好${')'.repeat(1200)}`])(
    'is refused when it is read, as RE2 refuses it: %s',
    source => {
      expect(() => RE2JS.compile(source)).toThrow()
      expect(() => compilePattern(source, [])).toThrow(OptionError)
    },
  )

  it('knows a pattern that matches nothing by its places', () => {
    expect(refused('^$')?.message).toBe('模式会匹配空文字，因而总是命中')
    expect(compilePattern('\\b好?\\b', []).test('a')).toBe(true)
  })
})
