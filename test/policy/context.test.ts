import { describe, expect, it } from '@jest/globals'
import type { Category } from '../../src/model/category.js'
import { CATEGORIES } from '../../src/model/category.js'
import { DAY, HOUR, MINUTE } from '../../src/model/time.js'
import { speaksOfEmergency } from '../../src/policy/index.js'
import { at, because, danger, flood, member, PARAMS, rule, sent, World } from './world.js'

const strikes = { strikes: 2, within: 7 * DAY, to: 'head_teacher', severity: 'P2' } as const

describe('no rule', () => {
  it('is silence without a step', () => {
    const draft = new World().say({ rule: null, at: at('15:00') })
    expect(draft).toMatchObject({ respond: 'allow', rule: null, topic: null, actions: [], opens: null, steps: [] })
  })

  it('is silence where no outcome fits the role', () => {
    const draft = new World().say({ rule: { ...rule(), then: [] }, at: at('15:00') })
    expect(draft).toMatchObject({ respond: 'allow', rule: 'commerce.test', actions: [] })
  })

  it('never answers the bot itself', () => {
    const draft = new World().say({ rule: danger(), by: member('bot', 'bot'), at: at('15:00') })
    expect(draft.respond).toBe('allow')
  })
})

describe('late', () => {
  it('is logged, never punished', () => {
    const draft = new World().say({ rule: rule(), at: at('15:00'), now: at('15:40'), late: true })
    expect(draft).toMatchObject({ respond: 'allow', rule: 'commerce.test', actions: [] })
    expect(because(draft, 'late')).toEqual(['消息晚到 40 分钟，只记录，不处理'])
  })

  it('still tells of a child in danger within two hours', () => {
    const said = { rule: danger(), at: at('15:00'), late: true }
    expect(sent(new World().say({ ...said, now: at('15:20') }), 'alert')).toHaveLength(3)
    expect(new World().say({ ...said, now: at('17:01') }).respond).toBe('allow')
  })

  it('does not raise an old scam', () => {
    const draft = new World().say({
      rule: danger('scam_impersonation', 'head_teacher', true),
      at: at('15:00'),
      now: at('15:20'),
      late: true,
    })
    expect(draft.actions).toEqual([])
  })
})

describe('dissent', () => {
  it('is never a violation, whatever a rule says', () => {
    for (const respond of ['collect', 'remind', 'ask_recall', 'escalate'] as const) {
      for (const sketch of [{ tier: 'dissent' as const }, { category: 'complaint_dissent' as const }]) {
        const draft = new World().say({ rule: rule({ ...sketch, then: { respond, severity: 'P0' } }), at: at('15:00') })
        expect(draft).toMatchObject({ respond: 'allow', severity: null, actions: [], opens: null })
        expect(draft.steps).toContainEqual(expect.objectContaining({ step: 'dissent', changed: true }))
      }
    }
  })

  it('counts as no strike', () => {
    const world = new World()
    for (let i = 0; i < 5; i++) {
      world.say({ rule: rule({ tier: 'dissent', escalateAfter: strikes }), at: at('15:00') + i * HOUR })
    }
    expect(world.say({ rule: rule({ escalateAfter: strikes }), at: at('1 15:00') }).respond).toBe('remind')
  })
})

