import { describe, expect, it } from '@jest/globals'
import type { Rule } from '../../src/model/rule.js'
import { HOUR, MINUTE } from '../../src/model/time.js'
import { accepted, brief, only, RULE, rejected, ruleWith } from './helpers.js'

const rule = async (...changes: (readonly [string, string])[]) =>
  (await accepted(ruleWith(...changes))).packs.get('common')?.rules[0] as Rule
const THEN = '  then: { respond: remind, message: commerce.private }\n'
const then = (text: string) => [THEN, `  then: ${text}\n`] as const

describe('a rule', () => {
  it('comes out whole, with defaults', async () => {
    expect(await rule()).toEqual({
      id: 'commerce.solicit',
      title: '商业推销',
      why: '群规',
      category: 'commerce',
      tier: 'conduct',
      applies: { roles: null, kinds: null, grades: null },
      when: expect.objectContaining({ op: 'signal', signal: 'words' }),
      unless: [],
      // biome-ignore format: one line
      then: [{ roles: null, respond: 'remind', severity: null, to: null, message: 'commerce.private', publicNotice: false }],
      topic: 'commerce',
      escalateAfter: null,
      burst: null,
      examples: { hit: expect.any(Array), pass: expect.any(Array) },
      place: { file: 'packs/common/rules.yaml', line: 1, col: 7 },
    })
  })

  it('takes topic, roles, kinds and grades as given', async () => {
    const read = await rule([
      '  when:',
      '  topic: 卖货\n  applies: { roles: [parent], kinds: [text, join], grades: [1, 2] }\n  when:',
    ])
    expect(read.topic).toBe('卖货')
    expect(read.applies).toEqual({ roles: ['parent'], kinds: ['text', 'join'], grades: [1, 2] })
  })

  it('answers by role', async () => {
    const list =
      '\n    - { roles: [parent], respond: remind, message: commerce.private, to: head_teacher }\n    - { respond: escalate, severity: P0, to: supervisor, public_notice: true }'
    expect((await rule(then(list))).then).toEqual([
      {
        roles: ['parent'],
        respond: 'remind',
        severity: null,
        to: 'head_teacher',
        message: 'commerce.private',
        publicNotice: false,
      },
      { roles: null, respond: 'escalate', severity: 'P0', to: 'supervisor', message: null, publicNotice: true },
    ])
  })

  it('turns durations into milliseconds and fills in a burst', async () => {
    const strikes = '  escalate_after: { strikes: 2, within: 7d, to: head_teacher, severity: P2 }\n'
    expect((await rule([THEN, THEN + strikes])).escalateAfter).toEqual({
      strikes: 2,
      within: 168 * HOUR,
      to: 'head_teacher',
      severity: 'P2',
    })

    const collect = '  then: { respond: collect }\n  burst: { senders: 2, message: collective.ack }\n'
    expect((await rule([THEN, collect])).burst).toEqual({
      count: 5,
      senders: 2,
      within: 10 * MINUTE,
      cooldown: 6 * HOUR,
      message: 'collective.ack',
    })
  })

  it('takes the cooldown of its pack', async () => {
    const changes = ruleWith([THEN, '  then: { respond: collect }\n  burst: {}\n'])
    const pack = 'pack: common\ntitle: 通用\nparams: { collective_cooldown: 2h }\n'
    const set = await accepted({ ...changes, 'packs/common/pack.yaml': pack })
    expect(set.packs.get('common')?.rules[0]?.burst).toMatchObject({ cooldown: 2 * HOUR, message: null })
  })
})

