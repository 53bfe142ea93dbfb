import { describe, expect, it } from '@jest/globals'
import { DEFAULT_PARAMS } from '../../src/config/index.js'
import type { RuleSet } from '../../src/model/rule.js'
import { DAY, HOUR, MINUTE } from '../../src/model/time.js'
import { accepted, brief, only, RULE, rejected } from './helpers.js'

const STRICT = 'packs/strict/pack.yaml'
const strict = (text = '') => ({ [STRICT]: `pack: strict\ntitle: 严格\nextends: common\n${text}` })
const SECOND = RULE.replace('commerce.solicit', 'commerce.second')
const two = { 'packs/common/rules.yaml': RULE + SECOND }
const ids = (set: RuleSet, pack: string) => set.packs.get(pack)?.rules.map(rule => rule.id)

describe('a pack', () => {
  it('takes over the rules of the one it extends, before its own', async () => {
    const own = { 'packs/strict/a.yaml': RULE.replace('commerce.solicit', 'strict.own') }
    const set = await accepted({ ...two, ...strict(), ...own })
    expect(ids(set, 'strict')).toEqual(['commerce.solicit', 'commerce.second', 'strict.own'])
    expect(ids(set, 'common')).toEqual(['commerce.solicit', 'commerce.second'])
    expect(set.packs.get('strict')).toMatchObject({ name: 'strict', title: '严格' })
  })

  it('shares what it did not change', async () => {
    const set = await accepted({ ...two, ...strict('override:\n  commerce.second: { title: 换了 }\n') })
    const [common, own] = ['common', 'strict'].map(name => set.packs.get(name)?.rules)
    expect(own?.[0]).toBe(common?.[0])
    expect(own?.[1]).toMatchObject({ title: '换了', why: '群规' })
    expect(common?.[1]?.title).toBe('商业推销')
  })

  it('reads its files in name order', async () => {
    const set = await accepted({
      'packs/common/rules.yaml': RULE,
      'packs/common/20.yaml': RULE.replace('commerce.solicit', 'twenty'),
      'packs/common/10.yaml': RULE.replace('commerce.solicit', 'ten'),
    })
    expect(ids(set, 'common')).toEqual(['ten', 'twenty', 'commerce.solicit'])
  })

  it('drops rules', async () => {
    expect(ids(await accepted({ ...two, ...strict('drop: [commerce.solicit]\n') }), 'strict')).toEqual([
      'commerce.second',
    ])
  })

  it('may be a grandchild, in any order of names', async () => {
    const set = await accepted({
      ...two,
      ...strict('drop: [commerce.second]\nparams: { alerts_per_day: 3 }\n'),
      'packs/a/pack.yaml': 'pack: a\ntitle: 甲\nextends: strict\nparams: { public_lines_per_day: 0 }\n',
    })
    expect(ids(set, 'a')).toEqual(['commerce.solicit'])
    expect(set.packs.get('a')?.params).toMatchObject({
      alertsPerDay: 3,
      publicLinesPerDay: 0,
      remindersPerPersonPerDay: 1,
    })
  })

  it('adds examples and takes optional keys away', async () => {
    const topic = RULE.replace('  when:', '  topic: 卖货\n  when:')
    const set = await accepted({
      'packs/common/rules.yaml': topic,
      ...strict('override:\n  commerce.solicit:\n    topic: null\n    examples: { hit: [批发价，快来] }\n'),
    })
    const rule = set.packs.get('strict')?.rules[0]
    expect(rule?.topic).toBe('commerce')
    expect(rule?.examples.hit.map(example => example.text)).toEqual(['批发价来了', '拿货找我', '批发价，快来'])
    expect(rule?.examples.pass).toHaveLength(2)
  })

  it('reckons the cooldown of inherited bursts by its own numbers', async () => {
    const collect = RULE.replace('{ respond: remind, message: commerce.private }', '{ respond: collect }\n  burst: {}')
    const set = await accepted({
      'packs/common/rules.yaml': collect,
      ...strict('params: { collective_cooldown: 1d }\n'),
    })
    expect(set.packs.get('common')?.rules[0]?.burst?.cooldown).toBe(6 * HOUR)
    expect(set.packs.get('strict')?.rules[0]?.burst?.cooldown).toBe(DAY)
  })
})

