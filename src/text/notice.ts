import type { NoticeState } from '../model/notice.js'
import type { NormalText } from '../model/text.js'
import type { Instant } from '../model/time.js'
export interface NoticeContext {
  eventId: string
  at: Instant
  /** only what the staff writes is a notice */
  isStaff: boolean
  /** IANA zone in which deadlines are meant */
  timezone: string
}
/** What a notice of the staff asks the group to do and until when; null when the text is no notice. */
export function noticeOf(_text: NormalText, _context: NoticeContext): NoticeState | null {
  return null
}
