import type { Recipient, Role } from '../model/member.js'
import type { Response } from '../model/rule.js'
import { type ActionRow, readAction, rowsOf } from './actions.js'
import type { DecisionFilter, DecisionLine, QueryLedger, Stats } from './api.js'
import { caseById } from './cases.js'
import type { DecisionRow } from './chain.js'
import { latestDecision, readDecision } from './decisions.js'
import { readEvent } from './events.js'
import { type RememberedRow, readRemembered } from './history.js'
import { conditions, type Store } from './store.js'

interface LineRow extends DecisionRow {
  member: string | null
  role: Role | null
  kind: DecisionLine['kind']
  excerpt: string | null
}

function decisionTerms(filter: Partial<DecisionFilter>): [string, (string | number)[]] {
  return conditions([
    ['d.grp = ?', filter.group],
    ['d.category = ?', filter.category],
    ['d.respond = ?', filter.respond],
    ['e.member = ?', filter.member],
    ['d.at >= ?', filter.since],
    ['d.at < ?', filter.until],
    ['d.seq > ?', filter.after],
  ])
}

/** What the command line and the dashboard read. */
export function queries(store: Store): QueryLedger {
  return {
    decisions(filter) {
      const [terms, values] = decisionTerms(filter)
      const sql = `SELECT d.*, e.member, e.role, e.kind, x.text AS excerpt FROM decisions d
        LEFT JOIN events e ON e.id = d.event_id LEFT JOIN excerpts x ON x.decision_id = d.id
        WHERE ${terms} ORDER BY d.seq ${filter.order === 'desc' ? 'DESC' : 'ASC'} LIMIT ?`
      return store.all<LineRow>(sql, ...values, filter.limit).map(row => ({
        seq: row.seq,
        id: row.id,
        eventId: row.event_id,
        group: row.grp,
        at: row.at,
        member: row.member,
        role: row.role,
        kind: row.kind,
        rule: row.rule,
        category: row.category as DecisionLine['category'],
        topic: row.topic,
        respond: row.respond as Response,
        severity: row.severity as DecisionLine['severity'],
        to: row.recipient as Recipient | null,
        supersedes: row.supersedes,
        caseId: row.case_id,
        excerpt: row.excerpt,
        actions: rowsOf(store, row.id).map(readAction),
      }))
    },

    decision(id) {
      const row = store.get<DecisionRow>('SELECT * FROM decisions WHERE id = ?', id) ?? latestDecision(store, id)
      if (!row) return null
      const actions = rowsOf(store, row.id).map(readAction)
      const it = row.case_id === null ? null : caseById(store, row.case_id)
      const event = store.get<Parameters<typeof readEvent>[0]>('SELECT * FROM events WHERE id = ?', row.event_id)
      const remembered = store.get<RememberedRow>('SELECT * FROM remembered WHERE event_id = ?', row.event_id)
      return {
        seq: row.seq,
        decision: readDecision(store, row, actions, it),
        committedAt: row.committed_at,
        hash: row.hash,
        supersededBy: store.get<{ id: string }>('SELECT id FROM decisions WHERE supersedes = ?', row.id)?.id ?? null,
        event: event ? readEvent(event) : null,
        actions,
        case: it,
        remembered: remembered ? readRemembered(store, remembered) : null,
        excerpt: store.get<{ text: string }>('SELECT text FROM excerpts WHERE decision_id = ?', row.id)?.text ?? null,
      }
    },

    actionsTo(person) {
      return store.all<ActionRow>('SELECT * FROM actions WHERE target = ? ORDER BY n', person).map(readAction)
    },

    stats({ group, since, until } = {}) {
      const [events, ofEvents] = conditions([
        ['grp = ?', group],
        ['at >= ?', since],
        ['at < ?', until],
      ])
      const [decided, ofDecisions] = decisionTerms({
        ...(group && { group }),
        ...(since && { since }),
        ...(until && { until }),
      })
      const [acted, ofActions] = conditions([
        ['grp = ?', group],
        ['decided_at >= ?', since],
        ['decided_at < ?', until],
      ])
      const [opened, ofCases] = conditions([
        ['grp = ?', group],
        ['opened_at >= ?', since],
        ['opened_at < ?', until],
      ])
      const byCategory = store.all<Stats['byCategory'][number]>(
        `SELECT d.category, d.respond, count(*) AS count FROM decisions d
          WHERE ${decided} AND NOT EXISTS (SELECT 1 FROM decisions s WHERE s.supersedes = d.id)
          GROUP BY d.category, d.respond ORDER BY d.category, d.respond`,
        ...ofDecisions,
      )
      return {
        events:
          store.get<{ count: number }>(`SELECT count(*) AS count FROM events WHERE ${events}`, ...ofEvents)?.count ?? 0,
        decisions: byCategory.reduce((sum, { count }) => sum + count, 0),
        byCategory,
        actions: store.all<Stats['actions'][number]>(
          `SELECT kind, state, count(*) AS count FROM actions WHERE ${acted} GROUP BY kind, state ORDER BY kind, state`,
          ...ofActions,
        ),
        cases: store.all<Stats['cases'][number]>(
          `SELECT kind, state, count(*) AS count FROM cases WHERE ${opened} GROUP BY kind, state ORDER BY kind, state`,
          ...ofCases,
        ),
      }
    },
  }
}