describe('numbers', () => {
  it('have the defaults of the policy', async () => {
    const set = await accepted()
    expect(set.packs.get('common')?.params).toEqual(DEFAULT_PARAMS)
    expect(DEFAULT_PARAMS.quiet).toEqual({ from: 1320, to: 420 })
  })

  it('are read in minutes and milliseconds', async () => {
    const params = 'params:\n  quiet: { from: "21:30", to: 6:45 }\n  recall_window: 90s\n  chain: { p0_repeat: 5m }\n'
    const set = await accepted({ 'packs/common/pack.yaml': `pack: common\ntitle: 通用\n${params}` })
    expect(set.packs.get('common')?.params).toMatchObject({
      quiet: { from: 1290, to: 405 },
      recallWindow: 90_000,
      chain: { p0Repeat: 5 * MINUTE, p0Leader: 10 * MINUTE },
    })
  })

  it.each([
    ['quiet: { from: "22:00", to: "22:00" }', 'BZ121 pack.yaml:3:39+7 quiet 的 to 等于 from', null],
    ['day_hours: { from: "21:00", to: "07:30" }', 'BZ121 pack.yaml:3:43+7 day_hours 的 to 早于 from', null],
    ['quiet: { from: "25:00", to: "07:00" }', 'BZ104 pack.yaml:3:26+7 from 的写法不对：“25:00”', null],
    ['quiet: { from: 22点, to: "07:00" }', 'BZ104 pack.yaml:3:26+3 from 的写法不对：“22点”', '"22:00"'],
    ['quiet: { from: 22, to: "07:00" }', 'BZ103 pack.yaml:3:26+2 from 写成了22', '"22:00"'],
    ['quiet: { from: "22:00" }', 'BZ105 pack.yaml:3:18+17 缺少 to', null],
    ['quite: { from: "22:00", to: "07:00" }', 'BZ102 pack.yaml:3:11+5 没有 quite 这个键', 'quiet'],
    ['recall_window: 2', 'BZ103 pack.yaml:3:26+1 recall_window 写成了2', '2m'],
    ['recall_window: 两分钟', 'BZ104 pack.yaml:3:26+3 recall_window 的写法不对：“两分钟”', null],
    ['recall_window: 2 hours', 'BZ104 pack.yaml:3:26+7 recall_window 的写法不对：“2 hours”', '2h'],
    ['public_lines_per_day: -1', 'BZ104 pack.yaml:3:33+2 public_lines_per_day 太小： -1', null],
    ['public_lines_per_day: 1.5', 'BZ103 pack.yaml:3:33+3 public_lines_per_day 应为整数，写的是 1.5', '2'],
    ['chain: { p0_repet: 3m }', 'BZ102 pack.yaml:3:20+8 没有 p0_repet 这个键', 'p0_repeat'],
  ])('%s', async (text, expected, meant) => {
    const diagnostic = await only({ 'packs/common/pack.yaml': `pack: common\ntitle: 通用\nparams: { ${text} }\n` })
    expect(brief([diagnostic])).toEqual([expected])
    expect(diagnostic.didYouMean).toBe(meant)
  })
})

