import type { History, HistoryQuery, Remembered } from '../model/history.js'
import type { NoticeState } from '../model/notice.js'
import { type Instant, MINUTE } from '../model/time.js'

/** What signals look back at most, mostly; a longer or older look is a query of its own. */
const LATEST = 16
const LATEST_TIME = 15 * MINUTE

/**
 * The history of one event, each question put to it once: many rules ask the same, and what was before an event does not
 * change while it is judged. The latest lines, which nearly all of them look at, are read together.
 */
export function readOnce(history: History, at: Instant): History {
  return new ReadOnce(history, at)
}

class ReadOnce implements History {
  readonly #history: History
  readonly #latestSince: Instant
  #latest: readonly Remembered[] | undefined
  readonly #recent = new Map<string, readonly Remembered[]>()
  readonly #counts = new Map<string, { events: number; members: number }>()
  readonly #notices = new Map<Instant, NoticeState | null>()

  constructor(history: History, at: Instant) {
    this.#history = history
    this.#latestSince = at - LATEST_TIME
  }

  recent(query: HistoryQuery, limit?: number): readonly Remembered[] {
    if (limit !== undefined && limit <= LATEST && query.since >= this.#latestSince && isOfAll(query)) {
      const latest = (this.#latest ??= this.#history.recent({ since: this.#latestSince }, LATEST))
      const older = latest.findIndex(line => line.at < query.since)
      return latest.slice(0, older < 0 ? limit : Math.min(limit, older))
    }
    return kept(this.#recent, keyOf(query, limit), () => this.#history.recent(query, limit))
  }

  count(query: HistoryQuery, upTo?: number): { events: number; members: number } {
    return kept(this.#counts, keyOf(query, upTo), () => this.#history.count(query, upTo))
  }

  notice(now: Instant): NoticeState | null {
    return kept(this.#notices, now, () => this.#history.notice(now))
  }
}

function isOfAll(query: HistoryQuery): boolean {
  for (const key in query) if (key !== 'since' && query[key as keyof HistoryQuery] !== undefined) return false
  return true
}

function keyOf(query: HistoryQuery, limit: number | undefined): string {
  const { since, member, kinds, digest, topic, category, respond, severity } = query
  return `${since}\t${member}\t${kinds}\t${digest}\t${topic}\t${category}\t${respond}\t${severity}\t${limit}`
}

function kept<K, V>(known: Map<K, V>, key: K, read: () => V): V {
  let value = known.get(key)
  if (value === undefined) known.set(key, (value = read()))
  return value
}
