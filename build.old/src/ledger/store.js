import { createHash, createHmac } from 'node:crypto';
import Database from 'better-sqlite3';
import { BanzhangError } from '../model/errors.js';
/** One open SQLite file: prepared statements kept by their text, errors of the disk in the user's words. */
export class Store {
    db;
    botId;
    key;
    statements = new Map();
    constructor(db, botId, key) {
        this.db = db;
        this.botId = botId;
        this.key = key;
    }
    get(sql, ...values) {
        return this.guard(() => this.prepare(sql).get(...values));
    }
    all(sql, ...values) {
        return this.guard(() => this.prepare(sql).all(...values));
    }
    /** Number of rows changed, by triggers not counted. */
    run(sql, ...values) {
        return this.guard(() => this.prepare(sql).run(...values).changes);
    }
    /** Inserts one row; table, columns and conflict clause are code, never input. */
    insert(table, row, conflict = '') {
        const columns = Object.keys(row);
        const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ${conflict}`;
        return this.run(sql, ...Object.values(row));
    }
    /** Everything in `work` or nothing; nests. */
    transaction(work) {
        if (this.db.inTransaction)
            return work();
        return this.guard(() => this.db.transaction(work).immediate());
    }
    /** Reads in `work` see one state of the ledger, whatever the bot writes meanwhile. */
    snapshot(work) {
        if (this.db.inTransaction)
            return work();
        return this.guard(() => this.db.transaction(work).deferred());
    }
    /** The next number of a table whose rows are never deleted. */
    nextNumber(table, column = 'n') {
        return this.get(`SELECT coalesce(max(${column}), 0) + 1 AS next FROM ${table}`)?.next ?? 1;
    }
    /** Keyed digest: without the key nobody can try out what was digested. */
    keyed(purpose, text) {
        return createHmac('sha256', this.key).update(`${purpose}\0${text}`).digest('base64url');
    }
    prepare(sql) {
        let statement = this.statements.get(sql);
        if (!statement) {
            statement = this.db.prepare(sql);
            this.statements.set(sql, statement);
        }
        return statement;
    }
    guard(work) {
        try {
            return work();
        }
        catch (error) {
            throw translate(error);
        }
    }
}
/** `column op ?` for every value given. */
export function conditions(given) {
    const used = given.filter((pair) => pair[1] !== undefined);
    return [['true', ...used.map(([term]) => term)].join(' AND '), used.map(([, value]) => value)];
}
export function sha256(...parts) {
    const hash = createHash('sha256');
    for (const part of parts)
        hash.update(part);
    return hash.digest('hex');
}
/** SQLite's result codes in the user's words; anything else stays what it is. */
export function translate(error) {
    const code = error?.code;
    if (error instanceof BanzhangError || typeof code !== 'string')
        return error;
    if (code === 'SQLITE_FULL' || code === 'ENOSPC')
        return new BanzhangError('BZ206', '磁盘已满，账本写不进去，本次操作没有留下半截记录。', {
            hint: '请清理磁盘空间，机器人会接着处理。',
            cause: error,
        });
    if (code.startsWith('SQLITE_READONLY') || ['EACCES', 'EROFS', 'EPERM'].includes(code))
        return new BanzhangError('BZ203', '账本文件或它所在的文件夹不可写。', {
            hint: '请检查文件夹的权限，以及磁盘是否被挂载为只读。',
            cause: error,
        });
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
        return new BanzhangError('BZ207', '账本正被另一个进程占用。', {
            hint: '同一个账本只能由一个班长进程写入；请先停掉另一个进程。',
            cause: error,
        });
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
        return new BanzhangError('BZ202', '账本文件已损坏，或不是账本文件。', {
            hint: '请不要删除它；另存一份后从备份恢复，或换一个数据文件夹重新开始。',
            cause: error,
        });
    if (code.startsWith('SQLITE_CANTOPEN') ||
        code.startsWith('SQLITE_IOERR') ||
        ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(code))
        return new BanzhangError('BZ202', '账本文件无法打开或读写。', {
            hint: '请检查路径是否存在、磁盘是否正常。',
            cause: error,
        });
    return error;
}
//# sourceMappingURL=store.js.map