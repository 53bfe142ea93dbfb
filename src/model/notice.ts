import type { Instant } from './time.js'

/** What a notice of the staff asked the group to do. */
export type ReplyWanted = 'reply' | 'chain' | 'none' | 'unsaid'

export interface NoticeState {
  eventId: string
  at: Instant
  wanted: ReplyWanted
  /** after this instant nobody is expected to answer any more (24 h unless the notice names a deadline) */
  until: Instant
}
