import { describe, expect, it } from '@jest/globals'
import type { Action, ActionDraft } from '../../src/model/action.js'
import type { DecisionDraft } from '../../src/model/decision.js'
import { HOUR } from '../../src/model/time.js'
import { failureAlarm } from '../../src/policy/index.js'
import { at, danger, MESSAGES, member, place, rule, World } from './world.js'

const quarrel = rule({
  category: 'abuse_conflict',
  tier: 'conflict',
  then: { respond: 'escalate', severity: 'P1', to: 'head_teacher' },
})
const rumour = rule({
  category: 'rumor_chain',
  then: { respond: 'escalate', severity: 'P1', to: 'head_teacher' },
})
const fee = rule({ category: 'fee_collection', then: { respond: 'escalate', severity: 'P2', to: 'head_teacher' } })
const leak = rule({
  category: 'privacy_leak',
  tier: 'privacy',
  then: { respond: 'ask_recall', message: 'sender.word' },
})

const ALL = { 'p-head': ['email', 'wecom'], 'p-deputy': ['webhook'], 'p-leader': ['email'] }

function world(channels: World['channels'] = ALL): World {
  const it = new World()
  it.channels = channels
  return it
}

/** `p-head email`, of the second channels only. */
const told = (actions: readonly ActionDraft[]): string[] =>
  actions.filter(({ kind }) => kind === 'second_channel').map(action => `${place(action)} ${action.channel}`)

describe('an alert by second channels', () => {
  it('of P0 goes by all of everybody who is told, at once, at any hour', () => {
    for (const hour of ['12:00', '02:30']) {
      const draft = world().say({ rule: danger(), at: at(hour) })
      expect(told(draft.actions)).toEqual(['p-head email', 'p-head wecom', 'p-deputy webhook'])
      for (const action of draft.actions) expect(action.notBefore).toBe(at(hour))
    }
  })

  it('says code and severity, and lives as long as the alert itself', () => {
    const [alert, mail] = world().say({ rule: danger(), at: at('12:00') }).actions
    expect(mail).toEqual({
      kind: 'second_channel',
      target: { person: 'p-head', group: 'g1' },
      recipient: 'head_teacher',
      text: 'second.alert|code=A1|severity=P0',
      topic: 'A1',
      category: 'emergency',
      severity: 'P0',
      notBefore: at('12:00'),
      expiresAt: alert?.expiresAt,
      channel: 'email',
    })
  })

  it('of P1 goes unless it is held for the morning', () => {
    expect(told(world().say({ rule: quarrel, at: at('12:00') }).actions)).toEqual(['p-head email', 'p-head wecom'])
    const night = world().say({ rule: quarrel, at: at('22:30') })
    expect(night.actions.map(({ kind }) => kind)).toEqual(['alert'])
  })

  it('of P2 never goes, nor any other line', () => {
    for (const one of [fee, rule()]) expect(told(world().say({ rule: one, at: at('12:00') }).actions)).toEqual([])
  })

  it('goes with a recall request that is P1', () => {
    const draft = world().say({ rule: leak, at: at('12:00') })
    expect(told(draft.actions)).toEqual(['p-head email', 'p-head wecom'])
    expect(draft.actions.at(-1)?.topic).toBe('A1')
  })

  it('goes where the alert goes: not where the budget of the day is spent', () => {
    const it = world({ 'p-head': ['email'], 'p-deputy': ['wecom'] })
    const drafts: DecisionDraft[] = []
    for (let i = 0; i < 6; i++) drafts.push(it.say({ rule: rumour, by: member(`m${i}`), at: at(`${10 + i}:00`) }))
    const lately = drafts.at(-1)
    const alerted = lately?.actions.filter(({ kind }) => kind === 'alert').map(place)
    expect(alerted).toEqual(['p-deputy'])
    expect(told(lately?.actions ?? [])).toEqual(['p-deputy wecom'])
  })

  it('is not counted as a line of the day', () => {
    const it = world({ 'p-head': ['email', 'wecom', 'webhook'] })
    it.say({ rule: rumour, at: at('12:00') })
    const next = it.say({ rule: rumour, by: member('m2'), at: at('13:00') })
    expect(next.steps.filter(({ step }) => step === 'budget').map(({ because }) => because)).toEqual([
      '当日私下告知 1/4 条',
    ])
  })

  it('goes to nobody where nobody has any', () => {
    expect(told(world({}).say({ rule: danger(), at: at('12:00') }).actions)).toEqual([])
  })

  it('never holds a name or what was said', () => {
    const by = member('m1')
    const draft = world().say({ rule: danger(), by, at: at('12:00') })
    for (const { text } of draft.actions.filter(({ kind }) => kind === 'second_channel'))
      expect(text).toBe('second.alert|code=A1|severity=P0')
  })
})

describe('an alert that did not arrive', () => {
  const actionOf = (draft: ActionDraft, part: number): Action => ({
    ...draft,
    id: `bz1-a${part}`,
    cause: 'bz1-d1',
    part,
    decidedAt: at('12:00'),
    state: 'failed',
    attempts: 1,
    sentAs: null,
    settledAt: at('12:02'),
    error: null,
  })
  const owed = (channels?: World['channels'], one = danger(), hour = '12:00') =>
    world(channels)
      .say({ rule: one, at: at(hour) })
      .actions.map(actionOf)
  const alarm = (failed: Action | undefined, all: readonly Action[], channels: World['channels'] = ALL) =>
    failureAlarm(failed as Action, all, 'A1', at('12:02'), {
      now: at('12:02'),
      messages: MESSAGES,
      channels: id => channels[id] ?? [],
    })

  it('by WeChat is an alarm by every channel of everybody who was told', () => {
    const all = owed()
    const drafts = alarm(all[0], all)
    expect(told(drafts)).toEqual(['p-head email', 'p-head wecom', 'p-deputy webhook'])
    expect(drafts[0]).toMatchObject({
      text: 'second.failed|code=A1',
      topic: 'A1',
      severity: 'P0',
      notBefore: at('12:02'),
      expiresAt: at('12:02') + HOUR,
    })
  })

  it('by one channel is an alarm by all but that one', () => {
    const all = owed()
    const mail = all.find(({ channel }) => channel === 'email')
    expect(told(alarm(mail, all))).toEqual(['p-head wecom', 'p-deputy webhook'])
  })

  it('to the only reader by the only channel leaves nobody to tell', () => {
    const channels = { 'p-head': ['email'] }
    const all = owed(channels, quarrel)
    expect(alarm(all[1], all, channels)).toEqual([])
  })

  it('of a P1 that was held for the morning is told by the channels it did not use', () => {
    const all = owed(ALL, quarrel, '22:30')
    expect(told(alarm(all[0], all))).toEqual(['p-head email', 'p-head wecom'])
  })

  it('is none where it was no alert, or one of P2', () => {
    for (const one of [fee, rule()]) {
      const all = owed(ALL, one)
      expect(all.length).toBeGreaterThan(0)
      expect(alarm(all[0], all)).toEqual([])
    }
  })
})
