import { DAY, MINUTE, SECOND } from '../model/time.js';
import { insertAction, readAction, rowsOf, targetId } from './actions.js';
/** Network clocks tell whole seconds and may be a little behind ours. */
const ECHO_SKEW = 60 * SECOND;
/** How long after the sending an echo may still be heard: over an outage, not over a holiday. */
const ECHO_DELAY = DAY;
/** Nothing that is tried again waits longer than this for it. */
const LONGEST_PAUSE = 15 * MINUTE;
/** From which states an action may be settled as what. What is settled stays settled. */
const SETTLES = {
    done: ['owed', 'sending', 'unknown'],
    failed: ['owed', 'sending', 'unknown'],
    expired: ['owed', 'unknown'],
    unknown: ['sending'],
    withdrawn: ['owed'],
    withheld: ['owed'],
    bundled: ['owed'],
};
const quoted = (states) => states.map(state => `'${state}'`).join(', ');
/** The actions of one lane; of both without one. */
const inLane = (lane) => lane === undefined ? 'true' : `kind ${lane === 'second' ? '=' : '<>'} 'second_channel'`;
export function outbox(store) {
    const byId = (id) => store.get('SELECT * FROM actions WHERE id = ?', id);
    return {
        dueActions(now, limit, lane) {
            // decided later than now: the clock was set back, and what was due at once then is due now
            const sql = `SELECT * FROM actions INDEXED BY actions_owed WHERE state = 'owed' AND ${inLane(lane)}
          AND (due_at <= ? OR (decided_at > ? AND not_before <= decided_at AND (attempts = 0 OR due_at > ?)))
        ORDER BY severity IS 'P0' OR kind IN ('ask_recall', 'recall_other') DESC, due_at, n LIMIT ?`;
            return store.all(sql, now, now + SECOND, now + LONGEST_PAUSE, limit).map(readAction);
        },
        nextDueAt(lane) {
            const sql = `SELECT due_at AS at FROM actions INDEXED BY actions_owed WHERE state = 'owed' AND ${inLane(lane)}
        ORDER BY due_at LIMIT 1`;
            return store.get(sql)?.at ?? null;
        },
        markSending(id, now) {
            const sql = "UPDATE actions SET state = 'sending', attempts = attempts + 1, sending_at = ? WHERE id = ? AND state = 'owed'";
            return store.run(sql, now, id) > 0;
        },
        settle(id, { state, now, sentAs = null, error = null }) {
            const settledAt = state === 'unknown' ? null : now;
            const changed = store.run(`UPDATE actions SET state = ?, settled_at = ?, sent_as = coalesce(?, sent_as), error = ?
          WHERE id = ? AND state IN (${quoted(SETTLES[state])})`, state, settledAt, sentAs, error, id);
            if (changed === 0 && state === 'done' && sentAs !== null)
                store.run("UPDATE actions SET sent_as = ? WHERE id = ? AND state = 'done' AND sent_as IS NULL", sentAs, id);
            return changed > 0;
        },
        retry(id, notBefore, error) {
            const sql = "UPDATE actions SET state = 'owed', due_at = ?, error = ? WHERE id = ? AND state IN ('sending', 'unknown')";
            return store.run(sql, notBefore, error, id) > 0;
        },
        recoverSending(now) {
            return store.transaction(() => {
                const sql = "SELECT * FROM actions INDEXED BY actions_now_sending WHERE state = 'sending' ORDER BY n";
                const ids = store.all(sql).map(row => row.id);
                const error = `interrupted, found at ${now}`;
                for (const id of ids)
                    store.run("UPDATE actions SET state = 'unknown', error = ? WHERE id = ?", error, id);
                return ids.map(id => readAction(byId(id)));
            });
        },
        unknownActions() {
            const sql = "SELECT * FROM actions INDEXED BY actions_unknown WHERE state = 'unknown' ORDER BY n";
            return store.all(sql).map(readAction);
        },
        settleByEcho({ messageId, at, target, text }) {
            return store.transaction(() => {
                if (store.get('SELECT 1 FROM actions WHERE sent_as = ?', messageId))
                    return null;
                // a line that the network accepted without telling its id gets it from the echo, too
                const waiting = store.all(`SELECT * FROM actions INDEXED BY actions_sending WHERE target = ? AND sending_at BETWEEN ? AND ?
            AND (state IN ('unknown', 'sending') OR (state = 'done' AND sent_as IS NULL))
            AND kind NOT IN ('recall_own', 'recall_other', 'second_channel') ORDER BY state = 'sending' DESC, state = 'unknown' DESC, sending_at, n`, targetId(target), at - ECHO_DELAY, at + ECHO_SKEW);
                const match = waiting.find(row => row.text.trim() === text.trim());
                if (!match)
                    return null;
                store.run("UPDATE actions SET state = 'done', sent_as = ?, settled_at = coalesce(settled_at, ?), error = NULL WHERE id = ?", messageId, at, match.id);
                return readAction(byId(match.id));
            });
        },
        action(id) {
            const row = byId(id);
            return row ? readAction(row) : null;
        },
        actionsOf: cause => rowsOf(store, cause).map(readAction),
        sentCount({ since, to, kinds, lane }) {
            const terms = ['sending_at >= ?', inLane(lane)];
            const values = [since];
            if (to !== undefined) {
                terms.push('target = ?');
                values.push(to);
            }
            if (kinds !== undefined) {
                terms.push(`kind IN (${kinds.map(() => '?').join(', ')})`);
                values.push(...kinds);
            }
            const sql = `SELECT count(*) AS count FROM actions INDEXED BY actions_sending
        WHERE ${terms.join(' AND ')} AND sending_at IS NOT NULL`;
            return store.get(sql, ...values)?.count ?? 0;
        },
        addActions(cause, drafts, now, { withhold } = {}) {
            return store.transaction(() => {
                if (store.get('SELECT 1 FROM decisions WHERE id = ?', cause))
                    throw new Error(`${cause} is in the hash chain: what a decision owes is fixed when it is committed`);
                drafts.forEach((draft, part) => insertAction(store, draft, { cause, part, decisionId: null, at: now, now, withhold }));
                return rowsOf(store, cause).map(readAction);
            });
        },
    };
}
//# sourceMappingURL=outbox.js.map