describe('emergency thread', () => {
  const inThread: Category[] = ['quiet_hours', 'voice_message', 'fee_collection', 'flattery', 'private_chat']
  const beside: Category[] = ['commerce', 'training_ad', 'vote_canvass', 'mispost', 'unrelated_share', 'homework']
  const guarded: Category[] = [
    'privacy_leak',
    'grades_ranking',
    'scam_impersonation',
    'abuse_conflict',
    'obscene_illegal',
  ]

  it.each(inThread)('suspends %s', category => {
    const world = new World()
    world.say({ rule: danger(), by: member('mum'), at: at('15:00') })
    const draft = world.say({ rule: rule({ category }), by: member('dad'), at: at('15:59') })
    expect(draft).toMatchObject({ respond: 'allow', actions: [] })
    expect(because(draft, 'thread')[0]).toContain('59 分钟前有紧急情况')
  })

  it.each(beside)('suspends %s for the first minutes only: it is no part of it', category => {
    const world = new World()
    world.say({ rule: danger(), by: member('mum'), at: at('15:00') })
    expect(world.say({ rule: rule({ category }), by: member('dad'), at: at('15:09') }).respond).toBe('allow')
    expect(world.say({ rule: rule({ category }), by: member('dad'), at: at('15:11') }).respond).toBe('remind')
  })

  it('goes on while somebody tells of it', () => {
    const world = new World()
    world.say({ rule: danger(), by: member('mum'), at: at('15:00') })
    world.say({ rule: danger(), by: member('mum'), at: at('15:50') })
    const night = rule({ category: 'quiet_hours' })
    expect(world.say({ rule: night, by: member('dad'), at: at('16:40') }).respond).toBe('allow')
  })

  it.each(guarded)('does not suspend %s', category => {
    const world = new World()
    world.say({ rule: danger(), by: member('mum'), at: at('15:00') })
    expect(world.say({ rule: rule({ category }), by: member('dad'), at: at('15:30') }).respond).toBe('remind')
  })

  it('keeps what only the person in charge hears until it is over', () => {
    const world = new World()
    world.say({ rule: danger(), by: member('mum'), at: at('15:00') })
    const paid = rule({ category: 'fee_collection', then: { respond: 'escalate', severity: 'P2' } })
    const draft = world.say({ rule: paid, by: member('dad'), at: at('15:20') })
    expect(draft).toMatchObject({ respond: 'escalate', severity: 'P2' })
    expect(draft.actions.length).toBeGreaterThan(0)
    for (const action of draft.actions) expect(action.notBefore).toBeGreaterThanOrEqual(at('17:00'))
    expect(because(draft, 'thread')[0]).toContain('等它过去再告知')
  })

  it('keeps nothing that is graver', () => {
    const world = new World()
    world.say({ rule: danger(), by: member('mum'), at: at('15:00') })
    const stranger = rule({ category: 'outsider_join', then: { respond: 'escalate', severity: 'P0' } })
    const grave = world.say({ rule: stranger, by: member('x', 'outsider'), at: at('15:20') })
    expect(grave.actions[0]?.notBefore).toBe(at('15:20'))
  })

  it('lets a group hear a line exactly when its outbox would let it go', () => {
    for (let minutes = 1; minutes < 130; minutes += 3) {
      const world = new World()
      world.say({ rule: danger(), by: member('mum'), at: at('15:00') })
      const now = at('15:00') + minutes * MINUTE
      const thanks = rule({ category: 'flattery', tier: 'burst', then: { respond: 'collect', message: null } })
      const counted = world.say({ rule: thanks, by: member('dad'), at: now }).respond === 'collect'
      expect([minutes, counted]).toEqual([minutes, !speaksOfEmergency(world.history('none'), PARAMS, now)])
    }
  })

  it('ends when nobody has told of it for an hour', () => {
    const world = new World()
    world.say({ rule: danger(), at: at('15:00') })
    const night = rule({ category: 'quiet_hours' })
    expect(world.say({ rule: night, by: member('dad'), at: at('16:01') }).respond).toBe('remind')
  })

  it('takes what a teacher says of it for help under way, for half an hour', () => {
    const teacher = member('t', 'teacher')
    const world = new World()
    expect(world.say({ rule: danger(), by: teacher, at: at('14:20') }).respond).toBe('escalate')
    expect(world.say({ rule: danger(), by: teacher, at: at('14:21') }).respond).toBe('escalate')
    world.say({ rule: danger(), by: member('mum'), at: at('15:00') })
    expect(world.say({ rule: danger(), by: teacher, at: at('15:29') })).toMatchObject({ respond: 'allow', actions: [] })
    expect(world.say({ rule: danger(), by: member('dad'), at: at('15:29') }).respond).toBe('escalate')
    expect(world.say({ rule: danger(), by: teacher, at: at('16:00') }).respond).toBe('escalate')
  })

  it('does not take it for help that a teacher writes of despair', () => {
    const world = new World()
    world.say({ rule: danger(), by: member('mum'), at: at('15:00') })
    const despair = world.say({ rule: danger('self_harm_bullying'), by: member('t', 'teacher'), at: at('15:10') })
    expect(despair.respond).toBe('escalate')
  })

  it('is not started by a scam', () => {
    const world = new World()
    world.say({ rule: danger('scam_impersonation'), by: member('x', 'outsider'), at: at('15:00') })
    expect(world.say({ rule: rule(), at: at('15:10') }).respond).toBe('remind')
  })

  it('keeps a burst from being counted', () => {
    const world = new World()
    world.say({ rule: danger(), at: at('15:00') })
    const last = [1, 2, 3, 4, 5, 6].map(i => world.say({ rule: flood(), by: member(`m${i}`), at: at('15:10') })).at(-1)
    expect(last).toMatchObject({ respond: 'allow', actions: [] })
  })
})

