import { describe, expect, it } from '@jest/globals'
import { compilePattern } from '../../src/signals/re.js'
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
