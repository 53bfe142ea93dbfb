import { describe, expect, it } from '@jest/globals'
import type { Condition } from '../../src/model/rule.js'
import { accepted, brief, only, rejected, ruleWith } from './helpers.js'

const when = (text: string) => ruleWith(['  when: { words: commerce.offer }\n', `  when:${text}\n`])
const condition = async (text: string) => {
  const rule = (await accepted(when(text))).packs.get('common')?.rules[0]
  return shape(rule?.when as Condition)
}

/** The tree without places. */
function shape(node: Condition): unknown {
  if (node.op === 'signal') return [node.signal, node.options]
  return { [node.op]: node.op === 'not' ? shape(node.of) : node.of.map(shape) }
}

describe('when', () => {
  it('is a signal, in its short or its long form', async () => {
    expect(await condition(' { words: commerce.offer }')).toEqual(
      await condition(' { words: { list: commerce.offer } }'),
    )
  })

  it('is all of a list', async () => {
    expect(await condition('\n    - price: any\n    - question: true')).toEqual({
      all: [
        ['price', expect.anything()],
        ['question', expect.anything()],
      ],
    })
  })

  it('nests', async () => {
    const tree = '\n    all:\n      - any: [{ price: any }, { contact: any }]\n      - not: { question: true }'
    expect(await condition(tree)).toEqual({
      all: [
        {
          any: [
            ['price', expect.anything()],
            ['contact', expect.anything()],
          ],
        },
        { not: ['question', expect.anything()] },
      ],
    })
  })

  it('remembers where each signal stands', async () => {
    const rule = (await accepted(when('\n    - price: any\n    - not: { question: true }'))).packs.get('common')
      ?.rules[0]
    const tree = rule?.when as Extract<Condition, { op: 'all' }>
    expect(tree.of[0]).toMatchObject({ place: { file: 'packs/common/rules.yaml', line: 7, col: 7 } })
  })
})

describe('a mistake in a condition stands at the deepest place it can be blamed on', () => {
  it.each([
    [' { prise: any }', 'BZ108 rules.yaml:6:11+5 没有名为 prise 的信号', 'price'],
    [' { words: commerce.ofer }', 'BZ110 rules.yaml:6:18+13 没有名为 commerce.ofer 的词表', 'commerce.offer'],
    [
      ' { words: { list: [commerce.offer, comerce.offer] } }',
      'BZ110 rules.yaml:6:43+13 没有名为 comerce.offer 的词表',
      'commerce.offer',
    ],
    [' { words: { list: commerce.offer, atleast: 2 } }', 'BZ102 rules.yaml:6:42+7 没有 atleast 这个键', 'at_least'],
    [
      ' { words: { list: commerce.offer, at_least: "2" } }',
      'BZ103 rules.yaml:6:52+3 at_least 应为数字，写的是“2”',
      '2',
    ],
    [' { words: { list: commerce.offer, in: title } }', 'BZ104 rules.yaml:6:46+5 in 不能是“title”', null],
    [' { kind: [text, vioce] }', 'BZ104 rules.yaml:6:24+5 kind 的第 2 项不能是“vioce”', 'voice'],
    [' { role: 班主任 }', 'BZ104 rules.yaml:6:17+3 role 不能是“班主任”', 'head_teacher'],
    [' { price: }', 'BZ105 rules.yaml:6:11+5 信号 price 没有写选项', 'price: any'],
    [' price', 'BZ103 rules.yaml:6:9+5 这里应为条件，写的是“price”', 'price: any'],
    [' price：any', 'BZ103 rules.yaml:6:9+9 这里应为条件，写的是“price：any”', 'price: any'],
    [' { all: { price: any } }', 'BZ103 rules.yaml:6:16+14 all 后面应为列表，写的是“键: 值”的一组', null],
    [' { any: [] }', 'BZ105 rules.yaml:6:16+2 条件的列表是空的', null],
    [' []', 'BZ105 rules.yaml:6:9+2 条件的列表是空的', null],
    [' {}', 'BZ105 rules.yaml:6:9+2 条件是空的', null],
    ['', 'BZ105 rules.yaml:6:3+4 条件是空的', null],
    [' { not: [] }', 'BZ105 rules.yaml:6:16+2 条件的列表是空的', null],
    [' { price: any, question: true }', 'BZ121 rules.yaml:6:23+8 一个条件里写了 price、question 2 个键', null],
    [' { or: [{ price: any }] }', 'BZ108 rules.yaml:6:11+2 没有名为 or 的信号', 'any'],
    [' { constructor: any }', 'BZ108 rules.yaml:6:11+11 没有名为 constructor 的信号', null],
  ])('%s', async (text, message, meant) => {
    const diagnostic = await only(when(text))
    expect(brief([diagnostic])).toEqual([message])
    expect(diagnostic.didYouMean).toBe(meant)
  })

  it.each([
    ["'(?=加我)微信'", '6:21+3'],
    ["'加我(?<!不)微信'", '6:23+4'],
    ["'(.)\\1'", '6:24+2'],
    ["{ re: '第(?!一)名' }", '6:28+3'],
  ])('underlines what RE2 leaves out in %s', async (pattern, place) => {
    const diagnostic = await only(when(` { pattern: ${pattern} }`))
    expect(diagnostic.code).toBe('BZ109')
    expect(`${diagnostic.place.line}:${diagnostic.place.col}+${diagnostic.width}`).toBe(place)
    expect(diagnostic.expected).toContain('RE2')
  })

  it.each(["'['", "'(a'", "'*'", "'\\p{Nonsense}'"])('refuses the broken pattern %s', async pattern => {
    expect((await only(when(` { pattern: ${pattern} }`))).code).toBe('BZ109')
  })

  it('tells of all of them at once', async () => {
    const all = await rejected(
      when('\n    all:\n      - prise: any\n      - any: [{ words: x.y }, { kind: vioce }]\n      - not: { all: [] }'),
    )
    expect(all.map(diagnostic => diagnostic.code)).toEqual(['BZ108', 'BZ110', 'BZ104', 'BZ105'])
  })

  it('reads unless the same way, a list or a single one', async () => {
    const unless = (text: string) => ruleWith(['  then:', `  unless:${text}\n  then:`])
    const one = (await accepted(unless(' { question: true }'))).packs.get('common')?.rules[0]?.unless
    const list = (await accepted(unless(' [{ question: true }]'))).packs.get('common')?.rules[0]?.unless
    expect(one).toHaveLength(1)
    expect(list).toHaveLength(1)
    expect((await only(unless(' [{ questoin: true }]'))).didYouMean).toBe('question')
  })

  it('does not call a lexicon unknown whose file cannot be read', async () => {
    const diagnostics = await rejected({ 'lexicons/commerce.yaml': 'offer: [批发价\n' })
    expect(diagnostics.map(diagnostic => diagnostic.code)).toEqual(['BZ101'])
  })
})
