import { describe, expect, it } from '@jest/globals'
import { explain, explainCommand } from '../../src/cli/explain.js'
import { buildProgram, runProgram } from '../../src/cli/program.js'
import type { CaseMove, DecisionRecord, EventMedia, Ledger, OpinionCall } from '../../src/ledger/index.js'
import type { Case } from '../../src/model/case.js'
import { MINUTE } from '../../src/model/time.js'
import type { RuleResult, RuleTrace } from '../../src/model/verdict.js'
import { action, bench, decisionRecord, NOW, school, screen, ZONE } from './support.js'

const trace = (rule: string, result: RuleResult, because: string): RuleTrace => ({
  rule,
  tier: 'conduct',
  result,
  because,
})

const TRACE = [
  trace('commerce.solicit', 'fired', '命中：词表 commerce.sell 2/1'),
  trace('commerce.group-buy', 'excused', '豁免：是提问'),
  trace('vote.canvass', 'missed', '链接 0/1'),
  trace('rumor.chain', 'missed', '链接 0/1'),
  trace('blessing.flood', 'missed', '同类 1/5'),
  trace('notice.form', 'not_for_this', '只管老师'),
  trace('burst.ack', 'not_reached', '前面的规则已有结论'),
]

const found: Case = {
  id: 'bz1-c1',
  code: 'A7',
  kind: 'escalation',
  severity: 'P1',
  category: 'abuse_conflict',
  key: 'k',
  owner: 'head_teacher',
  about: 'bz1-p3',
  deadline: NOW,
  summary: '疑似争吵',
  group: 'c3-2',
  decisionId: 'bz1-d12',
  openedAt: NOW,
  state: 'closed',
  step: 1,
  closedAt: NOW + MINUTE,
  closedBy: 'head_teacher:1',
}

const move = (seq: number, what: string, by: string): CaseMove => ({
  seq,
  id: `bz1-v${seq}`,
  caseId: 'bz1-c1',
  by,
  channel: 'wechat',
  what,
  at: NOW + seq * MINUTE,
  from: null,
  to: { state: 'open', step: 0 },
})

function told(
  record: DecisionRecord,
  options: { all?: boolean; moves?: CaseMove[]; calls?: OpinionCall[]; media?: EventMedia } = {},
): string[] {
  const ledger = {
    caseMoves: () => options.moves ?? [],
    opinionCalls: () => options.calls ?? [],
    media: () => options.media ?? null,
  }
  return explain(screen(), ledger, record, ZONE, options.all ?? false).split('\n')
}

const section = (lines: string[], title: string) => {
  const from = lines.indexOf(title) + 1
  const to = lines.indexOf('', from)
  return lines.slice(from, to === -1 ? undefined : to)
}

describe('media', () => {
  const media: EventMedia = {
    event: 'e',
    state: 'whole',
    bytes: 1234,
    mime: 'image/png',
    sha256: 'ab'.repeat(32),
    at: NOW,
  }
  const line = (more: Partial<EventMedia>) =>
    told(decisionRecord({}), { media: { ...media, ...more } }).find(one => one.startsWith('媒体'))

  it('are told by type, size and fingerprint', () => {
    expect(line({})).toBe('媒体  已取到  image/png  1234 字节  指纹 abababababababab')
    expect(line({ mime: null, sha256: null })).toBe('媒体  已取到  类型不明  1234 字节')
  })

  it.each([
    ['empty', '媒体  微信给的是空的（多半已过期）'],
    ['expired', '媒体  已过期'],
    ['too_big', '媒体  太大，没有取'],
    ['failed', '媒体  没有取到'],
  ] as const)('that were not had are told to be %s', (state, said) => {
    expect(line({ state, bytes: 0, mime: null, sha256: null })).toBe(said)
  })

  it('are not mentioned where there are none', () => {
    expect(told(decisionRecord({})).some(one => one.startsWith('媒体'))).toBe(false)
  })
})

