import { describe, expect, it } from '@jest/globals'
import { byLabel } from '../../scripts/validation/by-label.js'
import type { Decision } from '../../scripts/validation/decisions.js'
import type { LabelledEvent } from '../../scripts/validation/labels.js'
import { shareOf } from '../../scripts/validation/lines.js'
import { figuresOf, judged } from '../../scripts/validation/score.js'
import { decision, event, stretch } from './support.js'

/** Figures of events beside what was decided on each; null where nothing was. */
const score = (...pairs: readonly [LabelledEvent, Partial<Decision> | null][]) =>
  figuresOf(
    judged(
      [stretch(...pairs.map(([one]) => one))],
      pairs.flatMap(([{ id }, given]) => (given ? [decision(id, given)] : [])),
    ),
  )
const collective = [{ kind: 'collective' }]
const p0 = { respond: 'escalate', severity: 'P0', to: 'head_teacher' } as const
const P0 = { expect: 'escalate', severity: 'P0', to: 'head_teacher', label: 'emergency' } as const

describe('false alarms and catching', () => {
  it('counts what was answered wrongly on innocent events, and apart what cost somebody a word', () => {
    const { falseAlarms, wronglyApproached, missing } = score(
      [event(), {}],
      [event(), { respond: 'collect' }],
      [event(), { respond: 'remind' }],
      [event({ also_ok: ['remind'] }), { respond: 'remind' }],
      [event(), null],
    )
    expect({ falseAlarms, wronglyApproached, missing }).toEqual({
      falseAlarms: { some: 3, all: 5 },
      wronglyApproached: { some: 2, all: 5 },
      missing: 1,
    })
  })

  it('asks for nothing where silence is right too', () => {
    const doubtful = event({ expect: 'remind', also_ok: ['allow'] })
    expect(score([doubtful, {}])).toMatchObject({ caught: { some: 0, all: 0 }, falseAlarms: { some: 0, all: 0 } })
  })

  it('takes any word for caught, and only the right response for exact', () => {
    const due = () => event({ expect: 'remind', label: 'commerce' })
    const { caught, exact } = score(
      [due(), { respond: 'remind' }],
      [due(), { respond: 'escalate' }],
      [due(), { respond: 'collect' }],
      [due(), {}],
      [due(), null],
    )
    expect({ caught, exact }).toEqual({ caught: { some: 2, all: 5 }, exact: { some: 1, all: 5 } })
  })

  it('takes counting for caught where counting is right', () => {
    const { caught } = score([event({ expect: 'collect' }), { respond: 'collect' }])
    expect(caught).toEqual({ some: 1, all: 1 })
  })
})

describe('P0', () => {
  it('is caught as P0, escalated at all, due once', () => {
    const { p0Caught, p0Escalated } = score(
      [event(P0), p0],
      [event(P0), { ...p0, severity: 'P1' }],
      [event(P0), {}],
      [event({ ...P0, duplicate_alert: true }), {}],
    )
    expect({ p0Caught, p0Escalated }).toEqual({ p0Caught: { some: 1, all: 3 }, p0Escalated: { some: 2, all: 3 } })
  })

  it('is false where nothing was to be escalated, inflated where less was due', () => {
    const { p0False, p0Inflated } = score(
      [event(), p0],
      [event({ expect: 'remind', also_ok: ['escalate'] }), p0],
      [event({ ...P0, severity: 'P2' }), p0],
    )
    expect({ p0False, p0Inflated }).toEqual({ p0False: { some: 1, all: 3 }, p0Inflated: 1 })
  })
})

it('judges the way of an escalation only where one was due and made', () => {
  const { routedRight, routedSupervisor } = score(
    [event(P0), p0],
    [event({ ...P0, to: 'supervisor' }), p0],
    [event(P0), {}],
    [event(), p0],
  )
  expect({ routedRight, routedSupervisor }).toEqual({
    routedRight: { some: 1, all: 2 },
    routedSupervisor: { some: 0, all: 1 },
  })
})

