import type { GroupEvent } from './event.js'
import type { History } from './history.js'
import type { GroupProfile, Member } from './member.js'
import type { NoticeState } from './notice.js'
import type { PolicyParams } from './rule.js'
import type { Entity, NormalText, Span } from './text.js'
import type { LocalTime } from './time.js'

/** Everything signals may look at. Built once an event; the costly parts are computed when first read. */
export interface Facts {
  readonly event: GroupEvent
  readonly group: GroupProfile
  readonly member: Member
  readonly local: LocalTime
  readonly params: PolicyParams
  readonly history: History
  /** what the sender wrote */
  readonly text: NormalText
  /** the same with its dialect in standard words; null where there is none in it */
  readonly standard: NormalText | null
  /** keyed digest of text.key, as Remembered.digest; empty for no text */
  readonly digest: string
  /** title, file name and words in a picture, joined by line feeds */
  readonly attached: NormalText
  /** found in text, then in attached (see `where`) */
  readonly entities: readonly (Entity & { where: 'text' | 'attached' })[]
  /** what the latest notice of the staff asked for, while it runs */
  readonly notice: NoticeState | null
  /** what this very message asks for, if a member of staff wrote a notice */
  readonly ownNotice: NoticeState | null
  /** asks for something that somebody could answer */
  readonly question: boolean
}

/** What a signal found. A clean check answers too, so that silence can be explained ("links 0/2"). */
export interface Evidence {
  hit: boolean
  /** in the text as written */
  spans?: readonly Span[]
  count?: number
  needed?: number
  /** 0 to 1 */
  score?: number
  /** what was found, never the matched words themselves if they are personal data or abuse */
  detail?: string
}

/** What signals may read of the rule set when they are prepared. */
export interface SignalResources {
  /** words of a lexicon, or null if there is none of that name */
  lexicon(name: string): readonly string[] | null
  /** longer words in which a word of that lexicon stands by chance, and is not meant */
  otherWords?(name: string): readonly string[]
  lexiconNames(): readonly string[]
}
