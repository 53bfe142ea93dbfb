import type { Action } from '../model/action.js'
import type { Instant } from '../model/time.js'
import type { Echo } from './echo.js'

/** How an action ended, or that nobody knows yet. */
export interface Settlement {
  state: 'done' | 'failed' | 'expired' | 'unknown'
  now: Instant
  /** what the network called the message, once known */
  sentAs?: string | null
  error?: string
}

/** The outbox part of the ledger. Every call is on disk when it returns. */
export interface OutboxStore {
  /** owed actions with notBefore ≤ now: P0 first, then by notBefore, then in the order they were owed */
  dueActions(now: Instant, limit: number): readonly Action[]
  /** when the next owed action is due (its notBefore, which may be past); null when nothing is owed */
  nextDueAt(): Instant | null
  /** owed → sending, one attempt more */
  markSending(id: string, now: Instant): void
  settle(id: string, settlement: Settlement): void
  /** sending or unknown → owed again, not before */
  retry(id: string, notBefore: Instant, error: string): void
  /** At boot: every `sending` action is `unknown` now. Returns them. */
  recoverSending(now: Instant): readonly Action[]
  unknownActions(): readonly Action[]
  /** An own line was heard. The oldest unknown action it fits is done; its id, or null when it fits none. */
  settleByEcho(echo: Echo): string | null
  /** actions sent (done or unknown) at or after the instant: the day's budget survives restarts */
  sentCount(filter: { since: Instant }): number
}
