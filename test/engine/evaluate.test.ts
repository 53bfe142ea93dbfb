import { describe, expect, it } from '@jest/globals'
import { evaluate, evaluateRule } from '../../src/engine/index.js'
import type { Outcome, Rule } from '../../src/model/rule.js'
import { factsOf, GROUP, type Said } from '../signals/support.js'
import { compiledOf, countingRegistry, outcome, ruleOf, when } from './support.js'

const { known } = countingRegistry()
const has = (text: string) => when({ has: text }, known)

function judge(rules: Rule[], said: Said | string = '甲乙丙') {
  return evaluate(compiledOf(rules, {}, known), factsOf(said))
}
const decided = (rules: Rule[], said?: Said | string) => judge(rules, said).rule?.id ?? null
const results = (rules: Rule[], said?: Said | string) =>
  Object.fromEntries(
    judge(rules, said)
      .trace()
      .map(({ rule, result }) => [rule, result]),
  )

describe('which rule decides', () => {
  it('is none where nothing fires', () => {
    const verdict = judge([ruleOf({ id: 'a', when: has('丁') })])
    expect(verdict).toMatchObject({ rule: null, outcome: null, category: null, fired: [], evidence: [] })
  })

  it('is one of the first tier with a hit, whatever the order of the files', () => {
    const rules = [
      ruleOf({ id: 'burst', tier: 'burst' }),
      ruleOf({ id: 'conduct', tier: 'conduct', then: [outcome({ respond: 'escalate', severity: 'P0' })] }),
      ruleOf({ id: 'dissent', tier: 'dissent', then: [outcome({ respond: 'allow' })] }),
      ruleOf({ id: 'safety', tier: 'safety', when: has('丁') }),
    ]
    expect(decided(rules)).toBe('dissent')
    expect(judge(rules).outcome?.respond).toBe('allow')
    expect(judge(rules).fired.map(rule => rule.id)).toEqual(['dissent'])
  })

  const answers: [string, Partial<Outcome>][] = [
    ['allow', { respond: 'allow' }],
    ['collect', { respond: 'collect' }],
    ['remind', { respond: 'remind' }],
    ['recall', { respond: 'ask_recall' }],
    ['p2', { respond: 'escalate', severity: 'P2' }],
    ['p1', { respond: 'escalate', severity: 'P1' }],
    ['p0', { respond: 'escalate', severity: 'P0' }],
  ]

  it('is the strongest within a tier, and all that fired are named from strong to weak', () => {
    const rules = answers.map(([id, then]) => ruleOf({ id, then: [outcome(then)] }))
    const order = answers.map(([id]) => id).reverse()
    expect(judge(rules).fired.map(rule => rule.id)).toEqual(order)
    expect(judge([...rules].reverse()).fired.map(rule => rule.id)).toEqual(order)
  })

  it('is the first in the files among equals', () => {
    expect(decided([ruleOf({ id: 'b' }), ruleOf({ id: 'a' })])).toBe('b')
  })

  it('carries its category and the outcome for the role', () => {
    const verdict = judge([ruleOf({ id: 'a', category: 'commerce' })])
    expect(verdict.category).toBe('commerce')
    expect(verdict.outcome).toEqual(outcome())
  })
})

