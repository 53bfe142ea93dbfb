import { streamed } from './schema.js';
import { conditions } from './store.js';
/** Version 5. Calls for a second opinion: whatever is sent is written down before, and settled once. No text. */
export const opinionTable = `
CREATE TABLE opinions (
  n INTEGER PRIMARY KEY, seq INTEGER NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE,
  decision_id TEXT NOT NULL REFERENCES decisions (id), grp TEXT NOT NULL, at INTEGER NOT NULL,
  digest TEXT NOT NULL, model TEXT NOT NULL, about TEXT NOT NULL,
  probability REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
  outcome TEXT, opinion TEXT, ms INTEGER, tokens INTEGER, status INTEGER, changed TEXT
);
CREATE INDEX opinions_at ON opinions (at);
CREATE INDEX opinions_decision ON opinions (decision_id);
CREATE INDEX opinions_digest ON opinions (digest, at) WHERE outcome = 'answered';
CREATE TRIGGER opinions_once BEFORE UPDATE ON opinions WHEN old.outcome IS NOT NULL AND new.seq = old.seq
  BEGIN SELECT raise(ABORT, 'a call is settled once'); END;
${streamed('opinions')}
`;
const COLUMNS = `o.id, o.decision_id AS decisionId, o.grp AS "group", o.at, o.digest, o.model, o.about, o.probability,
  o.low AS "from", o.high AS "to", o.outcome, o.opinion, o.ms, o.tokens, o.status, o.changed`;
export function opinions(store) {
    return {
        addOpinionCall({ decisionId, group, from, to, ...call }) {
            const n = store.nextNumber('opinions');
            const id = `${store.botId}-o${String(n).padStart(6, '0')}`;
            const seq = store.nextNumber('opinions', 'seq');
            store.insert('opinions', { n, seq, id, decision_id: decisionId, grp: group, low: from, high: to, ...call });
            return id;
        },
        settleOpinionCall(id, { outcome, opinion, ms, tokens, status, changed }) {
            const sql = `UPDATE opinions SET outcome = ?, opinion = ?, ms = ?, tokens = ?, status = ?, changed = ?
        WHERE id = ? AND outcome IS NULL`;
            return store.run(sql, outcome, opinion, ms, tokens, status, changed, id) > 0;
        },
        knownOpinion(digest, since) {
            const sql = `SELECT opinion FROM opinions INDEXED BY opinions_digest
        WHERE digest = ? AND at >= ? AND outcome = 'answered' ORDER BY at DESC, n DESC LIMIT 1`;
            return store.get(sql, digest, since)?.opinion ?? null;
        },
        opinionCallCount(since) {
            const sql = "SELECT count(*) AS count FROM opinions WHERE at >= ? AND coalesce(outcome, '') <> 'cached'";
            return store.get(sql, since)?.count ?? 0;
        },
        opinionCalls({ group, since, eventId } = {}) {
            const [terms, values] = conditions([
                ['o.grp = ?', group],
                ['o.at >= ?', since],
                ['o.decision_id IN (SELECT id FROM decisions WHERE event_id = ?)', eventId],
            ]);
            return store.all(`SELECT ${COLUMNS} FROM opinions o WHERE ${terms} ORDER BY o.n`, ...values);
        },
    };
}
//# sourceMappingURL=opinions.js.map