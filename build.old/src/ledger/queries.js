import { readAction, rowsOf } from './actions.js';
import { caseById } from './cases.js';
import { latestDecision, readDecision } from './decisions.js';
import { readEvent } from './events.js';
import { readRemembered } from './history.js';
import { conditions } from './store.js';
function decisionTerms(filter) {
    return conditions([
        ['d.grp = ?', filter.group],
        ['d.category = ?', filter.category],
        ['d.respond = ?', filter.respond],
        ['e.member = ?', filter.member],
        ['d.at >= ?', filter.since],
        ['d.at < ?', filter.until],
        ['d.seq > ?', filter.after],
    ]);
}
/** What the command line and the dashboard read. */
export function queries(store) {
    return {
        decisions(filter) {
            const [terms, values] = decisionTerms(filter);
            const sql = `SELECT d.*, e.member, e.role, e.kind, x.text AS excerpt FROM decisions d
        LEFT JOIN events e ON e.id = d.event_id LEFT JOIN excerpts x ON x.decision_id = d.id
        WHERE ${terms} ORDER BY d.seq ${filter.order === 'desc' ? 'DESC' : 'ASC'} LIMIT ?`;
            return store.all(sql, ...values, filter.limit).map(row => ({
                seq: row.seq,
                id: row.id,
                eventId: row.event_id,
                group: row.grp,
                at: row.at,
                member: row.member,
                role: row.role,
                kind: row.kind,
                rule: row.rule,
                category: row.category,
                topic: row.topic,
                respond: row.respond,
                severity: row.severity,
                to: row.recipient,
                supersedes: row.supersedes,
                caseId: row.case_id,
                excerpt: row.excerpt,
                actions: rowsOf(store, row.id).map(readAction),
            }));
        },
        decision(id) {
            const row = store.get('SELECT * FROM decisions WHERE id = ?', id) ?? latestDecision(store, id);
            if (!row)
                return null;
            const actions = rowsOf(store, row.id).map(readAction);
            const it = row.case_id === null ? null : caseById(store, row.case_id);
            const event = store.get('SELECT * FROM events WHERE id = ?', row.event_id);
            const remembered = store.get('SELECT * FROM remembered WHERE event_id = ?', row.event_id);
            return {
                seq: row.seq,
                decision: readDecision(store, row, actions, it),
                committedAt: row.committed_at,
                hash: row.hash,
                supersededBy: store.get('SELECT id FROM decisions WHERE supersedes = ?', row.id)?.id ?? null,
                event: event ? readEvent(event) : null,
                actions,
                case: it,
                remembered: remembered ? readRemembered(store, remembered) : null,
                excerpt: store.get('SELECT text FROM excerpts WHERE decision_id = ?', row.id)?.text ?? null,
            };
        },
        actionsTo(person) {
            return store.all('SELECT * FROM actions WHERE target = ? ORDER BY n', person).map(readAction);
        },
        stats({ group, since, until } = {}) {
            const [events, ofEvents] = conditions([
                ['grp = ?', group],
                ['at >= ?', since],
                ['at < ?', until],
            ]);
            const [decided, ofDecisions] = decisionTerms({
                ...(group && { group }),
                ...(since && { since }),
                ...(until && { until }),
            });
            const [acted, ofActions] = conditions([
                ['grp = ?', group],
                ['decided_at >= ?', since],
                ['decided_at < ?', until],
            ]);
            const [opened, ofCases] = conditions([
                ['grp = ?', group],
                ['opened_at >= ?', since],
                ['opened_at < ?', until],
            ]);
            const byCategory = store.all(`SELECT d.category, d.respond, count(*) AS count FROM decisions d
          WHERE ${decided} AND NOT EXISTS (SELECT 1 FROM decisions s WHERE s.supersedes = d.id)
          GROUP BY d.category, d.respond ORDER BY d.category, d.respond`, ...ofDecisions);
            return {
                events: store.get(`SELECT count(*) AS count FROM events WHERE ${events}`, ...ofEvents)?.count ?? 0,
                decisions: byCategory.reduce((sum, { count }) => sum + count, 0),
                byCategory,
                actions: store.all(`SELECT kind, state, count(*) AS count FROM actions WHERE ${acted} GROUP BY kind, state ORDER BY kind, state`, ...ofActions),
                cases: store.all(`SELECT kind, state, count(*) AS count FROM cases WHERE ${opened} GROUP BY kind, state ORDER BY kind, state`, ...ofCases),
            };
        },
    };
}
//# sourceMappingURL=queries.js.map