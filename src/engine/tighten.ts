import type { GroupProfile } from '../model/member.js'
import { strengthOf } from '../model/outcome.js'
import type { PolicyParams, Tightening } from '../model/rule.js'
import type { Verdict } from '../model/verdict.js'

type Hours = PolicyParams['quiet']
const MINUTES_A_DAY = 24 * 60

/** Whether every minute of `inner` is one of `outer`; either may go round midnight. */
export function includesHours(outer: Hours, inner: Hours): boolean {
  const length = ({ from, to }: Hours) => (to < from ? to - from + MINUTES_A_DAY : to - from)
  if (length(outer) === MINUTES_A_DAY) return true
  const into = (inner.from - outer.from + MINUTES_A_DAY) % MINUTES_A_DAY
  return length(inner) === 0 || into + length(inner) <= length(outer)
}

/** The numbers that hold for a class: its pack's, tightened where it wants them stricter. */
export function paramsFor({ tighten }: Pick<GroupProfile, 'tighten'>, params: PolicyParams): PolicyParams {
  return tighten ? tightenParams(params, tighten) : params
}

/** The numbers of a pack as a class tightened them; what would loosen them does nothing. */
export function tightenParams(params: PolicyParams, { params: own }: Tightening): PolicyParams {
  return {
    ...params,
    quiet: own.quiet && includesHours(own.quiet, params.quiet) ? own.quiet : params.quiet,
    workHours: own.workHours && includesHours(params.workHours, own.workHours) ? own.workHours : params.workHours,
    publicLinesPerDay: Math.min(params.publicLinesPerDay, own.publicLinesPerDay ?? params.publicLinesPerDay),
    remindersPerPersonPerDay: Math.min(
      params.remindersPerPersonPerDay,
      own.remindersPerPersonPerDay ?? params.remindersPerPersonPerDay,
    ),
  }
}

/** What the rules answer, as a class tightened it; what would loosen it does nothing. */
export function tightenVerdict(verdict: Verdict, { rules }: Tightening): Verdict {
  const own = verdict.rule && rules.get(verdict.rule.id)
  return own && verdict.outcome && strengthOf(own) > strengthOf(verdict.outcome)
    ? { ...verdict, outcome: own }
    : verdict
}
