import { BanzhangError } from '../model/errors.js';
import { INBOX_TIME, seal, unseal } from './inbox.js';
const COLUMNS = 'seq, id, grp, at, member, role, kind, digest, length, late, recorded_at, meta';
/** What may be kept of a body for good: ids, counts and flags. */
function metaOf(body) {
    switch (body.kind) {
        case 'message': {
            const { message } = body;
            return {
                ...(message.mentions?.length ? { mentions: message.mentions.length } : {}),
                ...(message.duration === undefined ? {} : { duration: message.duration }),
                ...(message.quoted ? { quoted: true } : {}),
                ...(message.url ? { url: true } : {}),
                ...(message.ocr ? { ocr: message.ocr.length } : {}),
            };
        }
        case 'recall':
            return { of: body.of };
        case 'join':
            return { joined: body.joined.map(who => who.id), inviter: body.inviter?.id ?? null, via: body.via };
        case 'leave':
            return { left: body.left.map(who => who.id) };
        default:
            return {};
    }
}
export function readEvent(row) {
    return {
        seq: row.seq,
        id: row.id,
        group: row.grp,
        at: row.at,
        member: row.member,
        role: row.role,
        kind: row.kind,
        digest: row.digest,
        length: row.length,
        late: row.late === 1,
        recordedAt: row.recorded_at,
        meta: JSON.parse(row.meta),
    };
}
export function events(store, key) {
    return {
        recordEvent({ event, member, role, digest, length, textForInbox, recordedAt }) {
            const { body } = event;
            return store.transaction(() => {
                const row = {
                    id: event.id,
                    grp: event.group,
                    at: event.at,
                    member,
                    role,
                    kind: body.kind === 'message' ? body.message.kind : body.kind,
                    digest,
                    length,
                    late: event.late ? 1 : 0,
                    recorded_at: recordedAt,
                    meta: JSON.stringify(metaOf(body)),
                };
                if (store.insert('events', row, 'ON CONFLICT (id) DO NOTHING') === 0)
                    return 'duplicate';
                if (textForInbox !== null)
                    store.insert('inbox', {
                        event_id: event.id,
                        sealed: seal(key, event.id, textForInbox),
                        expires_at: recordedAt + INBOX_TIME,
                    });
                return 'new';
            });
        },
        recordPrivate(id, person, at) {
            return store.insert('private_messages', { id, person, at }, 'ON CONFLICT (id) DO NOTHING') > 0
                ? 'new'
                : 'duplicate';
        },
        event(id) {
            const row = store.get(`SELECT ${COLUMNS} FROM events WHERE id = ?`, id);
            return row ? readEvent(row) : null;
        },
        undecidedEvents(limit = 1000) {
            const sql = `SELECT ${COLUMNS} FROM events INDEXED BY events_undecided WHERE decided = 0 ORDER BY seq LIMIT ?`;
            return store.all(sql, limit).map(readEvent);
        },
        inboxText(eventId, now, reader) {
            return store.transaction(() => {
                if (store.db.readonly)
                    throw new BanzhangError('BZ203', '只读打开的账本不给看原文：每次查看都要留下记录。');
                const sql = 'SELECT sealed FROM inbox WHERE event_id = ? AND expires_at > ?';
                const sealed = store.get(sql, eventId, now)?.sealed;
                store.insert('accesses', { event_id: eventId, reader, at: now, found: sealed ? 1 : 0 });
                return sealed ? unseal(key, eventId, sealed) : null;
            });
        },
        loseEvent(eventId) {
            store.transaction(() => {
                store.run('UPDATE events SET decided = 2 WHERE id = ? AND decided = 0', eventId);
                store.run('DELETE FROM inbox WHERE event_id = ?', eventId);
            });
        },
        finishInbox(eventId) {
            store.run('DELETE FROM inbox WHERE event_id = ?', eventId);
        },
        purgeInbox(now) {
            return store.run('DELETE FROM inbox WHERE expires_at <= ?', now);
        },
        noteAccess(subject, reader, at) {
            store.insert('accesses', { event_id: subject, reader, at, found: 1 });
        },
        accesses(since) {
            const sql = 'SELECT event_id AS eventId, reader, at, found FROM accesses WHERE at >= ? ORDER BY seq';
            return store
                .all(sql, since)
                .map(row => ({ ...row, found: row.found === 1 }));
        },
    };
}
//# sourceMappingURL=events.js.map