import { createHash } from 'node:crypto';
import { sniff } from '../../../media/index.js';
import { Elsewhere, Gone, TooBig } from './download.js';
const TRIES = 2;
/** milliseconds before the second try */
const PAUSE = 1_000;
/** Downloads, a few at once, each bounded in size and time. What it is told to bring never rejects: the state tells. */
export class Fetcher {
    options;
    closing = new AbortController();
    queue = [];
    free;
    running = new Set();
    constructor(options) {
        this.options = options;
        this.free = options.atOnce;
    }
    async fetch(download, limit) {
        if (limit <= 0)
            return nothing('too_big');
        if (!(await this.turn()))
            return nothing('failed');
        const work = this.bring(download, limit);
        this.running.add(work);
        try {
            return await work;
        }
        finally {
            this.running.delete(work);
            this.pass();
        }
    }
    /** Ends what runs and what waits; resolves when nothing does any more. */
    async close() {
        this.closing.abort();
        for (const go of this.queue.splice(0))
            go(false);
        await Promise.all(this.running);
    }
    async turn() {
        if (this.closing.signal.aborted)
            return false;
        if (this.free > 0) {
            this.free--;
            return true;
        }
        if (this.queue.length >= this.options.waiting)
            return false;
        return new Promise(resolve => this.queue.push(resolve));
    }
    /** The turn goes to whoever waits longest. */
    pass() {
        const next = this.queue.shift();
        if (next)
            next(true);
        else
            this.free++;
    }
    async bring(download, limit) {
        const signal = AbortSignal.any([this.closing.signal, AbortSignal.timeout(this.options.patience)]);
        for (let tries = 1;; tries++) {
            try {
                const content = await orAborted(download(limit, signal), signal);
                return content.length === 0 ? nothing('empty') : whole(content);
            }
            catch (error) {
                const state = stateOf(error);
                const again = state === 'failed' && !(error instanceof Elsewhere) && tries < TRIES;
                if (!again || signal.aborted)
                    return nothing(state);
                await orAborted(new Promise(resolve => setTimeout(resolve, PAUSE)), signal).catch(() => { });
                if (signal.aborted)
                    return nothing(state);
            }
        }
    }
}
function whole(content) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { state: 'whole', bytes: content.length, mime: sniff(content), sha256, content };
}
function nothing(state) {
    return { state, bytes: 0, mime: null, sha256: null, content: null };
}
function stateOf(error) {
    if (error instanceof TooBig)
        return 'too_big';
    return error instanceof Gone ? 'expired' : 'failed';
}
/** A download that does not heed the signal is left behind. */
async function orAborted(work, signal) {
    let abort = () => { };
    const aborted = new Promise((_, reject) => {
        abort = () => reject(signal.reason);
        signal.addEventListener('abort', abort, { once: true });
    });
    if (signal.aborted)
        abort();
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        signal.removeEventListener('abort', abort);
        work.catch(() => { });
    }
}
//# sourceMappingURL=fetcher.js.map