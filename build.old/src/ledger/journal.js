/** No `0` took back the step that it came with; what was taken back stays on record in the moves of the case. */
const STANDS = `NOT EXISTS (
  SELECT 1 FROM case_moves undone WHERE undone.case_id = feedback.case_id AND undone.what = '0' AND undone.seq > (
    SELECT max(given.seq) FROM case_moves given WHERE given.case_id = feedback.case_id AND given.what = '5'))`;
/** What the bot keeps about itself: corrections, gaps in hearing, runs of its jobs, small settings. */
export function journal(store) {
    const FEEDBACK = 'seq, id, decision_id AS decisionId, case_id AS caseId, kind, by, at';
    return {
        addFeedback({ decisionId, caseId, kind, by, at }) {
            return store.transaction(() => {
                const seq = store.nextNumber('feedback', 'seq');
                store.insert('feedback', { seq, id: `${store.botId}-f${seq}`, decision_id: decisionId, case_id: caseId, kind, by, at }, 'ON CONFLICT (decision_id, kind, by) DO NOTHING');
                // what somebody corrected is an example to learn from, and is kept as long as anything is
                store.run("UPDATE excerpts SET class = 'escalated' WHERE decision_id = ?", decisionId);
                const sql = `SELECT ${FEEDBACK} FROM feedback WHERE decision_id = ? AND kind = ? AND by = ?`;
                return store.get(sql, decisionId, kind, by);
            });
        },
        feedback(since = 0) {
            return store.all(`SELECT ${FEEDBACK} FROM feedback WHERE at >= ? AND ${STANDS} ORDER BY seq`, since);
        },
        addGap(from, to, reason) {
            store.insert('gaps', { began: from, ended: to, reason }, 'ON CONFLICT (began, ended, reason) DO NOTHING');
        },
        gaps(since) {
            const sql = 'SELECT seq, began AS "from", ended AS "to", reason FROM gaps WHERE ended >= ? ORDER BY began, seq';
            return store.all(sql, since);
        },
        lastRun(job) {
            return store.get('SELECT due FROM job_runs WHERE job = ?', job)?.due ?? null;
        },
        markRun(job, due) {
            const later = 'ON CONFLICT (job) DO UPDATE SET due = excluded.due WHERE excluded.due > job_runs.due';
            return store.insert('job_runs', { job, due }, later) > 0;
        },
        meta(key) {
            return store.get('SELECT value FROM meta WHERE key = ?', key)?.value ?? null;
        },
        setMeta(key, value) {
            if (value === null)
                store.run('DELETE FROM meta WHERE key = ?', key);
            else
                store.insert('meta', { key, value }, 'ON CONFLICT (key) DO UPDATE SET value = excluded.value');
        },
        metas(prefix) {
            const sql = 'SELECT key, value FROM meta WHERE substr(key, 1, ?) = ? ORDER BY key';
            return store.all(sql, prefix.length, prefix);
        },
        forgetRunsAfter: instant => store.run('DELETE FROM job_runs WHERE due > ?', instant),
    };
}
//# sourceMappingURL=journal.js.map