describe('a second opinion', () => {
  const call: OpinionCall = {
    id: 'bz1-o1',
    decisionId: 'bz1-d12',
    group: 'c3-2',
    at: NOW,
    digest: 'd',
    model: 'school-7b',
    about: 'commerce',
    probability: 0.55,
    from: 0.3,
    to: 0.8,
    outcome: 'answered',
    opinion: 'no',
    ms: 812,
    tokens: 207,
    status: 200,
    changed: 'bz1-d13',
  }
  const line = (more: Partial<OpinionCall>) =>
    section(told(decisionRecord({}), { calls: [{ ...call, ...more }] }), '第二意见')[0]

  it('is told with the doubt and the answer', () => {
    expect(line({})).toBe(
      '  像商业推销 0.55（在 0.30 到 0.80 之间）  school-7b  回答了（HTTP 200）：不是  812 毫秒  207 个词元',
    )
    expect(line({ outcome: 'cached', status: null, ms: null, tokens: null })).toContain('以前问过同样的话：不是')
  })

  it('that never came is told, too', () => {
    expect(line({ outcome: 'timeout', opinion: null, status: null })).toContain('没有等到回答')
    expect(line({ outcome: null, opinion: null, status: null, ms: null, tokens: null })).toContain('程序结束前没有回答')
  })

  it('is not spoken of where nobody was asked', () => {
    expect(told(decisionRecord({}))).not.toContain('第二意见')
  })
})

