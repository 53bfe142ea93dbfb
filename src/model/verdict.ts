import type { Category } from './category.js'
import type { Outcome, Rule, Tier } from './rule.js'
import type { Evidence } from './signal.js'

/** `not_reached`: a higher tier decided before this rule was looked at. */
export type RuleResult = 'fired' | 'missed' | 'excused' | 'not_for_this' | 'not_reached'

/** Why one rule fired or did not, in one Chinese sentence. */
export interface RuleTrace {
  rule: string
  tier: Tier
  result: RuleResult
  because: string
}

/** One signal's answer on the way to the verdict. */
export interface SignalAnswer {
  signal: string
  evidence: Evidence
  sentence: string
}

/** What the rule set says of one event. Holds no authority. */
export interface Verdict {
  /** the rule that decides, or null when nothing fired */
  rule: Rule | null
  outcome: Outcome | null
  category: Category | null
  /** every rule that fired, deciding one first */
  fired: readonly Rule[]
  /** evidence of the deciding rule; looked up when first read */
  evidence: readonly SignalAnswer[]
  /** every rule of the pack, in the order of judging; computed when asked for */
  trace(): readonly RuleTrace[]
}
