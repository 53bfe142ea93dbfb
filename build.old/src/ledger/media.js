/**
 * Version 5. Of a picture, voice, video or file: what became of fetching it, its length, type and hash, which is all that
 * can be erased of it.
 */
export const mediaTable = `
CREATE TABLE media (
  seq INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE REFERENCES events (id),
  state TEXT NOT NULL, bytes INTEGER NOT NULL, mime TEXT, sha256 TEXT, at INTEGER NOT NULL
);
CREATE TRIGGER media_keep BEFORE UPDATE OF seq, event_id, state, bytes, mime, at ON media
  BEGIN SELECT raise(ABORT, 'media is append-only'); END;
CREATE TRIGGER media_hash BEFORE UPDATE OF sha256 ON media WHEN new.sha256 IS NOT NULL
  BEGIN SELECT raise(ABORT, 'the hash of media does not change'); END;
CREATE TRIGGER media_no_delete BEFORE DELETE ON media BEGIN SELECT raise(ABORT, 'rows of media stay'); END;
`;
const COLUMNS = 'event_id AS event, state, bytes, mime, sha256, at';
export function media(store) {
    return {
        recordMedia({ event, state, bytes, mime, sha256 }, at) {
            const known = store.get('SELECT 1 FROM events WHERE id = ?', event) !== undefined;
            const row = { event_id: event, state, bytes, mime, sha256, at };
            return known && store.insert('media', row, 'ON CONFLICT (event_id) DO NOTHING') > 0;
        },
        media(eventId) {
            const row = store.get(`SELECT ${COLUMNS} FROM media WHERE event_id = ?`, eventId);
            return row ?? null;
        },
    };
}
//# sourceMappingURL=media.js.map