describe('which rules apply', () => {
  it('follows the first outcome that fits the role', () => {
    const then = [
      outcome({ roles: ['parent'], respond: 'remind' }),
      outcome({ roles: ['outsider', 'parent'], respond: 'escalate', severity: 'P2', to: 'head_teacher' }),
    ]
    const rules = [ruleOf({ id: 'a', then })]
    expect(judge(rules, { role: 'parent' }).outcome?.respond).toBe('remind')
    expect(judge(rules, { role: 'outsider' }).outcome?.respond).toBe('escalate')
    expect(judge(rules, { role: 'teacher' }).rule).toBeNull()
    expect(judge(rules, { role: 'teacher' }).trace()[0]?.because).toBe('不适用：对老师没有规定处置')
  })

  it('ranks by the outcome for this role, not by the strongest there is', () => {
    const strong = outcome({ roles: ['outsider'], respond: 'escalate', severity: 'P0' })
    const rules = [
      ruleOf({ id: 'a', then: [strong, outcome({ respond: 'collect' })] }),
      ruleOf({ id: 'b', then: [outcome({ respond: 'remind' })] }),
    ]
    expect(decided(rules, { role: 'parent' })).toBe('b')
    expect(decided(rules, { role: 'outsider' })).toBe('a')
  })

  it('goes by role', () => {
    const rules = [ruleOf({ id: 'a', applies: { roles: ['teacher'], kinds: null, grades: null } })]
    expect(decided(rules, { role: 'teacher' })).toBe('a')
    expect(results(rules, { role: 'parent' })).toEqual({ a: 'not_for_this' })
  })

  it('takes every kind of message and no other event by default', () => {
    const rules = [ruleOf({ id: 'a' })]
    expect(decided(rules, { kind: 'voice' })).toBe('a')
    expect(decided(rules, { kind: 'unknown' })).toBe('a')
    expect(decided(rules, { body: { kind: 'rename', name: '甲' } })).toBeNull()
    expect(decided(rules, { body: { kind: 'recall', of: null } })).toBeNull()
  })

  it('goes by kind where kinds are given', () => {
    const of = (...kinds: Rule['applies']['kinds'] & {}) => [
      ruleOf({ id: 'a', applies: { roles: null, kinds, grades: null } }),
    ]
    expect(decided(of('voice', 'join'), { kind: 'voice' })).toBe('a')
    expect(decided(of('voice', 'join'), { kind: 'text' })).toBeNull()
    expect(decided(of('join'), { body: { kind: 'join', joined: [], inviter: null, via: 'qrcode' } })).toBe('a')
    expect(decided(of('message'), { kind: 'image' })).toBe('a')
    expect(decided(of('message'), { body: { kind: 'recall', of: null } })).toBeNull()
  })

  it('goes by grade, and not at all where the group has none', () => {
    const rules = [ruleOf({ id: 'a', applies: { roles: null, kinds: null, grades: [1, 2] } })]
    const inGrade = (grade: number | null) => ({ facts: { group: { ...GROUP, grade } } })
    expect(decided(rules, inGrade(2))).toBe('a')
    expect(judge(rules, inGrade(3)).trace()[0]?.because).toBe('不适用：不针对 3 年级')
    expect(judge(rules, inGrade(null)).trace()[0]?.because).toBe('不适用：群没有年级')
  })

  it('keeps apart what one compiled pack judges', () => {
    const compiled = compiledOf(
      [
        ruleOf({ id: 'g1', applies: { roles: ['parent'], kinds: ['text'], grades: [1] } }),
        ruleOf({ id: 'g3', applies: { roles: ['parent'], kinds: ['text'], grades: [3] } }),
        ruleOf({ id: 'teacher', applies: { roles: ['teacher'], kinds: ['voice'], grades: null } }),
      ],
      {},
      known,
    )
    const id = (said: Said) => evaluate(compiled, factsOf(said)).rule?.id ?? null
    expect(id({})).toBe('g3')
    expect(id({ facts: { group: { ...GROUP, grade: 1 } } })).toBe('g1')
    expect(id({ role: 'teacher', kind: 'voice' })).toBe('teacher')
    expect(id({ role: 'teacher' })).toBeNull()
    expect(id({})).toBe('g3')
  })
})

