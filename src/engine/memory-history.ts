import type { History, HistoryQuery, Remembered } from '../model/history.js'
import type { NoticeState } from '../model/notice.js'
import type { Instant } from '../model/time.js'

const MOST_RECENT = 200
const MOST_COUNTED = 500

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

  count(query: HistoryQuery, upTo = MOST_COUNTED): { events: number; members: number } {
    const found = this.#events
      .filter(event => fits(event, query))
      .reverse()
      .slice(0, upTo)
    const members = new Set(found.map(event => event.member).filter(member => member !== null))
    return { events: found.length, members: members.size }
  }

  notice(now: Instant): NoticeState | null {
    const running = this.#events.flatMap(({ notice }) => (notice && now < notice.until ? [notice] : []))
    return running.at(-1) ?? null
  }
}

function fits(event: Remembered, query: HistoryQuery): boolean {
  return (
    event.at >= query.since &&
    (query.member === undefined || event.member === query.member || !!event.joined?.includes(query.member)) &&
    (query.kinds === undefined || query.kinds.includes(event.kind)) &&
    (query.digest === undefined || event.digest === query.digest) &&
    (query.topic === undefined || event.topic === query.topic) &&
    (query.category === undefined || event.category === query.category) &&
    (query.respond === undefined || query.respond.includes(event.respond)) &&
    (query.severity === undefined || event.severity === query.severity)
  )
}
