import { describe, expect, it } from '@jest/globals'
import type { Category } from '../../src/model/category.js'
import type { DecisionDraft } from '../../src/model/decision.js'
import { HOUR, MINUTE } from '../../src/model/time.js'
import { at, because, danger, flood, member, PARAMS, place, rule, sent, World } from './world.js'

const leak = (category: Category = 'privacy_leak') =>
  rule({ category, tier: 'privacy', then: { respond: 'ask_recall', message: 'sender.word' } })
const minor = rule({ category: 'fee_collection', then: { respond: 'escalate', severity: 'P2', to: 'head_teacher' } })
const quarrel = rule({
  category: 'abuse_conflict',
  tier: 'conflict',
  then: { respond: 'escalate', severity: 'P1', to: 'head_teacher' },
})
const alerts = (draft: DecisionDraft) => draft.actions.filter(action => action.kind === 'alert')

describe('reminders', () => {
  it('are private, once a day, with what can still be done', () => {
    const world = new World()
    const draft = world.say({ rule: rule(), at: at('12:00') })
    expect(draft.actions).toEqual([
      expect.objectContaining({
        kind: 'remind',
        target: { person: 'm1', group: 'g1' },
        text: '您好，可在2分钟内撤回',
        notBefore: at('12:00'),
        expiresAt: at('13:00'),
      }),
    ])
    const votes = world.say({ rule: rule({ category: 'vote_canvass' }), at: at('18:00') })
    expect(votes).toMatchObject({ respond: 'remind', actions: [] })
    expect(because(votes, 'budget')).toEqual(['今天私下提醒过本人 1/1 次'])
    expect(sent(world.say({ rule: rule({ category: 'vote_canvass' }), at: at('1 12:00') }))).toEqual(['remind→m1'])
  })

  it('do not follow each other across midnight', () => {
    const world = new World()
    expect(sent(world.say({ rule: rule(), at: at('23:58') }))).toEqual(['remind→m1'])
    const next = world.say({ rule: rule(), at: at('1 00:01') })
    expect(next).toMatchObject({ respond: 'remind', actions: [] })
    expect(because(next, 'duplicate')).toEqual(['同一件事 3 分钟前提醒过本人，不再另发'])
  })

  it('at night leave within two minutes of the posting or not at all', () => {
    const night = new World().say({ rule: rule(), at: at('22:31') })
    expect(night.actions[0]).toMatchObject({ kind: 'remind', expiresAt: at('22:33') })
    const slow = new World().say({ rule: rule(), at: at('22:31'), now: at('22:33') })
    expect(slow).toMatchObject({ respond: 'remind', actions: [] })
    expect(because(slow, 'night')).toEqual(['夜间，且已过撤回时限，不打扰'])
  })

  it('begun in the evening do not arrive at night', () => {
    expect(new World().say({ rule: rule(), at: at('21:30') }).actions[0]?.expiresAt).toBe(at('22:00'))
    expect(new World().say({ rule: rule(), at: at('21:59') }).actions[0]?.expiresAt).toBe(at('22:01'))
  })

  it('say so when it is too late to recall', () => {
    const draft = new World().say({ rule: rule(), at: at('12:00'), now: at('12:10') })
    expect(draft.actions[0]?.text).toBe('您好，下次留意就好')
  })

  it('say nothing where the rule has no words', () => {
    expect(new World().say({ rule: rule({ then: { message: null } }), at: at('12:00') }).actions).toEqual([])
  })

  it('come with a copy where the rule asks for one', () => {
    const world = new World()
    const appeal = rule({ category: 'fundraising', then: { to: 'head_teacher' } })
    const draft = world.say({ rule: appeal, at: at('12:00') })
    expect(sent(draft)).toEqual(['remind→m1', 'alert→p-head'])
    expect(draft.actions[1]?.text).toBe('alert.copy|time=12:00|who=m*|what=标题:fundraising')
    expect(draft.to).toBeNull()
    expect(sent(world.say({ rule: appeal, at: at('12:05') }))).toEqual([])
  })

  it('about a teacher are copied to the supervisor', () => {
    const levy = rule({ category: 'vote_canvass', then: { to: 'head_teacher' } })
    const draft = new World().say({ rule: levy, by: member('t1', 'teacher'), at: at('12:00') })
    expect(sent(draft)).toEqual(['remind→t1', 'alert→p-super'])
  })

  it('do not go to an account that may be hijacked', () => {
    expect(new World().say({ rule: rule({ category: 'scam_impersonation' }), at: at('12:00') }).actions).toEqual([])
  })
})