describe('public lines', () => {
  const due = () => event({ expect: 'collect', collective: true })

  it('are right at the mark or one event beside it, each for one mark', () => {
    const at = (...places: boolean[]) =>
      score(
        ...places
          .map((here, i) => [i === 1 ? due() : event(), here ? { actions: collective } : {}] as const)
          .map(([one, given]) => [one, given] as [LabelledEvent, Partial<Decision>]),
      )
    expect(at(false, true, false)).toMatchObject({ collectiveRight: { some: 1, all: 1 }, unexpectedPublicLines: 0 })
    expect(at(true, false, false)).toMatchObject({ collectiveRight: { some: 1, all: 1 }, unexpectedPublicLines: 0 })
    expect(at(false, false, true)).toMatchObject({ collectiveRight: { some: 1, all: 1 }, unexpectedPublicLines: 0 })
    expect(at(true, true, false)).toMatchObject({ collectiveRight: { some: 1, all: 1 }, unexpectedPublicLines: 1 })
    expect(at(false, false, false, true)).toMatchObject({ collectiveRight: { some: 0 }, unexpectedPublicLines: 1 })
  })

  it('of another group count for none', () => {
    const other = { header: { ...stretch().header, scenario: 'x2' }, events: [event()] }
    const first = stretch(due())
    const figures = figuresOf(judged([first, other], [decision(other.events[0]?.id ?? '', { actions: collective })]))
    expect(figures).toMatchObject({ collectiveRight: { some: 0, all: 1 }, unexpectedPublicLines: 1 })
  })

  it('are expected as a notice beside a scam that is P0, and only there', () => {
    const notice = { actions: [{ kind: 'public_notice' }] }
    const scam = event({ ...P0, label: 'scam_impersonation' })
    expect(score([scam, notice]).unexpectedPublicLines).toBe(0)
    expect(score([event(P0), notice]).unexpectedPublicLines).toBe(1)
  })
})

describe('lines that people get', () => {
  it('are counted by person and day', () => {
    const remind = (to: string) => ({ respond: 'remind' as const, actions: [{ kind: 'remind', to }] })
    const next = { t: '2026-11-05T09:00:00+08:00' }
    const figures = score([event(), remind('甲妈妈')], [event(), remind('乙妈妈')], [event(next), remind('甲妈妈')])
    expect(figures).toMatchObject({ mostRemindersAPersonDay: 1, privateLinesToInnocent: 3 })
    expect(score([event(), remind('甲妈妈')], [event(), remind('甲妈妈')]).mostRemindersAPersonDay).toBe(2)
  })

  it('repeat where the matter had been told', () => {
    const alerts = {
      ...p0,
      actions: [
        { kind: 'alert', to: 'head_teacher' },
        { kind: 'alert', to: 'deputy' },
      ],
    }
    const figures = score([event(P0), alerts], [event({ ...P0, duplicate_alert: true }), alerts])
    expect(figures).toMatchObject({ alertsRepeated: 2, mostAlertsAGroupDay: 2 })
  })
})

it('adds up by label, with what was answered', () => {
  const sale = { label: 'commerce' as const }
  const one = [event(sale), event({ ...sale, expect: 'remind' }), event({ ...sale, expect: 'remind' }), event()]
  const rows = byLabel(
    judged(
      [stretch(...one)],
      [
        decision(one[0]?.id ?? '', { respond: 'remind' }),
        decision(one[1]?.id ?? '', { respond: 'remind' }),
        decision(one[2]?.id ?? ''),
      ],
    ),
  )
  expect(rows[0]).toEqual({
    label: 'commerce',
    events: 3,
    innocent: 1,
    right: 1,
    falseAlarms: 1,
    missed: 1,
    answered: { allow: 1, collect: 0, remind: 2, ask_recall: 0, escalate: 0 },
  })
  expect(rows[1]).toMatchObject({ label: 'normal', events: 1, right: 0, falseAlarms: 1 })
})

it('prints a share of nothing as nothing', () => {
  expect(shareOf({ some: 0, all: 0 })).toBe('–')
  expect(shareOf({ some: 1, all: 8 })).toBe('12.5 % (1/8)')
})