describe('exemptions', () => {
  const voice = rule({ category: 'voice_message' })

  it('excuses a message kind', () => {
    const by = member('granny', 'parent', { exempt: ['voice'] })
    const draft = new World().say({ rule: voice, by, kind: 'voice', at: at('15:00') })
    expect(draft).toMatchObject({ respond: 'allow', actions: [] })
    expect(because(draft, 'exempt')).toEqual(['班主任已豁免该成员（voice）'])
  })

  it('excuses a category, and nothing else', () => {
    const by = member('granny', 'parent', { exempt: ['commerce'] })
    expect(new World().say({ rule: rule(), by, at: at('15:00') }).respond).toBe('allow')
    expect(new World().say({ rule: voice, by, kind: 'voice', at: at('15:00') }).respond).toBe('remind')
  })

  it('never touches safety, privacy and conflict', () => {
    const exempt = [...CATEGORIES, 'text']
    const by = member('granny', 'parent', { exempt })
    for (const tier of ['safety', 'privacy', 'conflict'] as const) {
      expect(new World().say({ rule: rule({ tier }), by, at: at('15:00') }).respond).toBe('remind')
    }
    expect(new World().say({ rule: rule({ category: 'privacy_leak' }), by, at: at('15:00') }).respond).toBe('remind')
  })
})