describe('unless', () => {
  const rule = ruleOf({ id: 'a', when: has('甲'), unless: [has('乙'), has('丁')] })

  it('excuses by any of its conditions and says which', () => {
    const verdict = judge([rule], '甲，丁')
    expect(verdict.rule).toBeNull()
    expect(verdict.trace()).toEqual([{ rule: 'a', tier: 'conduct', result: 'excused', because: '已豁免：有丁' }])
  })

  it('leaves the rule standing otherwise, and lets lower tiers decide when it excuses', () => {
    expect(decided([rule], '甲')).toBe('a')
    expect(decided([rule, ruleOf({ id: 'low', tier: 'quiet' })], '甲乙')).toBe('low')
  })
})

describe('evidence', () => {
  it('is what makes the deciding rule hold', () => {
    const condition = when(
      { all: [{ has: '甲' }, { any: [{ has: '丁' }, { has: '丙' }, { has: '乙' }] }, { not: { has: '戊' } }] },
      known,
    )
    expect(judge([ruleOf({ id: 'a', when: condition })]).evidence).toEqual([
      { signal: 'has', evidence: { hit: true }, sentence: '有甲' },
      { signal: 'has', evidence: { hit: true }, sentence: '有丙' },
    ])
  })
})

describe('shared answers', () => {
  it('asks each signal at most once an event, however many rules want it', () => {
    const { known, calls } = countingRegistry()
    const rules = ['a', 'b', 'c'].map(id => ruleOf({ id, when: when({ all: [{ has: '甲' }, { has: '乙' }] }, known) }))
    const compiled = compiledOf(rules, {}, known)
    expect(compiled.slotCount).toBe(2)
    const verdict = evaluate(compiled, factsOf('甲乙'))
    verdict.trace()
    expect(Object.fromEntries(calls)).toEqual({ 甲: 1, 乙: 1 })
  })

  it('asks nothing that cannot matter', () => {
    const { known, calls } = countingRegistry()
    const rules = [
      ruleOf({ id: 'top', tier: 'safety', when: when({ has: '甲' }, known) }),
      ruleOf({ id: 'low', when: when({ has: '乙' }, known) }),
      ruleOf({
        id: 'other',
        tier: 'safety',
        when: when({ has: '丙' }, known),
        applies: { roles: ['teacher'], kinds: null, grades: null },
      }),
    ]
    const verdict = evaluate(compiledOf(rules, {}, known), factsOf('甲乙丙'))
    verdict.trace()
    expect([...calls.keys()]).toEqual(['甲'])
  })

  it('keeps the answers of an event with its verdict', () => {
    const compiled = compiledOf([ruleOf({ id: 'a', when: has('甲') })], {}, known)
    const first = evaluate(compiled, factsOf('甲'))
    evaluate(compiled, factsOf('乙'))
    expect(first.trace()[0]?.result).toBe('fired')
  })

  it('leaves nothing of one event and its trace to the next', () => {
    const compiled = compiledOf(
      [ruleOf({ id: 'a', when: when({ all: [{ has: '甲' }, { any: [] }] }, known) })],
      {},
      known,
    )
    const [before] = evaluate(compiled, factsOf('乙')).trace()
    evaluate(compiled, factsOf('甲')).trace()
    expect(evaluate(compiled, factsOf('乙')).trace()[0]).toEqual(before)
  })

  it('takes options for the same whatever the order of their keys', () => {
    const price = (options: Record<string, unknown>) => ({
      op: 'signal' as const,
      signal: 'price',
      options,
      place: ruleOf({ id: 'x' }).place,
    })
    const rules = [
      ruleOf({ id: 'a', when: price({ at_least: 1, from: 0, to: 9, in: 'any' }) }),
      ruleOf({ id: 'b', when: price({ in: 'any', to: 9, from: 0, at_least: 1 }) }),
    ]
    expect(compiledOf(rules).slotCount).toBe(1)
  })
})