describe('recall requests', () => {
  it('reach the sender at once, tell the head teacher and wait', () => {
    const draft = new World().say({ rule: leak(), at: at('12:00') })
    expect(draft).toMatchObject({ respond: 'ask_recall', severity: null, to: null })
    expect(sent(draft)).toEqual(['ask_recall→m1', 'alert→p-head'])
    expect(draft.actions[0]).toMatchObject({ notBefore: at('12:00'), expiresAt: at('12:02') })
    expect(draft.actions[1]?.text).toBe('alert.asked_recall|code=A1|time=12:00|who=m*|what=标题:privacy_leak')
    expect(draft.opens).toMatchObject({
      kind: 'recall',
      severity: 'P1',
      key: 'recall:e1',
      owner: 'head_teacher',
      about: 'm1',
      deadline: at('12:02'),
    })
    expect(because(draft, 'recall_window')).toEqual(['请本人撤回，2 分钟内有效，等到 12:02'])
  })

  it('wait three hours for a file', () => {
    const draft = new World().say({ rule: leak('grades_ranking'), kind: 'file', at: at('12:00') })
    expect(draft.opens).toMatchObject({ severity: 'P2', deadline: at('15:00') })
    expect(draft.actions[0]).toMatchObject({ text: '您好，可在3小时内撤回', expiresAt: at('15:00') })
  })

  it('are outside the budget of reminders', () => {
    const world = new World()
    world.say({ rule: rule(), at: at('11:00') })
    expect(sent(world.say({ rule: leak(), at: at('12:00') }))[0]).toBe('ask_recall→m1')
    expect(sent(world.say({ rule: leak(), at: at('12:30') }))).toEqual(['ask_recall→m1'])
  })

  it('are sent once for messages in a row', () => {
    const world = new World()
    world.say({ rule: leak(), at: at('12:00') })
    const next = world.say({ rule: leak(), at: at('12:01') })
    expect(next).toMatchObject({ respond: 'ask_recall', actions: [], opens: null })
  })

  it('about what a teacher posted go to the head teacher; what the head teacher posted, to the supervisor', () => {
    const by = (id: string, role: 'teacher' | 'head_teacher') => ({
      rule: leak('grades_ranking'),
      by: member(id, role),
    })
    expect(sent(new World().say({ ...by('t1', 'teacher'), at: at('12:00') }))).toEqual([
      'ask_recall→t1',
      'alert→p-head',
    ])
    expect(sent(new World().say({ ...by('p-head', 'head_teacher'), at: at('12:00') }))).toEqual([
      'ask_recall→p-head',
      'alert→p-super',
    ])
  })

  it('about naming a child take the supervisor, not a colleague', () => {
    const naming = leak('named_praise_criticism')
    expect(sent(new World().say({ rule: naming, by: member('t1', 'teacher'), at: at('12:00') }))).toEqual([
      'ask_recall→t1',
      'alert→p-super',
    ])
  })

  it('of a message in the wrong group stay between the bot and its sender', () => {
    const draft = new World().say({ rule: leak('mispost'), at: at('12:00') })
    expect(sent(draft)).toEqual(['ask_recall→m1'])
    expect(draft.opens).toBeNull()
  })

  it('at night wake nobody but the sender, within two minutes', () => {
    const draft = new World().say({ rule: leak(), kind: 'file', at: at('23:00') })
    expect(draft.actions.map(action => [action.kind, action.notBefore, action.expiresAt])).toEqual([
      ['ask_recall', at('23:00'), at('23:02')],
      ['alert', at('1 07:00'), at('2 07:00')],
    ])
    expect(draft.opens?.deadline).toBe(at('1 02:00'))
  })

  it('give way to an escalation where the window has passed', () => {
    const draft = new World().say({ rule: leak(), at: at('12:00'), now: at('12:03') })
    expect(draft).toMatchObject({ respond: 'ask_recall', opens: { kind: 'escalation', severity: 'P1' } })
    expect(sent(draft)).toEqual(['alert→p-head'])
  })

  it('are not escalated a second time by a later judgement', () => {
    const world = new World()
    const said = { rule: leak(), at: at('12:00'), id: 'e1' }
    expect(world.say(said).opens?.key).toBe('recall:e1')
    const again = world.say({ ...said, now: at('12:05') })
    expect(again).toMatchObject({ eventId: 'e1', actions: [], opens: null })
  })
})

