import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CATEGORIES } from '../../src/model/category.js'
import type { Remembered } from '../../src/model/history.js'
import { MINUTE } from '../../src/model/time.js'
import { registry } from '../../src/signals/index.js'
import { talkModel } from '../../src/text/talk/index.js'
import { factsOf, historyOf, NOW, resourcesOf } from './support.js'

const WORDS = [
  '收到',
  '老师 孩子到现在还没到家',
  '今年的橙子要的私我',
  '你有病吧',
  '谢谢老师',
  '',
  '周六喝两杯 老地方',
  '她说不想活了',
]
const learned = [...new Set(talkModel().classes.map(({ category }) => category))]
const share = fc.double({ min: 0, max: 1, noNaN: true })

const written: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  intent: fc.record(
    {
      is: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 3 }),
      at_least: share,
      over: fc.constantFrom(...CATEGORIES),
    },
    { requiredKeys: ['is', 'at_least'] },
  ),
  in_talk: fc.record(
    {
      is: fc.uniqueArray(fc.constantFrom(...learned), { minLength: 1, maxLength: 3 }),
      at_least: share,
      over: fc.constantFrom(...learned),
    },
    { requiredKeys: ['is', 'at_least'] },
  ),
  goes_on: fc.record(
    {
      category: fc.constantFrom('emergency', 'commerce'),
      severity: fc.constantFrom('P0', 'P1'),
      within: fc.constantFrom('1m', '5m', '15m'),
    },
    { requiredKeys: ['category'] },
  ),
}

const line: fc.Arbitrary<Partial<Remembered>> = fc.record({
  at: fc.integer({ min: -1, max: 25 }).map(minutes => NOW - minutes * MINUTE),
  member: fc.constantFrom('id:钱多多妈妈', 'id:冯小满爸爸'),
  kind: fc.constantFrom('text' as const, 'join' as const),
  text: fc.constantFrom(...WORDS.filter(words => words !== '')),
  category: fc.constantFrom('emergency' as const, 'commerce' as const, null),
  respond: fc.constantFrom('escalate' as const, 'remind' as const, 'allow' as const),
  severity: fc.constantFrom('P0' as const, 'P1' as const, null),
})

describe('signals of which many are asked at once', () => {
  it('are those that are tried here', () => {
    expect([...registry.values()].filter(({ hits }) => hits).map(({ name }) => name)).toEqual(
      expect.arrayContaining(Object.keys(written)),
    )
    expect([...registry.values()].filter(({ hits }) => hits)).toHaveLength(Object.keys(written).length)
  })

  it.each(Object.keys(written))('%s answers as it does when asked by itself', name => {
    const signal = registry.get(name) as NonNullable<ReturnType<typeof registry.get>>
    const given = written[name] as fc.Arbitrary<unknown>
    fc.assert(
      fc.property(
        fc.array(given, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...WORDS),
        fc.array(line, { maxLength: 5 }),
        (many, text, lines) => {
          const history = historyOf(...lines.toSorted((a, b) => (a.at as number) - (b.at as number)))
          const facts = factsOf({ text, history })
          const asked = many.map(raw => {
            const options = signal.options.parse(raw)
            return { options, prepared: signal.prepare(options, resourcesOf()) }
          })
          const alone = asked.flatMap(({ options, prepared }, place) =>
            signal.detect(facts, options, prepared).hit ? [place] : [],
          )
          expect(signal.hits?.(facts, asked)?.toSorted((a, b) => a - b)).toEqual(alone)
        },
      ),
      { numRuns: 150 },
    )
  })
})
