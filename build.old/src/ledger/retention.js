/**
 * Erases what is past its time (class-group policy, minors' data): unmasked text at once when its time is over,
 * excerpts and sent texts by class, counted from when they were written; while a case is open, what belongs to it stays.
 */
export function applyRetention(store, now, keep) {
    const flagged = now - keep.flagged;
    const escalated = now - keep.escalated;
    const openCase = (decision) => `EXISTS (SELECT 1 FROM decisions d JOIN cases c ON c.id = d.case_id
    WHERE d.id = ${decision} AND c.state IN ('waiting', 'open', 'passed'))`;
    return store.transaction(() => ({
        // recorded at = expires_at - ten minutes; a shorter time may be asked for, never a longer one
        inbox: store.run('DELETE FROM inbox WHERE expires_at <= ? OR event_id IN (SELECT id FROM events WHERE recorded_at <= ?)', now, now - keep.inbox),
        excerpts: store.run(`DELETE FROM excerpts WHERE (class = 'escalated' AND at <= ? OR class <> 'escalated' AND at <= ?)
        AND NOT ${openCase('decision_id')}`, escalated, flagged),
        actionTexts: store.run(`UPDATE actions SET text = '', text_salt = NULL WHERE text_salt IS NOT NULL AND settled_at IS NOT NULL
        AND settled_at <= CASE WHEN severity IS NULL THEN ? ELSE ? END
        AND (decision_id IS NULL OR NOT ${openCase('decision_id')})`, flagged, escalated),
        summaries: store.run("UPDATE cases SET summary = '' WHERE summary <> '' AND closed_at <= ?", escalated),
    }));
}
//# sourceMappingURL=retention.js.map