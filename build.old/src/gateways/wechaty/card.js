import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
/**
 * The session card: wechaty's memory (live cookies among it) in one file of mode 0600, replaced whole, so that a crash
 * leaves the old one or the new one. A file that cannot be read as JSON counts as none: the next login is by QR code.
 * Has the methods of wechaty's MemoryCard that wechaty and the puppet call.
 */
export class SessionCard {
    name;
    values = {};
    saving = Promise.resolve();
    constructor(path) {
        this.name = path;
    }
    /** wechaty gives the puppet a part of its memory; there is nothing else in it here */
    multiplex() {
        return this;
    }
    async load() {
        await mkdir(dirname(this.name), { recursive: true, mode: 0o700 });
        const text = await readFile(this.name, 'utf8').catch((error) => {
            if (error.code === 'ENOENT')
                return '';
            throw error;
        });
        if (text)
            await chmod(this.name, 0o600);
        this.values = parse(text);
    }
    async get(key) {
        return this.values[key];
    }
    async set(key, value) {
        this.values[key] = value;
    }
    async delete(key) {
        delete this.values[key];
    }
    /** Resolves when nothing is being written any more. */
    async settled() {
        await this.saving.catch(() => { });
    }
    /** One write at a time, the latest state last. */
    save() {
        const text = JSON.stringify(this.values);
        this.saving = this.saving.catch(() => { }).then(() => replaceFile(this.name, text));
        return this.saving;
    }
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return value !== null && typeof value === 'object' && !Array.isArray(value)
            ? value
            : {};
    }
    catch {
        return {};
    }
}
async function replaceFile(path, text) {
    const fresh = `${path}.new`;
    await writeFile(fresh, text, { mode: 0o600, flush: true });
    await chmod(fresh, 0o600);
    await rename(fresh, path);
}
//# sourceMappingURL=card.js.map