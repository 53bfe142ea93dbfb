import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, linkSync, lstatSync, openSync, readFileSync, unlinkSync, writeSync, } from 'node:fs';
import { BanzhangError } from '../model/errors.js';
import { translate } from './store.js';
export const KEY_BYTES = 32;
/**
 * The 32 bytes that seal the inbox: from the environment (64 hex digits or base64) where given, else from the
 * key file, which is made with mode 0600 when it is absent. Never stored in the ledger.
 */
export function loadOrCreateKey(source) {
    if (source.env !== undefined && source.env.trim() !== '')
        return parseKey(source.env.trim());
    try {
        createKeyFile(source.file);
        return readKeyFile(source.file);
    }
    catch (error) {
        throw translate(error);
    }
}
/** The same for whoever only reads: a missing key file is an error (BZ205), never made anew. */
export function loadKey(source) {
    const given = source.env !== undefined && source.env.trim() !== '';
    if (!given && !lstatSync(source.file, { throwIfNoEntry: false })) {
        throw new BanzhangError('BZ205', '找不到建账本时的密钥文件。', {
            place: { file: source.file, line: 1, col: 1 },
            hint: '请放回密钥文件，或用环境变量给出密钥。',
        });
    }
    return loadOrCreateKey(source);
}
function parseKey(text) {
    const hex = /^[0-9a-f]{64}$/i.test(text);
    const key = Buffer.from(text, hex ? 'hex' : 'base64');
    if (!hex && !(/^[\w+/-]{43}=?$/.test(text) && key.length === KEY_BYTES))
        throw new BanzhangError('BZ205', '环境变量里的密钥不是 32 个字节。', {
            hint: '应为 64 个十六进制数字，或 32 字节的 base64。',
        });
    return key;
}
/** Whole or not at all: written beside, then linked to its name unless somebody else's is there already. */
function createKeyFile(file) {
    if (lstatSync(file, { throwIfNoEntry: false }))
        return;
    const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
    const fd = openSync(draft, 'wx', 0o600);
    try {
        writeSync(fd, randomBytes(KEY_BYTES));
        fsyncSync(fd);
    }
    finally {
        closeSync(fd);
    }
    try {
        chmodSync(draft, 0o600);
        linkSync(draft, file);
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
    }
    finally {
        unlinkSync(draft);
    }
}
function readKeyFile(file) {
    const stat = lstatSync(file);
    const place = { file, line: 1, col: 1 };
    if (!stat.isFile())
        throw new BanzhangError('BZ205', '密钥文件不是普通文件。', { place });
    if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0)
        throw new BanzhangError('BZ205', '密钥文件对其他用户可读。', { place, hint: `请执行 chmod 600 ${file}` });
    const key = readFileSync(file);
    if (key.length !== KEY_BYTES)
        throw new BanzhangError('BZ205', `密钥文件应正好是 ${KEY_BYTES} 个字节，实际是 ${key.length} 个。`, {
            place,
            hint: '请从备份恢复密钥；丢失的密钥只影响最近十分钟的原文和账本的签名。',
        });
    return key;
}
//# sourceMappingURL=keys.js.map