describe('night and day', () => {
  const rows: [string, string, string][] = [
    ['P0 at night', '03:00', '03:00'],
    ['P1 by day', '12:00', '12:00'],
    ['P1 in the evening', '21:59', '21:59'],
    ['P1 at night', '22:00', '1 07:00'],
    ['P2 by day', '12:00', '12:00'],
    ['P2 in the evening', '21:00', '1 07:30'],
  ]
  it.each(rows)('%s: decided %s, leaves %s', (what, now, leaves) => {
    const found = what.startsWith('P0') ? danger() : what.startsWith('P1') ? quarrel : minor
    const draft = new World().say({ rule: found, at: at(now) })
    expect(draft.respond).toBe('escalate')
    expect(new Set(alerts(draft).map(action => action.notBefore))).toEqual(new Set([at(leaves)]))
    expect(draft.steps.some(step => step.step === 'night')).toBe(now !== leaves)
  })

  it('starts the chain when the alert leaves', () => {
    const deadline = (found: typeof minor, now: string) => new World().say({ rule: found, at: at(now) }).opens?.deadline
    expect(deadline(danger(), '03:00')).toBe(at('03:03'))
    expect(deadline(quarrel, '22:30')).toBe(at('1 07:30'))
    expect(deadline(minor, '21:30')).toBe(at('2 07:30'))
  })

  it('says nothing to the group at night', () => {
    const world = new World()
    const drafts = [1, 2, 3, 4, 5, 6].map(i => world.say({ rule: flood(), by: member(`m${i}`), at: at('22:30') }))
    expect(drafts.flatMap(draft => sent(draft))).toEqual([])
    expect(because(drafts[5] as DecisionDraft, 'night')).toEqual(['夜间不在群里说话'])
  })
})

describe('collective lines', () => {
  const burst = (world: World, time: string, topic = 'ack') =>
    [1, 2, 3, 4, 5]
      .map(i => world.say({ rule: flood(topic), by: member(`m${i}`), at: at(time) }))
      .at(-1) as DecisionDraft

  it('are said once a burst and topic', () => {
    const world = new World()
    expect(burst(world, '12:00').actions).toEqual([
      expect.objectContaining({ kind: 'collective', target: { group: 'g1' }, topic: 'ack', expiresAt: at('12:10') }),
    ])
    const more = burst(world, '12:05')
    expect(sent(more)).toEqual([])
    expect(because(more, 'cooldown')).toEqual(['6 小时内已说过同一句集体提示'])
    expect(sent(burst(world, '18:01'))).toEqual(['collective→g1'])
  })

  it('are at most two a day, whatever the topic', () => {
    const world = new World()
    const lines = ['a', 'b', 'c'].map((topic, i) => sent(burst(world, `1${i}:00`, topic)).length)
    expect(lines).toEqual([1, 1, 0])
    expect(sent(burst(world, '1 09:00', 'd'))).toEqual(['collective→g1'])
  })

  it('lapse when the night begins', () => {
    expect(burst(new World(), '21:55').actions[0]?.expiresAt).toBe(at('22:00'))
  })
})

