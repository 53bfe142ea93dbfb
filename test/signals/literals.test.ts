import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { requiredLiterals } from '../../src/signals/literals.js'
import { compilePattern } from '../../src/signals/re.js'
import { OptionError } from '../../src/signals/signal.js'

describe('requiredLiterals', () => {
  it.each([
    ['砍一刀', ['砍一刀']],
    ['VIP', ['vip']],
    ['扫码|转账', ['扫码', '转账']],
    ['第[一二]名', ['第一名', '第二名']],
    ['第[一二]?名', ['第一名', '第二名', '第名']],
    ['(先|预)付\\d*元', ['先付', '预付']],
    ['加.{0,4}微信', ['微信']],
    ['微信.*加我啊', ['加我啊']],
    ['好+', ['好']],
    ['(打人)+吗', ['打人']],
    ['(?:一|二)(?P<x>三)', ['一三', '二三']],
    ['^收到$', ['收到']],
    ['\\u6536到', ['收到']],
    ['[\\u4e00-\\u4e02]好', ['一好', '丁好', '丂好']],
    ['[^不]好', ['好']],
    ['\\p{Han}{2}老师', ['老师']],
    ['[]]好', [']好']],
    ['元{2,}', ['元']],
    ['元{2}角', ['元']],
    ['\\(内部\\)', ['(内部)']],
    ['[-+]1', ['-1', '+1']],
  ])('%s needs one of %j', (source, literals) => {
    expect(requiredLiterals(source)).toEqual(literals)
  })

  it.each([
    '好?',
    '.*',
    '扫码|.',
    '(好)*',
    '[^好]',
    '\\w+',
    '[一-龥]{2}',
    '\\x{4e00}',
    '(?i)好',
    '\\Q好\\E',
    '[[:alpha:]]',
    'a{0,3}',
    '扫码|好?',
    '',
  ])('says nothing of %s', source => {
    expect(requiredLiterals(source)).toBeNull()
  })

  it.each(['(好', '好)', '[好', '好\\', '(?=好)'])('says nothing of the broken %s', source => {
    expect(requiredLiterals(source)).toBeNull()
  })

  it('stays small where alternatives multiply', () => {
    const tens = '[一二三四五六七八九十]'
    const literals = requiredLiterals(tens.repeat(6))
    expect(literals?.length).toBeLessThanOrEqual(64)
  })

  it('never lets a text pass by that the pattern matches', () => {
    const atom = fc.oneof(
      fc.constantFrom(
        'a',
        'b',
        '中',
        '\\d',
        '.',
        '[ab]',
        '[^a]',
        '[0-9]',
        '\\b',
        'A',
        '\\u4e2d',
        '[中-丮]',
        '\\p{Han}',
      ),
    )
    const { pattern } = fc.letrec<{ pattern: string }>(tie => ({
      pattern: fc.oneof(
        { maxDepth: 4 },
        atom,
        fc.tuple(atom, fc.constantFrom('?', '*', '+', '{2}', '{0,1}', '{1,}', '+?')).map(parts => parts.join('')),
        fc.array(tie('pattern'), { minLength: 1, maxLength: 4 }).map(parts => parts.join('')),
        fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map(parts => `(${parts.join('|')})`),
        fc.tuple(tie('pattern'), fc.constantFrom('?', '*', '+', '{2}')).map(([inner, times]) => `(?:${inner})${times}`),
      ),
    }))
    const text = fc
      .array(fc.constantFrom('a', 'b', 'A', 'B', '中', '丮', '1', '9', ' '), { maxLength: 8 })
      .map(parts => parts.join(''))
    let told = 0
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 6 }), (source, texts) => {
        const literals = requiredLiterals(source)
        const compiled = compiledOrNull(source)
        if (!literals || !compiled) return
        for (const said of texts) {
          if (!compiled.test(said)) continue
          told += 1
          expect({ source, said, held: literals.some(literal => said.toLowerCase().includes(literal)) }).toEqual({
            source,
            said,
            held: true,
          })
        }
      }),
      { numRuns: 2000 },
    )
    expect(told).toBeGreaterThan(100)
  })
})

function compiledOrNull(source: string) {
  try {
    return compilePattern(source, [])
  } catch (error) {
    if (error instanceof OptionError) return null
    throw error
  }
}
