/** Parents' questions, until somebody answers. */
export function questions(store) {
    const read = (row) => ({
        decisionId: row.decision_id,
        group: row.grp,
        asker: row.asker,
        at: row.at,
        health: row.health === 1,
        asked: row.asked,
        closedAt: row.closed_at,
        closedBy: row.closed_by,
        excerpt: row.excerpt,
    });
    return {
        askQuestion({ decisionId, group, asker, at, health }) {
            const row = { decision_id: decisionId, grp: group, asker, at, health: health ? 1 : 0 };
            store.insert('questions', row, 'ON CONFLICT (decision_id) DO NOTHING');
        },
        askAgain(decisionId) {
            store.run('UPDATE questions SET asked = asked + 1 WHERE decision_id = ? AND closed_at IS NULL', decisionId);
        },
        closeQuestion(decisionId, by, at) {
            return store.transaction(() => {
                const sql = 'UPDATE questions SET closed_at = ?, closed_by = ? WHERE decision_id = ? AND closed_at IS NULL';
                if (store.run(sql, at, by, decisionId) === 0)
                    return false;
                store.run("DELETE FROM excerpts WHERE decision_id = ? AND class = 'question'", decisionId);
                return true;
            });
        },
        openQuestions(group) {
            const sql = `SELECT q.*, x.text AS excerpt FROM questions q INDEXED BY questions_open
        LEFT JOIN excerpts x ON x.decision_id = q.decision_id
        WHERE q.grp = ? AND q.closed_at IS NULL ORDER BY q.at, q.n`;
            return store.all(sql, group).map(read);
        },
        questionCounts(group, since, until) {
            const sql = `SELECT count(*) AS asked, count(CASE WHEN closed_by <> 'expired' THEN 1 END) AS answered
        FROM questions WHERE grp = ? AND at >= ? AND at < ?`;
            return store.get(sql, group, since, until) ?? { asked: 0, answered: 0 };
        },
    };
}
//# sourceMappingURL=questions.js.map