describe('duplicates', () => {
  it('are told once in six hours for one sender', () => {
    const world = new World()
    expect(sent(world.say({ rule: minor, at: at('12:00') }))).toEqual(['alert→p-head'])
    const again = world.say({ rule: minor, at: at('12:01') })
    expect(again).toMatchObject({ respond: 'escalate', severity: 'P2', to: 'head_teacher', actions: [] })
    expect(again.opens?.key).toBe('P2:fee_collection:m1')
    const late = world.say({ rule: minor, at: at('18:01') })
    expect(sent(late)).toEqual(['alert→p-head'])
    expect(late.actions[0]?.text).toContain('code=A1')
  })

  it('do not open a case anew that was answered', () => {
    const world = new World()
    world.say({ rule: minor, at: at('12:00') })
    world.close('P2:fee_collection:m1')
    expect(world.say({ rule: minor, at: at('12:30') })).toMatchObject({ actions: [], opens: null })
  })

  it('are not what another parent does', () => {
    const world = new World()
    world.say({ rule: minor, at: at('12:00') })
    expect(sent(world.say({ rule: minor, by: member('m2'), at: at('12:05') }))).toEqual(['alert→p-head'])
  })

  it('take a stranger’s joining and posts for one matter', () => {
    const world = new World()
    const by = member('x', 'outsider')
    const post = (category: Category) =>
      rule({ category, then: { respond: 'escalate', severity: 'P2', to: 'head_teacher' } })
    const counts = (['outsider_join', 'commerce', 'training_ad'] as const).map(
      (category, i) => sent(world.say({ rule: post(category), by, at: at('12:00') + i * MINUTE })).length,
    )
    expect(counts).toEqual([1, 0, 0])
  })

  it('let something worse about the same matter through', () => {
    const world = new World()
    world.say({ rule: quarrel, at: at('12:00') })
    const threat = world.say({ rule: danger('abuse_conflict'), at: at('12:05') })
    expect(sent(threat)).toHaveLength(3)
    expect(sent(world.say({ rule: quarrel, at: at('12:06') }))).toEqual([])
  })

  it('join what others say of the same emergency, for two hours', () => {
    const world = new World()
    expect(sent(world.say({ rule: danger(), by: member('mum'), at: at('12:58') }))).toHaveLength(3)
    const other = world.say({ rule: danger(), by: member('dad'), at: at('13:00') })
    expect(other).toMatchObject({ respond: 'escalate', severity: 'P0', actions: [], opens: { key: 'P0:emergency' } })
    expect(sent(world.say({ rule: danger(), by: member('aunt'), at: at('14:59') }))).toHaveLength(3)
  })

  it('take danger and despair that one person writes of within half an hour for one matter', () => {
    const world = new World()
    const despair = danger('self_harm_bullying')
    expect(sent(world.say({ rule: danger(), by: member('mum'), at: at('12:00') }))).not.toHaveLength(0)
    expect(sent(world.say({ rule: despair, by: member('mum'), at: at('12:20') }))).toEqual([])
    expect(sent(world.say({ rule: despair, by: member('dad'), at: at('12:21') }))).not.toHaveLength(0)
    expect(sent(world.say({ rule: despair, by: member('mum'), at: at('12:55') }))).not.toHaveLength(0)
  })

  it('take a worn-out teacher for one matter for three hours, but what else one person says of one sort for two', () => {
    const world = new World()
    const worn = (topic: string) =>
      rule({
        category: 'teacher_outburst',
        tier: 'conflict',
        topic,
        then: { respond: 'escalate', severity: 'P1', to: 'supervisor', message: null },
      })
    expect(sent(world.say({ rule: worn('tired'), by: member('t', 'teacher'), at: at('12:00') }))).not.toHaveLength(0)
    expect(sent(world.say({ rule: worn('outburst'), by: member('t', 'teacher'), at: at('14:39') }))).toEqual([])
    const sold = (topic: string) =>
      rule({
        category: 'obscene_illegal',
        topic,
        then: { respond: 'escalate', severity: 'P1', to: 'head_teacher', message: null },
      })
    expect(sent(world.say({ rule: sold('lottery'), by: member('m'), at: at('12:00') }))).not.toHaveLength(0)
    expect(sent(world.say({ rule: sold('drugs'), by: member('m'), at: at('14:00') }))).not.toHaveLength(0)
    expect(sent(world.say({ rule: worn('gives up'), by: member('t', 'teacher'), at: at('18:30') }))).not.toHaveLength(0)
  })

  it('do not hide a second child behind a first one', () => {
    const world = new World()
    const hint = danger('self_harm_bullying')
    expect(sent(world.say({ rule: hint, by: member('mum'), at: at('12:00') }))).toHaveLength(4)
    expect(sent(world.say({ rule: hint, by: member('mum'), at: at('14:30') }))).toHaveLength(0)
    expect(sent(world.say({ rule: hint, by: member('dad'), at: at('12:01') }))).toHaveLength(4)
  })

  it('are no obstacle to a later judgement of the same event: the ledger matches what is owed', () => {
    const world = new World()
    const said = { at: at('12:00'), id: 'e1' }
    const first = world.say({ ...said, rule: danger() })
    const again = world.say({ ...said, rule: danger(), now: at('12:01') })
    expect(again.supersedes).toBe('d1')
    expect(again.actions.map(action => action.text)).toEqual(first.actions.map(action => action.text))
    expect(again.opens?.key).toBe(first.opens?.key)
  })

  it('are no obstacle to a graver judgement once the picture was read', () => {
    const world = new World()
    const said = { at: at('12:00'), id: 'e1', kind: 'image' } as const
    world.say({ ...said, rule: rule({ category: 'unrelated_share' }) })
    const read = world.say({ ...said, rule: leak(), now: at('12:00') + 20_000 })
    expect(sent(read)).toEqual(['ask_recall→m1', 'alert→p-head'])
  })
})

