import { heeded, RUNNING_AT_MOST } from '../model/notice.js';
import { MINUTE } from '../model/time.js';
const RECENT_LIMIT = 200;
const COUNT_LIMIT = 500;
const TEXT_TIME = 10 * MINUTE;
const TEXTS_AT_MOST = 20_000;
/** Texts of the last ten minutes, for signals that look back; in memory only, oldest out first. */
export class RecentTexts {
    texts = new Map();
    /** Each group goes by a time of its own: logs replayed one after another may go back to an earlier year. */
    newest = new Map();
    add(group, eventId, at, text) {
        this.texts.delete(eventId);
        this.texts.set(eventId, { group, at, text });
        this.goOn(group, at);
        this.drop();
    }
    get(eventId) {
        const kept = this.texts.get(eventId);
        return kept && this.isRecent(kept) ? kept.text : undefined;
    }
    /** What has become older than ten minutes goes. */
    forget(now) {
        for (const group of this.newest.keys())
            this.goOn(group, now);
        this.drop();
    }
    /** Time only goes on. */
    goOn(group, now) {
        this.newest.set(group, Math.max(this.newest.get(group) ?? 0, now));
    }
    isRecent({ group, at }) {
        return at > (this.newest.get(group) ?? 0) - TEXT_TIME;
    }
    drop() {
        for (const [eventId, kept] of this.texts) {
            if (this.isRecent(kept) && this.texts.size <= TEXTS_AT_MOST)
                break;
            this.texts.delete(eventId);
        }
    }
}
export function readRemembered(store, row, text) {
    const joined = row.kind === 'join' ? joinedWith(store, row.n) : [];
    return {
        eventId: row.event_id,
        at: row.at,
        member: row.member,
        ...(joined.length > 0 && { joined }),
        role: row.role,
        kind: row.kind,
        digest: row.digest,
        length: row.length,
        rule: row.rule,
        category: row.category,
        topic: row.topic,
        respond: row.respond,
        severity: row.severity,
        question: row.question === 1,
        notice: row.notice === null ? null : JSON.parse(row.notice),
        ...(text === undefined ? {} : { text }),
    };
}
function joinedWith(store, n) {
    return store
        .all('SELECT member FROM joined WHERE n = ? ORDER BY member', n)
        .map(row => row.member);
}
/** What was made of an event; a later judgement of it takes the place of the earlier. */
export function remember(store, group, it) {
    store.insert('remembered', {
        event_id: it.eventId,
        grp: group,
        at: it.at,
        member: it.member,
        role: it.role,
        kind: it.kind,
        digest: it.digest,
        length: it.length,
        rule: it.rule,
        category: it.category,
        topic: it.topic,
        respond: it.respond,
        severity: it.severity,
        question: it.question ? 1 : 0,
        notice: it.notice ? JSON.stringify(it.notice) : null,
        notice_until: it.notice?.until ?? null,
    }, `ON CONFLICT (event_id) DO UPDATE SET digest = excluded.digest, length = excluded.length, rule = excluded.rule,
      category = excluded.category, topic = excluded.topic, respond = excluded.respond, severity = excluded.severity,
      question = excluded.question, notice = excluded.notice, notice_until = excluded.notice_until`);
    const sql = `INSERT INTO joined (n, member) SELECT n, ? FROM remembered WHERE event_id = ?
    ON CONFLICT (member, n) DO NOTHING`;
    for (const member of new Set(it.joined))
        store.run(sql, member, it.eventId);
}
const marks = (values) => values.map(() => '?').join(', ');
/** Every query runs on an index that ends in time and stops at its limit: its cost does not grow with the ledger. */
export function historyOf(store, texts, group, before) {
    const bound = before
        ? (store.get('SELECT n FROM remembered WHERE event_id = ?', before)?.n ?? Number.MAX_SAFE_INTEGER)
        : Number.MAX_SAFE_INTEGER;
    const where = (query) => {
        const joins = query.member !== undefined && (query.kinds === undefined || query.kinds.includes('join'));
        // the plus keeps SQLite from going through all of the group where a member's few rows are known
        const terms = joins ? ['+grp = ?', '+at >= ?', 'n < ?'] : ['grp = ?', 'at >= ?', 'n < ?'];
        const values = [group, query.since, bound];
        const equal = (column, value) => {
            if (value === undefined)
                return;
            terms.push(`${column} = ?`);
            values.push(value);
        };
        const among = (column, list) => {
            if (list === undefined)
                return;
            terms.push(`${column} IN (${marks(list)})`);
            values.push(...list);
        };
        if (joins) {
            terms.push(`n IN (SELECT n FROM remembered WHERE grp = ? AND member = ? AND at >= ?
        UNION ALL SELECT n FROM joined WHERE member = ?)`);
            values.push(group, query.member, query.since, query.member);
        }
        else
            equal('member', query.member);
        equal('topic', query.topic);
        equal('category', query.category);
        equal('severity', query.severity);
        if (query.digest)
            terms.push("digest <> ''");
        equal('digest', query.digest);
        among('kind', query.kinds);
        among('respond', query.respond);
        // what was answered at all is rare: said in these words, its own small index serves
        if (query.respond && !query.respond.includes('allow'))
            terms.push("respond <> 'allow'");
        return [terms.join(' AND '), values];
    };
    return {
        recent(query, limit = RECENT_LIMIT) {
            const [terms, values] = where(query);
            const sql = `SELECT * FROM remembered WHERE ${terms} ORDER BY at DESC, n DESC LIMIT ?`;
            const rows = store.all(sql, ...values, Math.max(0, Math.min(limit, RECENT_LIMIT)));
            return rows.map(row => readRemembered(store, row, texts.get(row.event_id)));
        },
        count(query, upTo = COUNT_LIMIT) {
            const [terms, values] = where(query);
            const sql = `SELECT count(*) AS events, count(DISTINCT member) AS members
        FROM (SELECT member FROM remembered WHERE ${terms} ORDER BY at DESC, n DESC LIMIT ?)`;
            return (store.get(sql, ...values, Math.max(0, upTo)) ?? { events: 0, members: 0 });
        },
        notice(now) {
            const sql = `SELECT notice FROM remembered INDEXED BY remembered_notice
        WHERE grp = ? AND notice IS NOT NULL AND notice_until > ? AND at <= ? AND n < ? ORDER BY at DESC, n DESC LIMIT ?`;
            const running = store.all(sql, group, now, now, bound, RUNNING_AT_MOST);
            return heeded(running.map(({ notice }) => JSON.parse(notice)), now);
        },
    };
}
/** What the bot did or owes in a group, or everywhere; `except` because of one event. */
export function deedsOf(store, group, except) {
    const where = (query, notIn) => {
        const terms = [`kind IN (${marks(query.kinds)})`, 'decided_at >= ?', `state NOT IN (${notIn})`];
        const values = [...query.kinds, query.since];
        const equal = (column, value) => {
            if (value === undefined)
                return;
            terms.push(`${column} = ?`);
            values.push(value);
        };
        equal('grp', query.everywhere ? undefined : group);
        equal('target', query.to);
        equal('topic', query.topic);
        equal('severity', query.severity);
        equal('not_before', query.leaves);
        if (except !== undefined) {
            terms.push('NOT EXISTS (SELECT 1 FROM decisions d WHERE d.id = actions.cause AND d.event_id = ?)');
            values.push(except);
        }
        return [terms.join(' AND '), values];
    };
    return {
        count(query) {
            const [terms, values] = where(query, "'expired', 'withdrawn', 'bundled'");
            return store.get(`SELECT count(*) AS count FROM actions WHERE ${terms}`, ...values)?.count ?? 0;
        },
        last(query) {
            const [terms, values] = where(query, "'expired', 'withdrawn'");
            const sql = `SELECT decided_at, coalesce(decision_id, cause) AS decision FROM actions
        WHERE ${terms} ORDER BY decided_at DESC, n DESC LIMIT 1`;
            const row = store.get(sql, ...values);
            return row ? { at: row.decided_at, decisionId: row.decision } : null;
        },
    };
}
//# sourceMappingURL=history.js.map