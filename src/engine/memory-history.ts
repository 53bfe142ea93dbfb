import type { History, HistoryQuery, Remembered } from '../model/history.js'
import { heeded, type NoticeState, RUNNING_AT_MOST } from '../model/notice.js'
import type { Instant } from '../model/time.js'
import { counted, fits } from './fits.js'

const MOST_RECENT = 200

/** What one group did lately, in a plain list. For examples and tests. */
export class MemoryHistory implements History {
  readonly #events: Remembered[] = []

  /** Events come in order of time. */
  add(event: Remembered): void {
    this.#events.push(event)
  }

  recent(query: HistoryQuery, limit = MOST_RECENT): readonly Remembered[] {
    return this.#events
      .filter(event => fits(event, query))
      .reverse()
      .slice(0, Math.min(limit, MOST_RECENT))
  }

  count(query: HistoryQuery, upTo?: number): { events: number; members: number } {
    return counted(this.#events.toReversed(), query, upTo)
  }

  notice(now: Instant): NoticeState | null {
    const running = this.#events.flatMap(({ notice }) => (notice && now < notice.until ? [notice] : []))
    return heeded(running.reverse().slice(0, RUNNING_AT_MOST), now)
  }
}