describe('strikes', () => {
  const selling = rule({ escalateAfter: strikes })

  it('turns the second posting within the window into a case for the head teacher', () => {
    const world = new World()
    expect(world.say({ rule: selling, at: at('12:31') })).toMatchObject({ respond: 'remind' })
    const second = world.say({ rule: selling, at: at('2 10:22') })
    expect(second).toMatchObject({ respond: 'escalate', severity: 'P2', to: 'head_teacher', opens: { kind: 'strike' } })
    expect(sent(second)).toEqual(['alert→p-head'])
    expect(second.actions[0]?.text).toContain('alert.strikes')
    expect(second.actions[0]?.text).toContain('count=2')
    expect(because(second, 'strike')).toEqual(['7 天内同一件事第 2/2 次，请老师来处理'])
  })

  it('takes lines that follow each other for one posting', () => {
    const world = new World()
    world.say({ rule: selling, at: at('12:31') })
    for (const later of [1, 2, 20, 45]) {
      expect(world.say({ rule: selling, at: at('12:31') + later * MINUTE }).respond).toBe('remind')
    }
    expect(world.say({ rule: selling, at: at('14:00') }).respond).toBe('escalate')
  })

  it('stays an escalation, told once, while the second posting goes on', () => {
    const world = new World()
    world.say({ rule: selling, at: at('12:31') })
    world.say({ rule: selling, at: at('1 10:00') })
    const more = world.say({ rule: selling, at: at('1 10:01') })
    expect(more).toMatchObject({ respond: 'escalate', actions: [] })
    expect(because(more, 'duplicate')[0]).toContain('1 分钟前已告知（A1）')
  })

  it('forgets what is older than the window, what others did and other topics', () => {
    const world = new World()
    world.say({ rule: selling, at: at('12:00') })
    expect(world.say({ rule: selling, at: at('7 12:01') }).respond).toBe('remind')
    expect(world.say({ rule: selling, by: member('m2'), at: at('7 12:05') }).respond).toBe('remind')
    const votes = rule({ category: 'vote_canvass', escalateAfter: strikes })
    expect(world.say({ rule: votes, at: at('7 13:00') }).respond).toBe('remind')
  })

  it('hands a third homework posting of a teacher to the supervisor', () => {
    const world = new World()
    const homework = rule({
      category: 'homework',
      tier: 'duties',
      escalateAfter: { strikes: 3, within: 7 * DAY, to: 'supervisor', severity: 'P2' },
    })
    const by = member('t1', 'teacher')
    const responds = [0, 1, 2].map(day => world.say({ rule: homework, by, at: at(`${day} 16:00`) }))
    expect(responds.map(draft => draft.respond)).toEqual(['remind', 'remind', 'escalate'])
    expect(responds[2]).toMatchObject({ to: 'supervisor' })
    expect(sent(responds[2] as never)).toEqual(['alert→p-super'])
  })

  it('still asks for the recall when a leak is repeated', () => {
    const world = new World()
    const leak = rule({
      category: 'privacy_leak',
      tier: 'privacy',
      then: { respond: 'ask_recall' },
      escalateAfter: strikes,
    })
    world.say({ rule: leak, at: at('12:00') })
    const again = world.say({ rule: leak, at: at('1 12:00') })
    expect(again.respond).toBe('escalate')
    expect(sent(again)).toEqual(['ask_recall→m1', 'alert→p-head'])
  })
})

