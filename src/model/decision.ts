import type { ActionDraft } from './action.js'
import type { CaseOpening } from './case.js'
import type { Category } from './category.js'
import type { Recipient } from './member.js'
import type { Response, Severity } from './rule.js'
import type { Instant } from './time.js'
import type { RuleTrace } from './verdict.js'

/** One thing policy looked at on the way from verdict to decision, in one Chinese sentence. */
export interface PolicyStep {
  step:
    | 'continued'
    | 'late'
    | 'thread'
    | 'exempt'
    | 'pause'
    | 'dissent'
    | 'burst'
    | 'strike'
    | 'routing'
    | 'duplicate'
    | 'cooldown'
    | 'budget'
    | 'night'
    | 'bundle'
    | 'shadow'
    | 'recall_window'
    | 'reach'
    | 'notice'
    | 'opinion'
  /** whether the step changed or stopped anything */
  changed: boolean
  because: string
}

/** What policy makes of one verdict, before it has an id. Plain data, no clock, no I/O. */
export interface DecisionDraft {
  eventId: string
  group: string
  at: Instant
  rule: string | null
  category: Category | null
  topic: string | null
  /** after context, bursts and strikes; before budgets, cooldowns and duplicates */
  respond: Response
  severity: Severity | null
  to: Recipient | null
  steps: readonly PolicyStep[]
  trace: readonly RuleTrace[]
  actions: readonly ActionDraft[]
  opens: CaseOpening | null
  /** decision that this later judgement of the same event replaces */
  supersedes: string | null
  /** hash of the rule set */
  ruleSet: string
}

export interface Decision extends DecisionDraft {
  id: string
}
