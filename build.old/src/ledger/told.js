import { OPEN, readCase } from './cases.js';
/** Who was told what. */
export function told(store) {
    return {
        casesTold(person, closedSince) {
            // From the few cases that still matter to what told of them: the cost does not grow with the ledger. CROSS JOIN
            // is SQLite's way to say so.
            const sql = `
        WITH
          lately AS MATERIALIZED (
            SELECT * FROM cases INDEXED BY cases_open_deadline WHERE ${OPEN}
            UNION ALL SELECT * FROM cases INDEXED BY cases_closed WHERE closed_at >= ? AND NOT ${OPEN}
          ),
          causes AS MATERIALIZED (
            SELECT l.id AS case_id, d.id AS cause FROM lately l CROSS JOIN decisions d ON d.case_id = l.id
            UNION ALL SELECT l.id, m.id FROM lately l CROSS JOIN case_moves m ON m.case_id = l.id
          ),
          told AS (
            SELECT c.case_id, max(a.n) AS latest FROM causes c CROSS JOIN actions a ON a.cause = c.cause
            WHERE a.person = ? AND a.kind = 'alert' AND a.state NOT IN ('withdrawn', 'withheld') GROUP BY c.case_id
          )
        SELECT l.* FROM told JOIN lately l ON l.id = told.case_id ORDER BY told.latest DESC`;
            return store.all(sql, closedSince, person).map(readCase);
        },
        lastWordTo(person, since) {
            // what a case move owes bears its decision, too: what a decision owes has it as its cause
            const sql = `SELECT grp AS "group", cause AS decisionId, category, decided_at AS at FROM actions
        WHERE target = ? AND decided_at >= ? AND kind IN ('remind', 'ask_recall') AND cause = decision_id
          AND category IS NOT NULL AND state IN ('sending', 'done', 'unknown') ORDER BY decided_at DESC, n DESC LIMIT 1`;
            return store.get(sql, person, since) ?? null;
        },
    };
}
//# sourceMappingURL=told.js.map