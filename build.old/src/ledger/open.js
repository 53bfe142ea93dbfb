import { chmodSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { BanzhangError } from '../model/errors.js';
import { cases } from './cases.js';
import { decisions } from './decisions.js';
import { eraseTexts } from './erase.js';
import { events } from './events.js';
import { RecentTexts } from './history.js';
import { identities } from './identities.js';
import { journal } from './journal.js';
import { KEY_BYTES } from './keys.js';
import { media } from './media.js';
import { APPLICATION_ID, migrate, SCHEMA_VERSION, schemaVersion } from './migrations.js';
import { opinions } from './opinions.js';
import { outbox } from './outbox.js';
import { people } from './people.js';
import { queries } from './queries.js';
import { questions } from './questions.js';
import { applyRetention } from './retention.js';
import { ruleSets } from './rulesets.js';
import { Store, translate } from './store.js';
import { told } from './told.js';
/**
 * Opens the ledger, makes it when it is absent, and brings it up to date.
 * Throws a BanzhangError: BZ201 newer version · BZ202 cannot be opened, no ledger, damaged · BZ203 not writable ·
 * BZ205 wrong key · BZ206 disk full · BZ207 another bot process has it.
 */
export function openLedger(options) {
    const { file, botId, key, readonly = false } = options;
    if (key.length !== KEY_BYTES)
        throw new BanzhangError('BZ205', `密钥应为 ${KEY_BYTES} 个字节。`);
    if (!/^[A-Za-z0-9_]{1,32}$/.test(botId))
        throw new BanzhangError('BZ502', `机器人编号 ${JSON.stringify(botId)} 只能含字母、数字和下划线，最多 32 个。`);
    const opened = [];
    try {
        if (file !== ':memory:' && !existsSync(dirname(file)))
            throw new BanzhangError('BZ202', '存放账本的文件夹不存在。', { place: { file: dirname(file), line: 1, col: 1 } });
        if (!readonly && file !== ':memory:')
            opened.push(lock(file));
        const db = new Database(file, { readonly, fileMustExist: readonly, timeout: 5000 });
        opened.push(db);
        prepare(db, file, readonly);
        const store = new Store(db, botId, key);
        identify(store, file);
        return compose(store, options, () => {
            for (const each of opened.reverse())
                each.close();
        });
    }
    catch (error) {
        for (const each of opened.reverse())
            each.close();
        throw placed(translate(error), file);
    }
}
/**
 * Opens a ledger that a running bot may hold, for what people tell it at a terminal: answers about who is who, consent,
 * erasing, a test alert. No lock and no migration; whoever has it must leave deciding and sending to the bot. Throws as
 * `openLedger` does; BZ202 where there is no ledger yet.
 */
export function openBeside(options) {
    const { file, botId, key } = options;
    if (key.length !== KEY_BYTES)
        throw new BanzhangError('BZ205', `密钥应为 ${KEY_BYTES} 个字节。`);
    let db = null;
    try {
        db = new Database(file, { fileMustExist: true, timeout: 5000 });
        if (schemaVersion(db) !== SCHEMA_VERSION || db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
            throw new BanzhangError('BZ202', '账本和本程序的版本不同。', { hint: '请先运行一次 banzhang run。' });
        db.pragma('foreign_keys = ON');
        db.pragma('synchronous = FULL');
        db.pragma('secure_delete = ON');
        const store = new Store(db, botId, key);
        identify(store, file);
        return compose(store, options, () => void store.db.close());
    }
    catch (error) {
        db?.close();
        throw placed(translate(error), file);
    }
}
/**
 * One bot process a ledger. The guard is an exclusive lock on a file beside it, which the system lets go when the
 * process dies, however it dies; readers do not ask for it.
 */
function lock(file) {
    const guard = new Database(`${file}.lock`, { timeout: 0 });
    try {
        guard.exec('BEGIN EXCLUSIVE');
    }
    catch (error) {
        guard.close();
        throw error;
    }
    return guard;
}
function prepare(db, file, readonly) {
    db.pragma('foreign_keys = ON');
    const version = schemaVersion(db);
    const tables = db.prepare('SELECT count(*) FROM sqlite_master').pluck().get();
    const known = db.pragma('application_id', { simple: true }) === APPLICATION_ID;
    if (tables > 0 && !known)
        throw new BanzhangError('BZ202', '这是一个 SQLite 文件，但不是班长的账本。');
    if (version > SCHEMA_VERSION)
        throw new BanzhangError('BZ201', `账本是第 ${version} 版，本程序只认识到第 ${SCHEMA_VERSION} 版。`, {
            hint: '请升级班长程序；不要用旧程序打开新账本。',
        });
    if (readonly) {
        if (version < SCHEMA_VERSION)
            throw new BanzhangError('BZ202', '账本还是旧版，只读打开时不能升级。', { hint: '请先运行一次 banzhang run。' });
        return;
    }
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    if (file !== ':memory:' && (statSync(file).mode & 0o077) !== 0)
        chmodSync(file, 0o600);
    migrate(db);
}
/** A ledger belongs to one bot and one key. */
function identify(store, file) {
    const key = store.keyed('key', 'check');
    // readers come from outside: they need the key, and are no bot
    const marks = store.db.readonly ? { key } : { bot: store.botId, key };
    for (const [name, mine] of Object.entries(marks)) {
        const kept = store.get('SELECT value FROM meta WHERE key = ?', `ledger.${name}`)?.value;
        if (kept === undefined && !store.db.readonly)
            store.insert('meta', { key: `ledger.${name}`, value: mine });
        if (kept === undefined || kept === mine)
            continue;
        if (name === 'key')
            throw new BanzhangError('BZ205', '密钥与这本账本不符。', {
                place: { file, line: 1, col: 1 },
                hint: '请放回建账本时的密钥文件（或环境变量）。',
            });
        throw new BanzhangError('BZ202', `这本账本属于机器人 ${kept}，不属于 ${store.botId}。`);
    }
}
function placed(error, file) {
    if (!(error instanceof BanzhangError) || error.place || file === ':memory:')
        return error;
    return new BanzhangError(error.code, error.message, {
        place: { file, line: 1, col: 1 },
        cause: error.cause,
        ...(error.hint === null ? {} : { hint: error.hint }),
    });
}
function compose(store, options, close) {
    const texts = new RecentTexts();
    const { purgeInbox, ...inbox } = events(store, options.key);
    return {
        file: options.file,
        botId: options.botId,
        readonly: options.readonly ?? false,
        ...people(store),
        ...identities(store, options.key),
        ...inbox,
        purgeInbox(now) {
            texts.forget(now);
            return purgeInbox(now);
        },
        ...media(store),
        ...ruleSets(store),
        ...decisions(store, texts),
        ...outbox(store),
        ...cases(store),
        ...told(store),
        ...journal(store),
        ...questions(store),
        ...opinions(store),
        ...queries(store),
        applyRetention(now, keep) {
            texts.forget(now);
            return applyRetention(store, now, keep);
        },
        eraseTexts: (person, now) => eraseTexts(store, person, now),
        batch: work => store.transaction(work),
        integrity() {
            const found = store.all('PRAGMA quick_check(20)').map(row => row.quick_check);
            return found.filter(line => line !== 'ok');
        },
        checkpoint() {
            store.all('PRAGMA wal_checkpoint(TRUNCATE)');
        },
        close() {
            if (store.db.open)
                close();
        },
    };
}
//# sourceMappingURL=open.js.map