describe('budget of alerts', () => {
  const fees = (world: World, i: number, time: number) =>
    world.say({ rule: minor, by: member(`m${i}`), at: time }) as DecisionDraft

  it('is five lines a day, one of them the digest of the evening; the case is kept', () => {
    const world = new World()
    const drafts = [1, 2, 3, 4, 5].map(i => fees(world, i, at('12:00') + i * MINUTE))
    expect(drafts.map(draft => alerts(draft).length)).toEqual([1, 1, 1, 1, 0])
    expect(drafts[4]?.opens).toMatchObject({ severity: 'P2', about: 'm5' })
    expect(because(drafts[4] as DecisionDraft, 'budget')[0]).toContain('4/4')
    // no digest was sent: its line is free
    expect([6, 7].map(i => alerts(fees(world, i, at('18:00') + i * MINUTE)).length)).toEqual([1, 0])
  })

  it('does not hold a P0 back, nor does a P0 use it up', () => {
    const world = new World()
    for (let i = 1; i <= 6; i++) fees(world, i, at('12:00'))
    expect(sent(world.say({ rule: danger(), by: member('mum'), at: at('13:00') }))).toHaveLength(3)
    const other = new World()
    for (let i = 1; i <= 6; i++) other.say({ rule: danger('self_harm_bullying'), by: member(`p${i}`), at: at('07:00') })
    expect(alerts(fees(other, 9, at('12:00')))).toHaveLength(1)
  })

  it('sends a P1 to the next in line', () => {
    const world = new World()
    for (let i = 1; i <= 5; i++) fees(world, i, at('12:00'))
    const draft = world.say({ rule: quarrel, by: member('m7'), at: at('13:00') })
    expect(sent(draft)).toEqual(['alert→p-deputy'])
    expect(draft).toMatchObject({ to: 'head_teacher', opens: { severity: 'P1' } })
  })

  it('counts what waits for the morning on both days', () => {
    const world = new World()
    for (let i = 1; i <= 4; i++) fees(world, i, at('21:30'))
    const next = [5, 6].map(i => alerts(fees(world, i, at('1 12:00'))).length)
    expect(next).toEqual([0, 0])
    expect(alerts(fees(world, 7, at('2 12:00')))).toHaveLength(1)
  })
})

