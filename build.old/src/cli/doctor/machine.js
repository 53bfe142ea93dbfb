import { lookup } from 'node:dns/promises';
import { rm, stat, statfs, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
/** The machine this process runs on. */
export const machine = {
    node: process.versions.node,
    zone: () => ({
        name: zoneName(),
        offset: -new Date().getTimezoneOffset(),
        tz: process.env.TZ || null,
    }),
    async sqlite() {
        const { default: Database } = await import('better-sqlite3');
        const db = new Database(':memory:');
        try {
            db.exec('CREATE TABLE probe (n INTEGER); INSERT INTO probe VALUES (1)');
            return db.prepare('SELECT sqlite_version() FROM probe').pluck().get();
        }
        finally {
            db.close();
        }
    },
    async file(path) {
        const found = await stat(path).catch((error) => {
            if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
                return null;
            throw error;
        });
        if (found === null)
            return null;
        const unix = process.platform !== 'win32';
        return {
            kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
            mode: unix ? found.mode & 0o777 : null,
            mine: !unix || found.uid === process.getuid?.(),
        };
    },
    async freeBytes(folder) {
        const { bavail, bsize } = await statfs(folder);
        return bavail * bsize;
    },
    async tryWriting(folder) {
        const file = join(folder, `.doctor-${process.pid}`);
        try {
            await writeFile(file, Buffer.alloc(4096), { flag: 'wx', mode: 0o600, flush: true });
            return null;
        }
        catch (error) {
            return error.code ?? String(error);
        }
        finally {
            await rm(file, { force: true }).catch(() => { });
        }
    },
    async reach(host, port, timeout) {
        const began = performance.now();
        const found = await Promise.race([
            lookup(host).then(({ address }) => address, (error) => ({ code: error.code ?? 'UNKNOWN' })),
            after(timeout),
        ]);
        if (found === null)
            return { ok: false, step: 'dns', code: 'ETIMEDOUT' };
        if (typeof found !== 'string')
            return { ok: false, step: 'dns', code: found.code };
        const left = Math.max(1, timeout - (performance.now() - began));
        const code = await open(found, port, left);
        if (code !== null)
            return { ok: false, step: 'tcp', code };
        return { ok: true, address: found, took: Math.round(performance.now() - began) };
    },
};
function zoneName() {
    // undefined for a TZ that the runtime does not know, whatever its type says
    const name = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return name === undefined || name === 'Etc/Unknown' ? null : name;
}
function after(timeout) {
    return new Promise(resolve => {
        setTimeout(() => resolve(null), timeout).unref();
    });
}
/** Null when a connection came about, else the system's error code. */
function open(address, port, timeout) {
    return new Promise(resolve => {
        const socket = connect({ host: address, port, timeout });
        const end = (code) => {
            socket.destroy();
            resolve(code);
        };
        socket.once('connect', () => end(null));
        socket.once('timeout', () => end('ETIMEDOUT'));
        socket.once('error', (error) => end(error.code ?? 'UNKNOWN'));
    });
}
//# sourceMappingURL=machine.js.map