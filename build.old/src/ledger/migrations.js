import { identityTables } from './identities.js';
import { mediaTable } from './media.js';
import { opinionTable } from './opinions.js';
import { first, third } from './schema.js';
import { traceTable } from './trace.js';
/**
 * Migration i brings a ledger from version i to version i + 1. Never edit one that was released: append.
 * Each runs in a transaction of its own together with the new version number.
 */
export const MIGRATIONS = [first, identityTables, third, mediaTable, opinionTable, traceTable];
export const SCHEMA_VERSION = MIGRATIONS.length;
/** `BZLG` in the header of the file: this SQLite file is a ledger. */
export const APPLICATION_ID = 0x425a4c47;
export function schemaVersion(db) {
    return db.pragma('user_version', { simple: true });
}
/** Brings the file up to date; a crash in between leaves the last version that was whole. */
export function migrate(db, migrations = MIGRATIONS) {
    for (let version = schemaVersion(db); version < migrations.length; version++) {
        db.transaction(() => {
            db.exec(migrations[version]);
            db.pragma(`application_id = ${APPLICATION_ID}`);
            db.pragma(`user_version = ${version + 1}`);
        }).immediate();
    }
}
//# sourceMappingURL=migrations.js.map