describe('the decision', () => {
  it('tells event, sender by role and id, text, and what came of it', () => {
    const text = told(decisionRecord({ to: 'head_teacher', respond: 'escalate', severity: 'P1' })).join('\n')
    for (const part of [
      'bz1-d12  11-04 15:00:07  群 c3-2',
      '消息  e12  文字  家长 bz1-p3',
      '内容  自家橙子，要的私我',
      '结论  上报 P1  商业推销  规则 commerce.solicit  先告知 班主任',
      '规则版本 f00d',
      '账本指纹 beef',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('says that ordinary talk is not kept, and that nothing needed doing', () => {
    const lines = told(decisionRecord({ respond: 'allow', rule: null, category: null }, { excerpt: null }))
    expect(lines.join('\n')).toContain('内容  未保留')
    expect(lines).toContain('结论  放行')
    expect(section(lines, '策略')).toEqual(['  无需策略处理'])
    expect(section(lines, '动作')).toEqual(['  没有动作'])
    expect(lines).not.toContain('个案')
  })

  it('notes what is special: heard late, replaced, replacing', () => {
    const plain = decisionRecord({ supersedes: 'bz1-d11' }, { supersededBy: 'bz1-d13' })
    const late = { ...plain, event: { ...(plain.event as NonNullable<typeof plain.event>), late: true } }
    const text = told(late).join('\n')
    expect(text).toContain('补收较晚')
    expect(text).toContain('取代了此前的决定 bz1-d11')
    expect(text).toContain('已被后来的决定 bz1-d13 取代')
  })

  it('can do without the event, and without a sender', () => {
    expect(told(decisionRecord({}, { event: null })).join('\n')).toContain('系统')
  })
})

describe('a second channel', () => {
  it('is named with its action', () => {
    const actions = [action({ kind: 'second_channel', channel: 'email', recipient: 'supervisor' })]
    expect(told(decisionRecord({}, { actions })).join('\n')).toContain('第二通道（email） → 督导  已送出')
  })
})

describe('the rules', () => {
  it('shows what fired and what was excused, and why not the rest', () => {
    expect(section(told(decisionRecord({ trace: TRACE })), '规则')).toEqual([
      '  命中  秩序  commerce.solicit  命中：词表 commerce.sell 2/1',
      '  豁免  秩序  commerce.group-buy  豁免：是提问',
      '  未中  vote.canvass、rumor.chain  链接 0/1',
      '  未中  blessing.flood  同类 1/5',
      '  另有 2 条规则不适用，或因前面的规则已有结论而没有再看（--all 逐条列出）',
    ])
  })

  it('lists every rule in the order of judging with --all', () => {
    const lines = section(told(decisionRecord({ trace: TRACE }), { all: true }), '规则')
    expect(lines).toHaveLength(TRACE.length)
    for (const [n, one] of TRACE.entries()) {
      expect(lines[n]).toContain(one.rule)
      expect(lines[n]).toContain(one.because)
    }
    expect(lines[5]).toContain('不适用')
    expect(lines[6]).toContain('未看')
  })
})

describe('policy, actions, case', () => {
  it('marks the steps that changed something', () => {
    const steps = [
      { step: 'strike' as const, changed: true, because: '7天内第2次' },
      { step: 'budget' as const, changed: false, because: '今天还没有提醒过' },
    ]
    expect(section(told(decisionRecord({ steps })), '策略')).toEqual(['  ● 7天内第2次', '  ○ 今天还没有提醒过'])
  })

  it('tells to whom, what became of it, when, and the text', () => {
    const actions = [
      action(),
      action({ id: 'bz1-a8', kind: 'collective', target: { group: 'c3-2' }, state: 'owed', settledAt: null, text: '' }),
      action({
        id: 'bz1-a9',
        kind: 'alert',
        recipient: 'head_teacher',
        state: 'failed',
        error: '不是好友',
        settledAt: NOW + MINUTE,
      }),
    ]
    expect(section(told(decisionRecord({}, { actions })), '动作')).toEqual([
      '  私下提醒 → 发送者本人  已送出  11-04 15:00:09  bz1-a7',
      '    您好，群里请不要发推销信息。',
      '  群内集体提示 → 全群  待发  bz1-a8',
      '  上报 → 班主任  未能送出（不是好友）  11-04 15:01:07  bz1-a9',
      '    您好，群里请不要发推销信息。',
    ])
  })

  it('follows the case from opening to end', () => {
    const moves = [move(0, 'opened', 'bot'), move(1, '1', 'head_teacher:bz1-p7')]
    expect(section(told(decisionRecord({}, { case: found }), { moves }), '个案')).toEqual([
      '  A7  上报  P1  已结  疑似争吵',
      '    11-04 15:00:07  opened  bot  wechat',
      '    11-04 15:01:07  1  head_teacher:bz1-p7  wechat',
    ])
  })
})

it('lets no control character of any text reach the terminal', () => {
  const evil = '\u001b[2J\u009b31m\r\n上报\u202e\u0007'
  const record = decisionRecord(
    {
      eventId: `e${evil}`,
      steps: [{ step: 'notice', changed: true, because: evil }],
      trace: [trace('a.b', 'fired', evil), trace('c.d', 'missed', evil)],
    },
    { excerpt: evil, actions: [action({ text: evil, error: evil })], case: { ...found, summary: evil } },
  )
  for (const all of [true, false]) {
    for (const line of told(record, { all, moves: [move(0, 'opened', 'bot')] }))
      expect(line).not.toMatch(/\p{Cc}|\u202e/u)
  }
})

describe('explain as a command', () => {
  async function run(record: DecisionRecord | null, ...args: string[]) {
    let closed = false
    const asked: string[] = []
    const ledger = {
      decision: (id: string) => {
        asked.push(id)
        return record
      },
      caseMoves: () => [],
      opinionCalls: () => [],
      media: () => null,
      close: () => {
        closed = true
      },
    } as unknown as Ledger
    const on = bench({ readLedger: () => ledger, school: async () => school() })
    const program = buildProgram(on.tools, '0.1.0', [explainCommand(on.tools)])
    await runProgram(program, on.tools, ['explain', ...args])
    return { on, asked, closed }
  }

  it('explains what it was asked for and closes the ledger', async () => {
    const { on, asked, closed } = await run(decisionRecord({ trace: TRACE }), 'bz1-d12', '--all')
    expect(asked).toEqual(['bz1-d12'])
    expect(on.screen.lines.join('\n')).toContain('notice.form')
    expect(on.code()).toBe(0)
    expect(closed).toBe(true)
  })

  it('says so when there is no such decision, and repeats no control character', async () => {
    const { on, closed } = await run(null, 'bz1-d99\u001b[2J')
    expect(on.screen.errors.join('\n')).toContain('BZ503')
    expect(on.screen.errors.join('\n')).toContain('banzhang log')
    expect(on.screen.errors.join('')).not.toContain('\u001b')
    expect(on.code()).toBe(3)
    expect(closed).toBe(true)
  })

  it('wants an id', async () => {
    const { on } = await run(null)
    expect(on.code()).toBe(2)
    expect(on.screen.errors.join('')).toContain('缺少参数')
  })
})
