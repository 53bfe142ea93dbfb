import type { ActionKind } from './action.js'
import type { Category } from './category.js'
import type { EventKind, MessageKind } from './event.js'
import type { Role } from './member.js'
import type { NoticeState } from './notice.js'
import type { Response, Severity } from './rule.js'
import type { Instant } from './time.js'

/** What is remembered of an event once it was judged. No text but for the first ten minutes. */
export interface Remembered {
  eventId: string
  at: Instant
  member: string | null
  /** of a join: everybody who joined; a query about a member finds them too */
  joined?: readonly string[]
  role: Role
  kind: EventKind | MessageKind
  /** keyed digest of the match key: equal texts have equal digests; empty for no text */
  digest: string
  /** length of the match key */
  length: number
  rule: string | null
  category: Category | null
  /** what counts as alike: the rule's topic (`ack`, `blessing`, …) */
  topic: string | null
  respond: Response
  severity: Severity | null
  question: boolean
  notice: NoticeState | null
  /** present for at most ten minutes, in memory only */
  text?: string
}

export interface HistoryQuery {
  since: Instant
  /** who did it; a join is also found by anybody who joined */
  member?: string
  kinds?: readonly (EventKind | MessageKind)[]
  digest?: string
  topic?: string
  category?: Category
  respond?: readonly Response[]
  severity?: Severity
}

/**
 * What one group did lately, as far as judging needs it. Everything is about events before the one being judged.
 * Implementations read the ledger (live, replay) or a plain list (examples, tests).
 */
export interface History {
  /** newest first, at most `limit` (default and maximum 200) */
  recent(query: HistoryQuery, limit?: number): readonly Remembered[]
  /** how many events and how many different members; counting stops at `upTo` events (default 500) */
  count(query: HistoryQuery, upTo?: number): { events: number; members: number }
  /** which of the staff's notices that still run at `now` the group is to heed */
  notice(now: Instant): NoticeState | null
}

export interface ActionQuery {
  kinds: readonly ActionKind[]
  since: Instant
  /** person or group id */
  to?: string
  topic?: string
  /** of this group only (default) or of the whole account */
  everywhere?: boolean
  severity?: Severity
  /** the instant for which it was owed */
  leaves?: Instant
}

/** What the bot itself did or owes; expired and withdrawn actions do not count. */
export interface Deeds {
  /** lines: what was told within another line is none of its own */
  count(query: ActionQuery): number
  /** when the latest such action was decided, or null; told within another line is told */
  last(query: ActionQuery): { at: Instant; decisionId: string } | null
}