describe('the scam notice', () => {
  const scam = danger('scam_impersonation', 'head_teacher', true)
  const stranger = member('x', 'outsider')

  it('goes to the group once a case, at night too', () => {
    const world = new World()
    expect(sent(world.say({ rule: scam, by: stranger, at: at('05:00') }), 'public_notice')).toEqual([
      'public_notice→g1',
    ])
    expect(sent(world.say({ rule: scam, by: member('victim'), at: at('05:20') }))).toEqual([])
    expect(sent(world.say({ rule: scam, by: stranger, at: at('12:00') }), 'public_notice')).toEqual([])
  })

  it('is outside the budget of public lines', () => {
    const world = new World()
    for (const topic of ['a', 'b']) {
      for (let i = 0; i < 5; i++) world.say({ rule: flood(topic), by: member(`m${i}`), at: at('12:00') })
    }
    expect(sent(world.say({ rule: scam, by: stranger, at: at('13:00') }), 'public_notice')).toHaveLength(1)
  })

  it('needs the authorisation, a rule that asks for it, and no account of the staff', () => {
    const unauthorised = new World()
    unauthorised.scamNotice = false
    const cases = [
      unauthorised.say({ rule: scam, by: stranger, at: at('12:00') }),
      new World().say({ rule: danger('scam_impersonation'), by: stranger, at: at('12:00') }),
      ...(['head_teacher', 'deputy', 'teacher', 'supervisor'] as const).map(role =>
        new World().say({ rule: scam, by: member('s', role), at: at('12:00') }),
      ),
    ]
    for (const draft of cases) expect(sent(draft, 'public_notice')).toEqual([])
    for (const draft of cases) expect(alerts(draft).length).toBeGreaterThan(0)
  })
})

describe('pause and shadow', () => {
  it('a pause silences reminders and collective lines, never safety and privacy', () => {
    const world = new World()
    world.pausedUntil = at('14:00')
    expect(world.say({ rule: rule(), at: at('12:00') })).toMatchObject({ respond: 'remind', actions: [] })
    const drafts = [1, 2, 3, 4, 5].map(i => world.say({ rule: flood(), by: member(`m${i}`), at: at('12:00') }))
    expect(drafts.flatMap(draft => sent(draft))).toEqual([])
    expect(sent(world.say({ rule: leak(), at: at('12:01') }))[0]).toBe('ask_recall→m1')
    expect(sent(world.say({ rule: danger(), at: at('12:02') }))).toHaveLength(3)
    world.memory.length = 0
    expect(sent(world.say({ rule: rule(), by: member('m8'), at: at('14:00') }))).toEqual(['remind→m8'])
  })

  it('shadow decides everything and says that nothing leaves', () => {
    const world = new World()
    world.mode = 'shadow'
    const draft = world.say({ rule: danger(), at: at('12:00') })
    expect(draft.actions).toHaveLength(3)
    expect(because(draft, 'shadow')).toEqual(['试运行，3 条都不发出'])
  })
})

describe('texts', () => {
  it('of alerts say who (masked), when, what and what to answer', () => {
    expect(new World().say({ rule: minor, at: at('12:34') }).actions[0]?.text).toBe(
      'alert.p2|code=A1|time=12:34|who=m*|what=标题:fee_collection' +
        '|choices=1已处理 2私下提醒 3群内温和提醒 4转督导 5误报 6以后这类不再提示',
    )
  })

  it('offer 1, 4 and 5 for a P0, and no passing on to whom it was passed', () => {
    const [head, , supervisor] = new World().say({ rule: danger(), at: at('12:34') }).actions
    expect(head?.text).toContain('choices=1已处理 4转督导 5误报')
    expect(supervisor?.text).toContain('choices=1已处理 5误报')
  })

  it('say the least of self-harm', () => {
    const draft = new World().say({ rule: danger('self_harm_bullying'), at: at('12:34') })
    expect(draft.actions[0]?.text).toMatch(/^alert\.care\|code=A1\|time=12:34\|who=m\*\|choices=/)
  })

  it('last a day', () => {
    const action = new World().say({ rule: minor, at: at('12:34') }).actions[0]
    expect((action?.expiresAt ?? 0) - (action?.notBefore ?? 0)).toBe(24 * HOUR)
    expect(PARAMS.chain.p2Expire).toBe(24 * HOUR)
  })
})