describe('bursts', () => {
  it('is due at the fifth alike from three people', () => {
    const world = new World()
    const drafts = [1, 2, 3, 4, 5].map(i =>
      world.say({ rule: flood(), by: member(`m${i}`), at: at('12:00') + i * MINUTE }),
    )
    expect(drafts.map(draft => draft.respond)).toEqual(Array(5).fill('collect'))
    expect(drafts.map(draft => sent(draft).length)).toEqual([0, 0, 0, 0, 1])
    expect(sent(drafts[4] as never)).toEqual(['collective→g1'])
    expect(because(drafts[2] as never, 'burst')).toEqual(['同类第 3/5 条，3/3 人，10 分钟内'])
  })

  it('counts the sticker with which it began, though that one alone was none too many', () => {
    const world = new World()
    const sticker = { ...flood('sticker'), category: 'sticker_flood' as const }
    world.say({ rule: rule({ then: { respond: 'allow' } }), by: member('m1'), kind: 'emoticon', at: at('12:00') })
    const drafts = [2, 3, 4, 5].map(i =>
      world.say({ rule: sticker, by: member(`m${i}`), kind: 'emoticon', at: at('12:00') + i * MINUTE }),
    )
    expect(drafts.map(draft => sent(draft).length)).toEqual([0, 0, 0, 1])
  })

  it('counts the single emoji with which it began, whoever sent them', () => {
    const world = new World()
    const sticker = { ...flood('sticker'), category: 'sticker_flood' as const }
    const lone = { ...rule({ then: { respond: 'allow' } }), category: 'sticker_flood' as const, topic: 'sticker_lone' }
    const drafts = [1, 2, 3, 4, 5].map(i =>
      world.say({ rule: i < 3 ? lone : sticker, by: member(`m${i}`), at: at('12:00') + i * MINUTE }),
    )
    expect(drafts.map(draft => sent(draft).length)).toEqual([0, 0, 0, 0, 1])
  })

  it('counts praise and wishes together, and says one line of both', () => {
    const world = new World()
    const wish = (category: Category, i: number) =>
      world.say({ rule: { ...flood(category), category }, by: member(`m${i}`), at: at('12:00') + i * MINUTE })
    const kinds: Category[] = ['flattery', 'blessing', 'blessing', 'flattery', 'blessing', 'flattery', 'blessing']
    expect(kinds.map((category, i) => sent(wish(category, i)).length)).toEqual([0, 0, 0, 0, 1, 0, 0])
  })

  it('counts receipts and praise under one notice together, and says no second line at once', () => {
    const world = new World()
    const praise = { ...flood('flattery'), category: 'flattery' as const }
    const rules = [flood(), flood(), praise, praise, flood(), praise, flood(), flood(), praise]
    const drafts = rules.map((rule, i) => world.say({ rule, by: member(`m${i}`), at: at('12:00') + i * MINUTE }))
    expect(drafts.map(draft => sent(draft).length)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0])
    expect(because(drafts[5] as never, 'cooldown')).toContain('刚刚说过一句集体提示')
  })

  it('says no line about receipts because of one receipt among wishes', () => {
    const world = new World()
    const wish = { ...flood('blessing'), category: 'blessing' as const }
    const rules = [wish, wish, wish, wish, flood(), wish]
    const drafts = rules.map((rule, i) => world.say({ rule, by: member(`m${i}`), at: at('12:00') + i * MINUTE }))
    expect(drafts.map(draft => sent(draft).length)).toEqual([0, 0, 0, 0, 0, 1])
  })

  it('are not silenced by a line about something else', () => {
    const world = new World()
    const say = (topic: string, category: Category, i: number) =>
      world.say({ rule: { ...flood(topic), category }, by: member(`m${i}`), at: at('12:00') + i * 1000 })
    const stickers = [1, 2, 3, 4, 5].map(i => sent(say('sticker', 'sticker_flood', i)).length)
    const receipts = [6, 7, 8, 9, 10].map(i => sent(say('ack', 'ack_flood', i)).length)
    expect([...stickers, ...receipts]).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 1])
  })

  it('counts the thanks of one person with which praise began', () => {
    const world = new World()
    const praise = { ...flood('flattery'), category: 'flattery' as const }
    const thanks = rule({ category: 'ack_flood', topic: 'thanks', then: { respond: 'allow' } })
    world.say({ rule: thanks, by: member('m1'), at: at('12:00') })
    const drafts = [2, 3, 4, 5].map(i => world.say({ rule: praise, by: member(`m${i}`), at: at('12:00') + i * MINUTE }))
    expect(drafts.map(draft => sent(draft).length)).toEqual([0, 0, 0, 1])
  })

  it('needs enough people', () => {
    const world = new World()
    const drafts = Array.from({ length: 9 }, (_, i) =>
      world.say({ rule: flood(), by: member(`m${i % 2}`), at: at('12:00') + i * 1000 }),
    )
    expect(drafts.flatMap(draft => sent(draft))).toEqual([])
    expect(sent(world.say({ rule: flood(), by: member('m9'), at: at('12:01') }))).toEqual(['collective→g1'])
  })

  it('forgets what is older than the window', () => {
    const world = new World()
    for (const i of [1, 2, 3, 4]) world.say({ rule: flood(), by: member(`m${i}`), at: at('12:00') })
    expect(sent(world.say({ rule: flood(), by: member('m5'), at: at('12:11') }))).toEqual([])
  })

  it('only counts where the rule has no line', () => {
    const world = new World()
    const quiet = flood('ack', { message: null })
    const drafts = Array.from({ length: 8 }, (_, i) => world.say({ rule: quiet, by: member(`m${i}`), at: at('12:00') }))
    expect(drafts.flatMap(draft => sent(draft))).toEqual([])
  })
})