describe('trace', () => {
  it('tells of every rule in the order of judging (golden)', () => {
    const rules = [
      ruleOf({ id: 'quiet.night', tier: 'quiet', when: when({ time: 'quiet' }) }),
      ruleOf({
        id: 'shop.offer',
        when: when({ all: [{ words: 'shop.offer' }, { any: [{ contact: 'any' }, { price: 'any' }] }] }),
      }),
      ruleOf({ id: 'shop.talk', when: when({ words: 'shop.offer' }), unless: [when({ question: true })] }),
      ruleOf({ id: 'shop.plain', when: when({ all: [{ words: 'shop.offer' }, { not: { role: 'teacher' } }] }) }),
      ruleOf({ id: 'scam.card', tier: 'safety', when: when({ name_card: 'clone' }) }),
      ruleOf({ id: 'grades.rank', tier: 'privacy', when: when({ not: { words: 'shop.offer' } }) }),
      ruleOf({ id: 'duty.notice', tier: 'duties', applies: { roles: ['teacher'], kinds: null, grades: null } }),
      ruleOf({
        id: 'voice.long',
        when: when({ shape: { duration_at_least: 30 } }),
        applies: { roles: null, kinds: ['voice'], grades: null },
      }),
    ]
    const said = { text: '谁有代购推荐，拿货价多少', facts: { question: true } }
    const verdict = evaluate(compiledOf(rules, { 'shop.offer': ['代购', '拿货'] }), factsOf(said))
    expect(verdict.trace().map(({ rule, result, because }) => `${rule} ${result} ${because}`)).toEqual([
      'scam.card missed 未命中：与老师相仿的群昵称 0/1',
      'grades.rank missed 未命中：不应有却有：词表 shop.offer 2/1',
      'shop.offer missed 未命中：以下都不成立（联系方式 0/1；价格 0/1）',
      'shop.talk excused 已豁免：是提问',
      'shop.plain fired 命中：词表 shop.offer 2/1；没有：发送者是家长，要找老师',
      'voice.long not_for_this 不适用：不看文字',
      'duty.notice not_reached 未查看：「秩序」一层已有结论',
      'quiet.night not_reached 未查看：「秩序」一层已有结论',
    ])
  })

  it('never says what a person wrote', () => {
    const rules = [
      ruleOf({ id: 'a', when: when({ any: [{ words: 'abuse' }, { pattern: 'x+' }, { personal_data: 'any' }] }) }),
    ]
    const said = { text: '你这蠢货', entities: [['mobile', '13800000000']] as const }
    const verdict = evaluate(compiledOf(rules, { abuse: ['蠢货'] }), factsOf(said))
    const told =
      verdict
        .trace()
        .map(line => line.because)
        .join() + verdict.evidence.map(answer => answer.sentence).join()
    expect(told).not.toMatch(/蠢货|13800000000/)
  })
})

describe('evaluateRule', () => {
  const rules = [ruleOf({ id: 'top', tier: 'safety' }), ruleOf({ id: 'low', when: has('甲') })]
  const compiled = compiledOf(rules, {}, known)

  it('looks at one rule whatever a higher tier says', () => {
    expect(evaluateRule(compiled, 'low', factsOf('甲'))?.result).toBe('fired')
    expect(evaluateRule(compiled, 'low', factsOf('乙'))).toMatchObject({ result: 'missed', because: '未命中：没有甲' })
  })

  it('knows nothing of a rule that is not there', () => {
    expect(evaluateRule(compiled, 'ghost', factsOf())).toBeNull()
  })
})

describe('compile', () => {
  it('refuses what the configuration should have refused', () => {
    expect(() =>
      compiledOf([
        ruleOf({ id: 'a', when: { op: 'signal', signal: 'ghost', options: {}, place: ruleOf({ id: 'x' }).place } }),
      ]),
    ).toThrow(RangeError)
    expect(() => compiledOf([ruleOf({ id: 'a', when: when({ words: 'nothing' }) })])).toThrow('没有名为 nothing 的词表')
  })

  it('takes a pack without rules', () => {
    expect(evaluate(compiledOf([]), factsOf('甲')).trace()).toEqual([])
  })
})