describe('one mistake in a pack', () => {
  it.each([
    [
      'override:\n  commerce.solict: { title: x }\n',
      'BZ119 pack.yaml:5:3+15 规则包 common 里没有规则 commerce.solict',
      'commerce.solicit',
    ],
    ['drop: [commerce.third]\n', 'BZ119 pack.yaml:4:8+14 规则包 common 里没有规则 commerce.third', null],
    ['drop: commerce.second\n', 'BZ103 pack.yaml:4:7+15 drop 应为列表，写的是“commerce.second”', '[commerce.second]'],
    ['override:\n  commerce.second:\n', 'BZ103 pack.yaml:5:3+15 commerce.second 下面应为要改写的键', null],
    ['override:\n  commerce.second: { tier: safety }\n', 'BZ121 pack.yaml:5:22+4 tier 不能改写', null],
    ['override:\n  commerce.second: { thne: x }\n', 'BZ102 pack.yaml:5:22+4 规则里没有 thne 这个键', 'then'],
    ['override:\n  commerce.second: { when: null }\n', 'BZ105 pack.yaml:5:22+4 条件是空的', null],
    [
      'override:\n  commerce.second: { when: { wrods: commerce.offer } }\n',
      'BZ108 pack.yaml:5:30+5 没有名为 wrods 的信号',
      'words',
    ],
    [
      'override:\n  commerce.second: { burst: {} }\n',
      'BZ121 pack.yaml:5:22+5 burst 要和 respond: collect 一起用',
      null,
    ],
    [
      'override:\n  commerce.second: { examples: { hit: [拿货找我] } }\n',
      'BZ117 pack.yaml:5:40+4 同一条示例已在 packs/common/rules.yaml:19:18 写过',
      null,
    ],
    [
      'drop: [commerce.second]\noverride:\n  commerce.second: { title: x }\n',
      'BZ121 pack.yaml:6:3+15 规则 commerce.second 又去掉又改写',
      null,
    ],
    ['extend: x\n', 'BZ102 pack.yaml:4:1+6 没有 extend 这个键', null],
  ])('%j', async (text, expected, meant) => {
    const diagnostic = await only({ ...two, ...strict(text) })
    expect(brief([diagnostic])).toEqual([expected])
    expect(diagnostic.didYouMean).toBe(meant)
  })

  it('is told once, however many packs inherit it', async () => {
    const broken = { 'packs/common/rules.yaml': RULE.replace('tier: conduct', 'tier: x') }
    expect(await rejected({ ...broken, ...strict('params: { collective_cooldown: 1h }\n') })).toHaveLength(1)
  })

  it('is an unknown parent', async () => {
    const diagnostic = await only({
      [STRICT]: 'pack: strict\ntitle: 严格\nextends: comon\noverride: { x: { title: y } }\n',
    })
    expect(brief([diagnostic])).toEqual(['BZ113 pack.yaml:3:10+5 没有名为 comon 的规则包'])
    expect(diagnostic.didYouMean).toBe('common')
  })

  it('is a circle, of one or of many', async () => {
    expect(brief([await only({ [STRICT]: 'pack: strict\ntitle: 严格\nextends: strict\n' })])).toEqual([
      'BZ113 pack.yaml:3:10+6 规则包循环继承：strict → strict',
    ])
    const circle = {
      'packs/a/pack.yaml': 'pack: a\ntitle: 甲\nextends: b\n',
      'packs/b/pack.yaml': 'pack: b\ntitle: 乙\nextends: c\n',
      'packs/c/pack.yaml': 'pack: c\ntitle: 丙\nextends: a\n',
    }
    expect((await only(circle)).message).toBe('规则包循环继承：a → b → c → a')
  })

  it('is a name other than the folder’s', async () => {
    const diagnostic = await only({ 'packs/common/pack.yaml': 'pack: comon\ntitle: 通用\n' })
    expect(diagnostic).toMatchObject({ code: 'BZ104', expected: 'common', place: { line: 1, col: 7 } })
  })

  it('is a missing pack.yaml, title or pack', async () => {
    expect(brief([await only({ 'packs/loose/a.yaml': RULE })])).toEqual([
      'BZ105 loose:1:1+1 规则包 loose 里没有 pack.yaml',
    ])
    expect(brief([await only({ 'packs/common/pack.yaml': 'pack: common\n' })])).toEqual([
      'BZ105 pack.yaml:1:1+4 缺少 title',
    ])
    expect(brief([await only({ 'packs/common/pack.yaml': '- pack: common\n' })])[0]).toMatch(/^BZ103/)
  })

  it('is an override where there is nothing to override', async () => {
    const diagnostic = await only({ 'packs/common/pack.yaml': 'pack: common\ntitle: 通用\ndrop: [x]\n' })
    expect(diagnostic).toMatchObject({ code: 'BZ119', message: '没有写 extends，无处可去掉' })
  })

  it('does not make rules unknown that may well be in a file that cannot be read', async () => {
    const diagnostics = await rejected({
      'packs/common/rules.yaml': '- id: [\n',
      ...strict('drop: [commerce.solicit]\n'),
    })
    expect(diagnostics.map(diagnostic => diagnostic.code)).toEqual(['BZ101'])
  })
})
