import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { DecisionDraft } from '../../src/model/decision.js'
import type { Member } from '../../src/model/member.js'
import type { Rule } from '../../src/model/rule.js'
import { DAY, HOUR, MINUTE } from '../../src/model/time.js'
import { SHARED_CATEGORIES } from '../../src/policy/categories.js'
import { isNight, wallClock } from '../../src/policy/index.js'
import { danger, flood, MIDNIGHT, member, PARAMS, place, rule, STAFF, World } from './world.js'

const escalation = (
  category: Rule['category'],
  severity: 'P1' | 'P2',
  to: 'head_teacher' | 'supervisor' = 'head_teacher',
) => rule({ category, tier: 'conflict', then: { respond: 'escalate', severity, to } })

const RULES: readonly Rule[] = [
  rule(),
  rule({
    category: 'vote_canvass',
    escalateAfter: { strikes: 2, within: 7 * DAY, to: 'head_teacher', severity: 'P2' },
  }),
  rule({ category: 'quiet_hours', tier: 'quiet' }),
  rule({ category: 'fundraising', then: { to: 'head_teacher' } }),
  rule({ category: 'privacy_leak', tier: 'privacy', then: { respond: 'ask_recall' } }),
  rule({ category: 'complaint_dissent', tier: 'dissent', then: { respond: 'remind' } }),
  flood('ack'),
  flood('blessing', { count: 3 }),
  flood('flattery', { count: 2, senders: 2 }),
  escalation('fee_collection', 'P2'),
  escalation('outsider_join', 'P2'),
  escalation('abuse_conflict', 'P1'),
  escalation('teacher_outburst', 'P1', 'supervisor'),
  danger(),
  danger('self_harm_bullying'),
  danger('self_harm_bullying', 'supervisor'),
  danger('scam_impersonation', 'head_teacher', true),
]

const PEOPLE: readonly Member[] = [
  ...[1, 2, 3, 4, 5, 6].map(i => member(`m${i}`)),
  member('p-head', 'head_teacher'),
  member('p-deputy', 'deputy'),
  member('t1', 'teacher'),
  member('p-super', 'supervisor'),
  member('x', 'outsider'),
]

const happening = fc.record({
  rule: fc.constantFrom(...RULES),
  by: fc.constantFrom(...PEOPLE),
  pause: fc.oneof(fc.integer({ min: 0, max: 2 * MINUTE }), fc.integer({ min: 0, max: 3 * HOUR })),
  delay: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 * MINUTE })),
  answered: fc.boolean(),
})
const days = fc.record({
  start: fc.integer({ min: 0, max: DAY }),
  events: fc.array(happening, { minLength: 20, maxLength: 80 }),
  unreachable: fc.subarray(PEOPLE.map(one => one.id)),
})

interface Told {
  draft: DecisionDraft
  by: Member
  posted: number
}

/** Plays random days; the ledger remembers, people sometimes answer. */
function play(input: typeof days extends fc.Arbitrary<infer T> ? T : never): Told[] {
  const world = new World()
  world.unreachable = new Set(input.unreachable)
  let posted = MIDNIGHT + input.start
  return input.events.map(event => {
    posted += event.pause
    const draft = world.say({ rule: event.rule, by: event.by, at: posted, now: posted + event.delay })
    if (event.answered && draft.opens) world.close(draft.opens.key)
    return { draft, by: event.by, posted }
  })
}

const dayOf = (instant: number) => Math.floor((instant - MIDNIGHT) / DAY)
const nightAt = (instant: number) => isNight(wallClock(MIDNIGHT, 0, instant), PARAMS)

