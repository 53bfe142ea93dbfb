import type { PolicyStep } from '../model/decision.js'
import type { Recipient } from '../model/member.js'
import type { Outcome, Response, Rule, Severity } from '../model/rule.js'
import type { Instant } from '../model/time.js'

/** A rule that fired, on its way to becoming a decision. Each step may return a changed one. */
export interface Finding {
  rule: Rule
  outcome: Outcome
  respond: Response
  /** escalations, and what an expired recall request turns into */
  severity: Severity | null
  /** who the rule wants to be told; routing has the last word */
  wanted: Recipient | null
  /** somebody of the school is said to have harmed a child: nobody of the class is told */
  accuses: boolean
  /** this is the so-manieth within the window: the strike rule made an escalation of it */
  struck: number | null
  /** the one collective line of a burst is due */
  collective: boolean
  /** nobody is told before: an emergency was told lately; null where none was */
  rests: Instant | null
}

/** Collects what policy looked at, in order. */
export class Steps {
  readonly list: PolicyStep[] = []

  add(step: PolicyStep['step'], changed: boolean, because: string): void {
    this.list.push({ step, changed, because })
  }
}

/** The finding turned into silence. */
export function silent(finding: Finding): Finding {
  return { ...finding, respond: 'allow', severity: null, wanted: null, collective: false }
}
