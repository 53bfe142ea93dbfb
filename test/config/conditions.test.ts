import { describe, expect, it } from '@jest/globals'
import type { Condition } from '../../src/model/rule.js'
import { accepted, brief, goodFiles, RULE, rejected } from './helpers.js'

const WHEN = 'when: { words: commerce.offer }'
const rule = (when: string) => ({ 'packs/common/rules.yaml': RULE.replace(WHEN, `when: ${when}`) })
const shared = (text: string) => ({ 'conditions.yaml': text })

describe('conditions that rules share by name', () => {
  it('stand for what is written in conditions.yaml', async () => {
    const { packs } = await accepted({
      ...rule('{ named: asked_price }'),
      ...shared('asked_price: [{ price: any }, { question: true }]\n'),
    })
    expect(packs.get('common')?.rules[0]?.when).toMatchObject({
      op: 'all',
      of: [{ signal: 'price' }, { signal: 'question' }],
    })
  })

  it('are one and the same wherever they are named, in every pack', async () => {
    const other = RULE.replace('commerce.solicit', 'commerce.other')
    const { packs } = await accepted({
      ...shared('offered: { words: commerce.offer }\n'),
      'packs/common/rules.yaml': `${RULE.replace(WHEN, 'when: { named: offered }')}${other.replace(WHEN, 'when: [{ named: offered }, { not: { named: offered } }]')}`,
      'packs/strict/pack.yaml': 'pack: strict\ntitle: 严格\n',
      'packs/strict/rules.yaml': RULE.replace(WHEN, 'when: { named: offered }'),
    })
    const trees = [...packs.values()].flatMap(pack => pack.rules.map(({ when }) => when))
    const [first, both, third] = trees as [Condition, Extract<Condition, { op: 'all' }>, Condition]
    expect(both.of[0]).toBe(first)
    expect(third).toBe(first)
  })

  it('may name one another', async () => {
    const { packs } = await accepted({
      ...rule('{ named: outer }'),
      ...shared('inner: { price: any }\nouter: { not: { named: inner } }\n'),
    })
    expect(packs.get('common')?.rules[0]?.when).toMatchObject({ op: 'not', of: { signal: 'price' } })
  })

  it('need not be there', async () => {
    expect(Object.keys(goodFiles())).not.toContain('conditions.yaml')
    await accepted()
  })
})

describe('a mistake in shared conditions', () => {
  it.each([
    [
      'a name that is not there',
      { ...rule('{ named: asked_prise }'), ...shared('asked_price: { price: any }\n') },
      ['BZ104 rules.yaml:6:18+11 conditions.yaml 里没有条件 asked_prise'],
    ],
    ['no name', rule('{ named: [a] }'), ['BZ103 rules.yaml:6:18+3 named 后面应为条件的名称，写的是列表']],
    [
      'a condition that names itself',
      { ...rule('{ named: a }'), ...shared('a: { not: { named: b } }\nb: { named: a }\n') },
      ['BZ121 conditions.yaml:2:13+1 条件 a 用到了它自己'],
    ],
    ['one that no rule names', shared('a: { prise: any }\n'), ['BZ108 conditions.yaml:1:6+5 没有名为 prise 的信号']],
    [
      'one that two rules name is told once',
      {
        'packs/common/rules.yaml': `${RULE.replace(WHEN, 'when: { named: a }')}${RULE.replace('commerce.solicit', 'x').replace(WHEN, 'when: { named: a }')}`,
        ...shared('a: { words: commerce.ofer }\n'),
      },
      ['BZ110 conditions.yaml:1:13+13 没有名为 commerce.ofer 的词表'],
    ],
    ['a name in another form', shared('A-b: { price: any }\n'), ['BZ104 conditions.yaml:1:1+3 条件名 A-b 的写法不对']],
    ['no map', shared('- price: any\n'), ['BZ103 conditions.yaml:1:3+5 这里应为“名称: 条件”的一组']],
  ])('%s', async (_, changes, expected) => {
    expect(brief(await rejected(changes))).toEqual(expected)
  })

  it('names that stand for ever more are refused, not written out', async () => {
    const doubled = Array.from({ length: 40 }, (_, n) => `b${n + 1}: { any: [{ named: b${n} }, { named: b${n} }] }\n`)
    const found = brief(
      await rejected({ ...rule('{ named: b40 }'), ...shared(`b0: { price: any }\n${doubled.join('')}`) }),
    )
    expect(found.some(line => line.includes('展开得太大'))).toBe(true)
  })

  it('names within names within names are refused before they are too deep to read', async () => {
    const chain = Array.from({ length: 12_000 }, (_, n) => `c${n + 1}: { not: { named: c${n} } }\n`)
    const found = brief(
      await rejected({ ...rule('{ named: c12000 }'), ...shared(`c0: { price: any }\n${chain.join('')}`) }),
    )
    expect(found.some(line => line.includes('套得太深'))).toBe(true)
  })

  it('a file that cannot be parsed makes no name unknown', async () => {
    const found = brief(await rejected({ ...rule('{ named: a }'), ...shared('a: { price: any\n') }))
    expect(found.every(line => line.startsWith('BZ101 conditions.yaml'))).toBe(true)
  })

  it('suggests the name that was probably meant', async () => {
    const [found] = await rejected({
      ...rule('{ named: asked_prise }'),
      ...shared('asked_price: { price: any }\n'),
    })
    expect(found).toMatchObject({ didYouMean: 'asked_price', expected: '以下之一：asked_price' })
  })
})
