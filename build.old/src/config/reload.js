import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SECOND } from '../model/time.js';
import { fileProblem, hashSources } from './source.js';
export const systemTimers = {
    set: (then, after) => setTimeout(then, after).unref(),
    clear: timer => clearTimeout(timer),
};
/**
 * Keeps a rule set fresh. A new one replaces the old only when `load` has passed all of it, examples included.
 * Loads never overlap; a change during one is followed by another.
 */
export function watchRuleSet(dir, options) {
    const { load, onLoaded, onRejected, timers = systemTimers, debounce = SECOND / 2 } = options;
    const watch = options.watch ?? pollFolder({ every: SECOND, timers });
    let current = options.current.hash;
    let rejected = null;
    let timer = null;
    let loading = false;
    let again = false;
    let closed = false;
    const schedule = () => {
        if (closed)
            return;
        if (timer !== null)
            timers.clear(timer);
        timer = timers.set(() => void reload(), debounce);
    };
    const reload = async () => {
        timer = null;
        if (loading) {
            again = true;
            return;
        }
        loading = true;
        const result = await load(dir).catch(unexpected);
        loading = false;
        if (closed)
            return;
        settle(result);
        if (again) {
            again = false;
            schedule();
        }
    };
    const settle = (result) => {
        if (result.ok) {
            rejected = null;
            if (result.ruleSet.hash === current)
                return;
            current = result.ruleSet.hash;
            onLoaded(result.ruleSet);
            return;
        }
        const state = stateOf(result);
        if (state === rejected)
            return;
        rejected = state;
        onRejected(result.diagnostics, result.sources);
    };
    const watcher = watch(dir, schedule);
    // What changed between the first load and the first look would never be noticed.
    schedule();
    return {
        close() {
            closed = true;
            watcher.close();
            if (timer !== null)
                timers.clear(timer);
        },
    };
}
/** A load that throws is a fault of the program, and still no reason to stop moderating. */
function unexpected(error) {
    const diagnostic = fileProblem('.', 'BZ114', `读取规则时出错：${error.message}`, null);
    return { ok: false, diagnostics: [diagnostic], sources: new Map() };
}
function stateOf({ diagnostics, sources }) {
    return `${hashSources(sources)} ${JSON.stringify(diagnostics)}`;
}
/**
 * A watcher that compares names, sizes and times now and then. A rules folder holds some dozens of files: that costs
 * nothing, and unlike kernel events it is right about editors that replace files, folders that vanish and come back,
 * mounted volumes and network drives.
 */
export function pollFolder({ every, timers }) {
    return (dir, onChange) => {
        let last = null;
        let timer = null;
        let closed = false;
        const look = async () => {
            const now = await fingerprint(dir);
            if (closed)
                return;
            if (last !== null && now !== last)
                onChange();
            last = now;
            timer = timers.set(() => void look(), every);
        };
        void look();
        return {
            close() {
                closed = true;
                if (timer !== null)
                    timers.clear(timer);
            },
        };
    };
}
/** Changes when a file under `dir` is written, replaced, added or removed. What cannot be read counts as absent. */
export async function fingerprint(dir) {
    const hash = createHash('sha256');
    const names = await readdir(dir, { recursive: true }).catch(() => []);
    for (const name of names.filter(other => /\.ya?ml$/i.test(other)).sort()) {
        const info = await stat(join(dir, name)).catch(() => null);
        hash.update(`${name}\n${info ? `${info.ino} ${info.size} ${info.mtimeMs}` : ''}\n`);
    }
    return hash.digest('hex');
}
//# sourceMappingURL=reload.js.map