function tally(keys: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

describe('over random days', () => {
  const promise = (name: string, check: (told: readonly Told[]) => void) =>
    it(name, () =>
      fc.assert(
        fc.property(days, input => check(play(input))),
        { numRuns: 150 },
      ),
    )
  const lines = (told: readonly Told[]) =>
    told.flatMap(({ draft, by, posted }) => draft.actions.map(action => ({ action, draft, by, posted })))

  promise('the group hears at most two lines a day, and none at night but the scam notice', told => {
    const collective = lines(told).filter(({ action }) => action.kind === 'collective')
    expect(tally(collective.map(({ draft }) => String(dayOf(draft.at))))).toBeLessThanOrEqual(2)
    expect(tally(collective.map(({ action }) => String(dayOf(action.notBefore))))).toBeLessThanOrEqual(2)
    for (const { action } of collective) {
      expect(nightAt(action.notBefore)).toBe(false)
      expect(nightAt(action.expiresAt - 1)).toBe(false)
    }
    const publicly = lines(told).filter(({ action }) => place(action) === 'g1')
    expect(publicly.every(({ action }) => ['collective', 'public_notice'].includes(action.kind))).toBe(true)
  })

  promise('a group is told once how to be reached', told => {
    const invites = lines(told).filter(({ action }) => action.topic === 'befriend')
    expect(invites.length).toBeLessThanOrEqual(1)
    expect(told.every(({ draft }) => draft.actions.filter(action => place(action) === 'g1').length <= 1)).toBe(true)
  })

  promise('nobody is reminded twice a day', told => {
    const reminded = lines(told).filter(({ action }) => action.kind === 'remind')
    expect(tally(reminded.map(({ action, draft }) => `${place(action)} ${dayOf(draft.at)}`))).toBeLessThanOrEqual(1)
  })

  promise('nobody is woken by a private word but within two minutes of the posting', told => {
    const words = lines(told).filter(({ action }) => action.kind === 'remind' || action.kind === 'ask_recall')
    for (const { action, posted } of words) {
      const latest = action.expiresAt - 1
      if (nightAt(action.notBefore) || nightAt(latest)) expect(latest).toBeLessThan(posted + 2 * MINUTE)
    }
  })

  promise('nobody gets more than five alerts a day besides P0, whether by decision or by arrival', told => {
    const alerts = lines(told).filter(({ action }) => action.kind === 'alert' && action.severity !== 'P0')
    expect(tally(alerts.map(({ action, draft }) => `${place(action)} ${dayOf(draft.at)}`))).toBeLessThanOrEqual(5)
    expect(tally(alerts.map(({ action }) => `${place(action)} ${dayOf(action.notBefore)}`))).toBeLessThanOrEqual(5)
  })

  promise('only P0 is told at night', told => {
    for (const { action } of lines(told)) {
      if (action.kind === 'alert' && action.severity !== 'P0') expect(nightAt(action.notBefore)).toBe(false)
    }
  })

  promise('a matter is told once in six hours to each; what many tell of, once while they do', told => {
    const latest = new Map<string, number>()
    for (const { action, draft } of lines(told)) {
      if (action.kind !== 'alert') continue
      const key = `${place(action)} ${action.topic}`
      const [, matter = ''] = action.topic?.split(':') ?? []
      const shared = (SHARED_CATEGORIES as readonly string[]).includes(matter)
      // dealt with and quiet for half an hour, it may be another one; some are heard five minutes late
      const window = shared ? 25 * MINUTE - 1 : PARAMS.duplicateWindow
      const before = latest.get(key)
      if (before !== undefined) expect(draft.at - before).toBeGreaterThan(window)
      latest.set(key, draft.at)
    }
  })

  promise('a new P0 leaves at once, to everybody who is due', told => {
    for (const { draft, by } of told) {
      if (draft.severity !== 'P0' || draft.steps.some(step => step.step === 'duplicate' && step.changed)) continue
      const alerts = draft.actions.filter(action => action.kind === 'alert')
      expect(alerts.length).toBeGreaterThan(0)
      for (const action of alerts) expect(action.notBefore).toBe(draft.at)
      const confidential = draft.steps.some(step => /不经|直接交学校/.test(step.because))
      const due = confidential ? [STAFF.supervisor, STAFF.leader] : [STAFF.head_teacher, STAFF.deputy, STAFF.supervisor]
      const ids = alerts.map(place)
      for (const person of due) if (person.id !== by.id) expect(ids).toContain(person.id)
    }
  })

  promise('no alert ever goes to the sender, nor of a teacher’s conduct to the class', told => {
    for (const { action, by, draft } of lines(told)) {
      if (action.kind !== 'alert') continue
      expect(place(action)).not.toBe(by.id)
      const ownConduct = ['teacher_outburst', 'fee_collection', 'commerce', 'vote_canvass', 'abuse_conflict']
      if (by.role === 'teacher' && ownConduct.includes(draft.category ?? '')) {
        expect([STAFF.head_teacher.id, STAFF.deputy.id, STAFF.counsellor.id]).not.toContain(place(action))
      }
    }
  })

  promise('dissent is always allowed, and every action can be sent', told => {
    for (const { draft } of told) {
      if (draft.category === 'complaint_dissent') expect(draft).toMatchObject({ respond: 'allow', actions: [] })
      for (const action of draft.actions) {
        expect(action.expiresAt).toBeGreaterThan(action.notBefore)
        expect(action.notBefore).toBeGreaterThanOrEqual(draft.at)
        expect(action.text).not.toBe('')
      }
      expect((draft.severity === null) === (draft.respond !== 'escalate')).toBe(true)
      expect((draft.to === null) === (draft.respond !== 'escalate')).toBe(true)
    }
  })

  it('the same days give the same decisions', () => {
    fc.assert(
      fc.property(days, input => {
        expect(JSON.stringify(play(input))).toBe(JSON.stringify(play(input)))
      }),
      { numRuns: 20 },
    )
  })
})
