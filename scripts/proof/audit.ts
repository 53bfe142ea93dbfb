import Database from 'better-sqlite3'
import type { SentMessage } from '../../src/simulator/index.js'

/** What the simulator knows: everything that was said to the bot, everything that came from it. */
export interface Record {
  /** ids of messages, recalls and grey lines in class groups */
  events: readonly string[]
  /** ids of private messages of people the bot answers */
  privates: readonly string[]
  sent: readonly SentMessage[]
}

export interface Audit {
  eventsLost: string[]
  decisionsLost: string[]
  /** decided more than once without one superseding the other */
  decidedTwice: string[]
  privatesLost: string[]
  /** ids of lines at the simulator that no action of the ledger stands for */
  sentTwice: string[]
  /** actions said to be done whose line never reached the simulator */
  neverSent: string[]
  /** actions left in the air or given up */
  unsettled: string[]
}

interface ActionRow {
  id: string
  kind: string
  state: string
  sent_as: string | null
  error: string | null
}

/**
 * Compares the simulator's record with the ledger file. Reads the tables themselves, not the program's own queries, so
 * that both cannot be wrong in the same way.
 */
export function audit(file: string, record: Record): Audit {
  const db = new Database(file, { readonly: true })
  try {
    const idsOf = (sql: string) => db.prepare(sql).pluck().all() as string[]
    const known = new Set(idsOf('SELECT id FROM events'))
    const decided = new Set(idsOf('SELECT event_id FROM decisions'))
    const privates = new Set(idsOf('SELECT id FROM private_messages'))
    const actions = db.prepare('SELECT id, kind, state, sent_as, error FROM actions').all() as ActionRow[]
    const lines = actions.filter(({ kind }) => kind !== 'recall_own' && kind !== 'second_channel')
    const accounted = new Set(lines.filter(({ state }) => state === 'done').map(({ sent_as }) => sent_as))
    const arrived = new Set(record.sent.map(({ id }) => id))
    return {
      eventsLost: record.events.filter(id => !known.has(id)),
      decisionsLost: [...known].filter(id => !decided.has(id)),
      decidedTwice: idsOf('SELECT event_id FROM decisions WHERE supersedes IS NULL GROUP BY 1 HAVING count(*) > 1'),
      privatesLost: record.privates.filter(id => !privates.has(id)),
      sentTwice: record.sent.filter(({ id }) => !accounted.has(id)).map(({ id }) => id),
      neverSent: lines.filter(each => each.state === 'done' && !arrived.has(each.sent_as ?? '')).map(({ id }) => id),
      unsettled: lines
        .filter(({ state }) => state === 'sending' || state === 'unknown' || state === 'failed')
        .map(({ id, state, error }) => `${id} ${state} ${error ?? ''}`),
    }
  } finally {
    db.close()
  }
}

/** How many events there are in the ledger; none while there is no ledger yet. */
export function recorded(file: string): number {
  try {
    const db = new Database(file, { readonly: true })
    try {
      return Number(db.prepare('SELECT count(*) FROM events').pluck().get())
    } finally {
      db.close()
    }
  } catch {
    return 0
  }
}

/** Whether nothing is under way: everything said is decided, nothing due is unsent. */
export function quiet(file: string, record: Record, now: number): boolean {
  const db = new Database(file, { readonly: true })
  try {
    const count = (sql: string, ...values: unknown[]) =>
      Number(
        db
          .prepare(sql)
          .pluck()
          .get(...values),
      )
    const due = count("SELECT count(*) FROM actions WHERE state = 'owed' AND due_at <= ?", now + 1_000)
    const open = count("SELECT count(*) FROM actions WHERE state IN ('sending', 'unknown')")
    if (due + open > 0) return false
    const { eventsLost, privatesLost, decisionsLost } = audit(file, record)
    return eventsLost.length + privatesLost.length + decisionsLost.length === 0
  } finally {
    db.close()
  }
}
