import { describe, expect, it } from '@jest/globals'
import { judgeKept } from '../../src/engine/index.js'
import { registry } from '../../src/signals/index.js'
import { packOf, ruleOf, ruleSetOf, when } from './support.js'

const LINE = {
  text: '团购水果',
  from: 'parent' as const,
  name: null,
  kind: 'text' as const,
  title: null,
  url: null,
  filename: null,
  ocr: null,
  duration: null,
  at: '2026-11-04T15:00:00',
  grade: null,
  place: { file: 'feedback', line: 1, col: 1 },
}

const RULES = ruleSetOf(
  [
    {
      ...packOf(
        ruleOf({ id: 'advert', when: when({ words: ['advert'] }) }),
        ruleOf({ id: 'all', when: when({ words: ['advert'] }) }),
      ),
      name: 'common',
    },
  ],
  { advert: ['团购'] },
)

describe('kept lines', () => {
  it('are judged by their own rule, one by one, in order', () => {
    const traces = judgeKept(RULES, registry, [
      { pack: 'common', rule: 'advert', line: LINE },
      { pack: 'common', rule: 'advert', line: { ...LINE, text: '明天几点到校' } },
      { pack: 'common', rule: 'all', line: LINE },
    ])
    expect(traces.map(trace => [trace?.rule, trace?.result])).toEqual([
      ['advert', 'fired'],
      ['advert', 'missed'],
      ['all', 'fired'],
    ])
  })

  it('say nothing where the rule or the pack are gone', () => {
    const gone = [
      { pack: 'common', rule: 'nothing', line: LINE },
      { pack: 'nothing', rule: 'advert', line: LINE },
    ]
    expect(judgeKept(RULES, registry, gone)).toEqual([null, null])
    expect(judgeKept(RULES, registry, [])).toEqual([])
  })
})
