import type { Category } from './category.js'
import type { Recipient } from './member.js'
import type { Severity } from './rule.js'
import type { Instant } from './time.js'

export const CASE_KINDS = ['escalation', 'recall', 'strike', 'appeal', 'binding', 'test'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/**
 * waiting: a recall request runs (recall only) · open: somebody was told, nobody answered ·
 * passed: moved up the chain · closed: answered, recalled or withdrawn · ignored: nobody answered in time, counted.
 */
export const CASE_STATES = ['waiting', 'open', 'passed', 'closed', 'ignored'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** What policy asks to be opened together with a decision. */
export interface CaseOpening {
  kind: CaseKind
  severity: Severity
  category: Category
  /** related alerts join the open case with the same key instead of opening another */
  key: string
  owner: Recipient
  /** the member it is about; null for none */
  about: string | null
  /** next thing to happen on its own (recall deadline, repeat, next in the chain) */
  deadline: Instant
  /** one masked line: what it is about, without quoting */
  summary: string
}

export interface Case extends CaseOpening {
  id: string
  /** `A7`; unique among open cases */
  code: string
  group: string
  decisionId: string
  openedAt: Instant
  state: CaseState
  /** how many steps of the chain have been taken */
  step: number
  closedAt: Instant | null
  /** who closed it and how: `head_teacher:1`, `recalled`, `expired` */
  closedBy: string | null
}
