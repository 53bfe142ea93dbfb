import type { Action, Lane } from '../model/action.js'
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

/** The outbox part of the ledger. What a call changes is on disk when it returns; it throws when it cannot write. */
export interface OutboxStore {
  /** owed actions of a lane with notBefore ≤ now, and those that a clock since set back made wait, P0 and recall requests first, then oldest; those past their expiresAt included */
  dueActions(now: Instant, limit: number, lane: Lane): readonly Action[]
  /** when the next owed action of a lane is due (its notBefore, which may be past); null when nothing is owed */
  nextDueAt(lane: Lane): Instant | null
  /** owed → sending, one attempt more; false when it is not owed any more */
  markSending(id: string, now: Instant): boolean
  /** owed, sending or unknown → settled; false when it was settled before (a late `sentAs` is still noted) */
  settle(id: string, settlement: Settlement): boolean
  /** sending or unknown → owed again, not before; false when it was settled meanwhile */
  retry(id: string, notBefore: Instant, error: string): boolean
  /** At boot: every `sending` action is `unknown` now. */
  recoverSending(now: Instant): unknown
  /** of both lanes */
  unknownActions(): readonly Action[]
  /**
   * An own line was heard: the action with this target and text that is being sent is done, else, of the unknown
   * ones, the one that was handed over first. An echo whose message id some action bears already settles nothing. Returns what it settled, or null.
   * That it settles what is still being sent matters: the process may die between the echo and the answer.
   */
  settleByEcho(echo: Echo): Action | null
  /** how many actions of a lane were handed over at or after the instant */
  sentCount(query: { since: Instant; lane: Lane }): number
}