describe('one mistake in a rule', () => {
  it.each([
    [['  title: 商业推销\n', ''], 'BZ105 rules.yaml:1:3+2 规则缺少 title'],
    [['  title: 商业推销\n', '  title:\n'], 'BZ105 rules.yaml:2:3+5 title 是空的'],
    [['  title: 商业推销\n', '  title: "  "\n'], 'BZ105 rules.yaml:2:10+4 title 是空的'],
    [['  title: 商业推销\n', '  title: 12\n'], 'BZ103 rules.yaml:2:10+2 title 应为文本，写的是 12'],
    [['id: commerce.solicit', 'id: 商业'], 'BZ104 rules.yaml:1:7+2 id 的写法不对：“商业”'],
    [['category: commerce', 'category: comerce'], 'BZ104 rules.yaml:4:13+7 category 不能是“comerce”'],
    [['tier: conduct', 'tier: [conduct]'], 'BZ103 rules.yaml:5:9+9 tier 应为一个词，写的是列表'],
    [['  when:', '  whn:'], 'BZ102 rules.yaml:6:3+3 规则里没有 whn 这个键'],
    [['  when:', '  applies: { roles: parent }\n  when:'], 'BZ103 rules.yaml:6:21+6 roles 应为列表，写的是“parent”'],
    [['  when:', '  applies: { grades: [0] }\n  when:'], 'BZ104 rules.yaml:6:23+1 grades 的第 1 项太小： 0'],
    [['  when:', '  applies: { kinds: [message] }\n  when:'], 'BZ104 rules.yaml:6:22+7 kinds 的第 1 项不能是“message”'],
    [['  when:', '  applies: { roles: [] }\n  when:'], 'BZ105 rules.yaml:6:21+2 roles 的列表是空的'],
    [then('{ respond: warn }'), 'BZ104 rules.yaml:7:20+4 respond 不能是“warn”'],
    [then('{ message: commerce.private }'), 'BZ105 rules.yaml:7:9+29 缺少 respond'],
    [then('[]'), 'BZ105 rules.yaml:7:9+2 then 的列表是空的'],
    [then('remind'), 'BZ103 rules.yaml:7:9+6 这里应为 respond，写的是“remind”'],
    [then('{ respond: remind }'), 'BZ105 rules.yaml:7:20+6 respond: remind 缺少 message'],
    [then('{ respond: escalate, to: admin }'), 'BZ105 rules.yaml:7:20+8 respond: escalate 缺少 severity'],
    [then('{ respond: escalate, severity: P1 }'), 'BZ105 rules.yaml:7:20+8 respond: escalate 缺少 to'],
    [then('{ respond: allow, message: commerce.private }'), 'BZ121 rules.yaml:7:27+7 respond: allow 用不到 message'],
    [then('{ respond: collect, to: admin }'), 'BZ121 rules.yaml:7:29+2 respond: collect 用不到 to'],
    [then('{ respond: allow, severity: P1 }'), 'BZ121 rules.yaml:7:27+8 respond: allow 用不到 severity'],
    [
      then('{ respond: collect, public_notice: true }'),
      'BZ121 rules.yaml:7:29+13 respond: collect 用不到 public_notice',
    ],
    [
      then('{ respond: remind, message: comerce.private }'),
      'BZ111 rules.yaml:7:37+15 messages.zh-CN.yaml 里没有 comerce.private',
    ],
    [
      then('[{ respond: allow }, { roles: [parent], respond: allow }]'),
      'BZ121 rules.yaml:7:30+35 前一项没有写 roles，这一项永远轮不到',
    ],
    [[THEN, `${THEN}  burst: {}\n`], 'BZ121 rules.yaml:8:3+5 burst 要和 respond: collect 一起用'],
    [
      [THEN, '  then: { respond: collect }\n  burst: { count: 2, senders: 3 }\n'],
      'BZ121 rules.yaml:8:31+1 2 条消息不可能来自 3 个人',
    ],
    [[THEN, '  then: { respond: collect }\n  burst: { within: 10 }\n'], 'BZ103 rules.yaml:8:20+2 within 写成了10'],
    [[THEN, '  then: { respond: collect }\n  burst:\n'], 'BZ105 rules.yaml:8:3+5 burst 是空的'],
    [
      [THEN, '  then: { respond: allow }\n  escalate_after: { strikes: 2, within: 7d, to: admin, severity: P2 }\n'],
      'BZ121 rules.yaml:8:3+14 escalate_after 数的是私下的提醒，这条规则没有提醒',
    ],
    [
      [THEN, `${THEN}  escalate_after: { strikes: 0, within: 7d, to: admin, severity: P2 }\n`],
      'BZ104 rules.yaml:8:30+1 strikes 太小： 0',
    ],
    [[THEN, `${THEN}  escalate_after: { strikes: 2 }\n`], 'BZ105 rules.yaml:8:19+14 缺少 within'],
  ] as const)('%j', async (change, expected) => {
    const diagnostics = await rejected(ruleWith(change as unknown as [string, string]))
    expect(brief(diagnostics)).toContain(expected)
  })

  it.each([
    [then('{ respond: warn }'), 'remind'],
    [then('remind'), '{ respond: remind }'],
    [['  title: 商业推销\n', '  title: 12\n'], '"12"'],
    [['  title: 商业推销\n', '  title: [玫瑰]\n'], '"[玫瑰]"'],
    [['tier: conduct', 'tier: Conduct'], 'conduct'],
    [['  when:', '  applies: { roles: parent }\n  when:'], '[parent]'],
    [['  when:', '  applies: { roles: [家长、老师] }\n  when:'], '[parent, teacher]'],
    [[THEN, '  then: { respond: collect }\n  burst: { within: 10分钟 }\n'], '10m'],
    [[THEN, '  then: { respond: collect }\n  burst: { count: "８" }\n'], '8'],
    [[THEN, '  then: { respond: collect }\n  burst: { count: 2.6 }\n'], '3'],
    [then('{ respond: escalate, severity: P2, to: admin, public_notice: yes }'), 'true'],
  ] as const)('%j has a remedy: %s', async (change, meant) => {
    const diagnostics = await rejected(ruleWith(change as unknown as [string, string]))
    expect(diagnostics.map(diagnostic => diagnostic.didYouMean)).toContain(meant)
  })
})

