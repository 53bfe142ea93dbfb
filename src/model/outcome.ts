import type { Role } from './member.js'
import { type Outcome, RESPONSES, type Rule, SEVERITIES } from './rule.js'

/** What the rule answers somebody of this role; null where it has no answer for them. */
export function outcomeFor({ then }: Pick<Rule, 'then'>, role: Role): Outcome | null {
  return then.find(({ roles }) => roles === null || roles.includes(role)) ?? null
}

/** How strong an outcome is, to compare: the graver response first, then P0 before P1 before P2. */
export function strengthOf({ respond, severity }: Pick<Outcome, 'respond' | 'severity'>): number {
  const urgency = severity === null ? 0 : SEVERITIES.length - SEVERITIES.indexOf(severity)
  return RESPONSES.indexOf(respond) * (SEVERITIES.length + 1) + urgency
}
