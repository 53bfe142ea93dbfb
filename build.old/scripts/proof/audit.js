import Database from 'better-sqlite3';
/**
 * Compares the simulator's record with the ledger file. Reads the tables themselves, not the program's own queries, so
 * that both cannot be wrong in the same way.
 */
export function audit(file, record) {
    const db = new Database(file, { readonly: true });
    try {
        const idsOf = (sql) => db.prepare(sql).pluck().all();
        const known = new Set(idsOf('SELECT id FROM events'));
        const decided = new Set(idsOf('SELECT event_id FROM decisions'));
        const privates = new Set(idsOf('SELECT id FROM private_messages'));
        const actions = db.prepare('SELECT id, kind, state, sent_as, error FROM actions').all();
        const lines = actions.filter(({ kind }) => kind !== 'recall_own' && kind !== 'second_channel');
        const accounted = new Set(lines.filter(({ state }) => state === 'done').map(({ sent_as }) => sent_as));
        const arrived = new Set(record.sent.map(({ id }) => id));
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
        };
    }
    finally {
        db.close();
    }
}
/** How many events there are in the ledger; none while there is no ledger yet. */
export function recorded(file) {
    try {
        const db = new Database(file, { readonly: true });
        try {
            return Number(db.prepare('SELECT count(*) FROM events').pluck().get());
        }
        finally {
            db.close();
        }
    }
    catch {
        return 0;
    }
}
/** Whether nothing is under way: everything said is decided, nothing due is unsent. */
export function quiet(file, record, now) {
    const db = new Database(file, { readonly: true });
    try {
        const count = (sql, ...values) => Number(db
            .prepare(sql)
            .pluck()
            .get(...values));
        const due = count("SELECT count(*) FROM actions WHERE state = 'owed' AND due_at <= ?", now + 1_000);
        const open = count("SELECT count(*) FROM actions WHERE state IN ('sending', 'unknown')");
        if (due + open > 0)
            return false;
        const { eventsLost, privatesLost, decisionsLost } = audit(file, record);
        return eventsLost.length + privatesLost.length + decisionsLost.length === 0;
    }
    finally {
        db.close();
    }
}
//# sourceMappingURL=audit.js.map