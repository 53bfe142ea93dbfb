import type { Response } from '../../src/model/rule.js'
import type { Decision } from './decisions.js'
import type { LabelledEvent, Stretch } from './labels.js'

/** One event with what was decided on it; null where nothing was. */
export interface Judged {
  event: LabelledEvent
  /** its place among all groups that are scored */
  group: string
  role: string
  pack: string
  /** every response that is right */
  ok: ReadonlySet<Response>
  got: Decision | null
}

/** Some of all. */
export interface Part {
  some: number
  all: number
}

/** How a bot judged labelled logs. Each figure that can be gamed has another that would give it away. */
export interface Figures {
  events: number
  /** events without a decision */
  missing: number
  /** innocent events on which the response was not right, of all that are innocent */
  falseAlarms: Part
  /** of them, those that would have cost somebody a word */
  wronglyApproached: Part
  /** events on which silence is wrong, and something was said, or only counted where that is right */
  caught: Part
  exact: Part
  /** P0 matters told as P0; told at all */
  p0Caught: Part
  p0Escalated: Part
  /** told as P0 where nothing was to be escalated */
  p0False: Part
  /** told as P0 where less was due */
  p0Inflated: number
  routedRight: Part
  routedSupervisor: Part
  collectiveRight: Part
  unexpectedPublicLines: number
  mostPublicLinesAGroupDay: number
  privateLinesToInnocent: number
  alertsRepeated: number
  mostRemindersAPersonDay: number
  mostAlertsAGroupDay: number
}

/** Events of the stretches in order, each beside its decision. */
export function judged(stretches: readonly Stretch[], decisions: readonly Decision[]): Judged[] {
  const byId = new Map(decisions.map(decision => [decision.id, decision]))
  return stretches.flatMap(({ header, events }) => {
    const roles = new Map(header.members.map(({ name, role }) => [name, role]))
    return events.map(event => ({
      event,
      group: header.scenario ?? header.group,
      role: roles.get(event.from) ?? 'unknown',
      pack: header.group_type,
      ok: new Set([event.expect, ...(event.also_ok ?? [])]),
      got: byId.get(event.id) ?? null,
    }))
  })
}

export const isRight = ({ ok, got }: Judged): boolean => got !== null && ok.has(got.respond)
export const isInnocent = ({ event }: Judged): boolean => event.expect === 'allow'
/** Silence would be wrong. */
export const isDue = ({ ok }: Judged): boolean => !ok.has('allow')
export const isCaught = (one: Judged): boolean => speaks(one) || isRight(one)

const speaks = ({ got }: Judged): boolean =>
  got?.respond === 'remind' || got?.respond === 'ask_recall' || got?.respond === 'escalate'
const escalates = ({ got }: Judged): boolean => got?.respond === 'escalate'
const saysP0 = (one: Judged): boolean => escalates(one) && one.got?.severity === 'P0'

/** The figures of a run. `all` must be in the order of the logs. */
export function figuresOf(all: readonly Judged[]): Figures {
  const innocent = all.filter(isInnocent)
  const due = all.filter(isDue)
  const alarmed = innocent.filter(one => !isRight(one))
  const dueP0 = due.filter(({ event }) => event.severity === 'P0' && !event.duplicate_alert)
  const routed = all.filter(one => one.event.expect === 'escalate' && one.event.to && escalates(one))
  const forSupervisor = routed.filter(({ event }) => event.to === 'supervisor')
  const lines = publicLines(all)
  return {
    events: all.length,
    missing: all.filter(({ got }) => got === null).length,
    falseAlarms: { some: alarmed.length, all: innocent.length },
    wronglyApproached: part(innocent, one => !isRight(one) && (speaks(one) || one.got === null)),
    caught: part(due, isCaught),
    exact: part(due, isRight),
    p0Caught: part(dueP0, saysP0),
    p0Escalated: part(dueP0, escalates),
    p0False: part(all, one => saysP0(one) && !one.ok.has('escalate')),
    p0Inflated: all.filter(
      one => saysP0(one) && one.ok.has('escalate') && one.event.severity && one.event.severity !== 'P0',
    ).length,
    routedRight: part(routed, ({ event, got }) => got?.to === event.to),
    routedSupervisor: part(forSupervisor, ({ got }) => got?.to === 'supervisor'),
    collectiveRight: lines.right,
    unexpectedPublicLines: lines.unexpected,
    mostPublicLinesAGroupDay: mostADay(all, ['collective', 'public_notice'], () => ''),
    privateLinesToInnocent: innocent
      .filter(({ ok }) => !ok.has('remind') && !ok.has('ask_recall'))
      .reduce((sum, one) => sum + did(one, 'remind', 'ask_recall').length, 0),
    alertsRepeated: all
      .filter(({ event }) => event.duplicate_alert)
      .reduce((sum, one) => sum + did(one, 'alert').length, 0),
    mostRemindersAPersonDay: mostADay(all, ['remind'], to => to),
    mostAlertsAGroupDay: mostADay(all, ['alert'], to => to),
  }
}

const part = (among: readonly Judged[], test: (one: Judged) => unknown): Part => ({
  some: among.filter(one => test(one)).length,
  all: among.length,
})

const did = ({ got }: Judged, ...kinds: readonly string[]) =>
  (got?.actions ?? []).filter(({ kind }) => kinds.includes(kind))

/**
 * One public line is due at each mark, an event early or late; the scam notice beside a scam that is P0. What is said
 * in public besides is unexpected.
 */
function publicLines(all: readonly Judged[]): { right: Part; unexpected: number } {
  const unclaimed = all.map(one => did(one, 'collective').length)
  const marks = [...all.keys()].filter(index => all[index]?.event.collective)
  let right = 0
  for (const mark of marks) {
    const at = [mark, mark - 1, mark + 1].find(
      index => all[index]?.group === all[mark]?.group && (unclaimed[index] ?? 0) > 0,
    )
    if (at === undefined) continue
    unclaimed[at] = (unclaimed[at] ?? 0) - 1
    right++
  }
  const notices = all
    .filter(({ event }) => !(event.label === 'scam_impersonation' && event.severity === 'P0'))
    .reduce((sum, one) => sum + did(one, 'public_notice').length, 0)
  return { right: { some: right, all: marks.length }, unexpected: unclaimed.reduce((a, b) => a + b, 0) + notices }
}

/** The most actions of some kinds that fell on one group, day and recipient. */
function mostADay(all: readonly Judged[], kinds: readonly string[], whom: (to: string) => string): number {
  const counts = new Map<string, number>()
  for (const one of all) {
    for (const { to } of did(one, ...kinds)) {
      const key = [one.group, one.event.t.slice(0, 10), whom(to ?? '')].join('\n')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return Math.max(0, ...counts.values())
}