describe('a rule file', () => {
  const told = async (text: string) => brief(await rejected({ 'packs/common/rules.yaml': text }))

  it('is a list', async () => {
    expect(await told('id: x\ntitle: y\n')).toEqual(['BZ103 rules.yaml:1:1+2 规则文件应为规则的列表'])
    expect(await told('hello\n')).toEqual(['BZ103 rules.yaml:1:1+5 规则文件应为规则的列表'])
    expect((await only({ 'packs/common/rules.yaml': 'id: x\n' })).didYouMean).toBe('- id: x')
  })

  it('holds rules and nothing else', async () => {
    expect(await told(`${RULE}- just text\n`)).toEqual(['BZ103 rules.yaml:11:3+9 这一项不是规则'])
    expect((await only({ 'packs/common/rules.yaml': `${RULE}- id：x\n` })).didYouMean).toBe('id: x')
    expect(await told(`${RULE}-\n`)).toHaveLength(1)
  })

  it('is not empty', async () => {
    for (const text of ['', '# later\n', '---\n'])
      expect(await told(text)).toEqual(['BZ105 rules.yaml:1:1+1 文件是空的'])
  })

  it('truncated anywhere is refused or whole, and never throws', async () => {
    for (let end = 1; end < RULE.length - 1; end++) {
      const result = await rejected({ 'packs/common/rules.yaml': RULE.slice(0, end) }).catch(() => null)
      // Only the last words of the last example may be missing without notice.
      if (result === null) expect(RULE.slice(0, end)).toContain('pass: [借一下红领巾, 谢谢]')
    }
  })

  it('names both places of an id used twice', async () => {
    expect(await told(RULE + RULE)).toEqual(['BZ106 rules.yaml:11:7+16 规则 id commerce.solicit 已在第 1 行用过'])
    const twice = await rejected({ 'packs/common/a.yaml': RULE })
    expect(twice[0]?.message).toBe('规则 id commerce.solicit 已在 packs/common/a.yaml:1:7 用过')
    expect(twice[0]?.place).toEqual({ file: 'packs/common/rules.yaml', line: 1, col: 7 })
  })

  it('tells what else is wrong with a rule whose id is taken', async () => {
    expect(await told(RULE + RULE.replace('tier: conduct', 'tier: conduckt'))).toHaveLength(2)
  })
})
