import { DEFAULT_LIMITS } from '../../../model/media.js';
import { Fetcher } from './fetcher.js';
const AT_ONCE = 3;
/** more media than this that nobody has fetched yet, and the newest are given up */
const WAITING = 1_000;
const PATIENCE = 30_000;
/** Brings the media of messages that were told, beside everything else, and tells what became of them. */
export class MediaPost {
    listener;
    limits;
    failed;
    fetcher = new Fetcher({ atOnce: AT_ONCE, waiting: WAITING, patience: PATIENCE });
    underWay = new Set();
    constructor(listener, limits = DEFAULT_LIMITS, 
    /** the listener failed */
    failed) {
        this.listener = listener;
        this.limits = limits;
        this.failed = failed;
    }
    bring(event, kind, download) {
        if (!this.listener.media || this.limits[kind] <= 0)
            return;
        const work = this.carry(event, kind, download).catch(this.failed);
        this.underWay.add(work);
        void work.then(() => this.underWay.delete(work));
    }
    /** What is under way is told to have failed; resolves when all is told. */
    async close() {
        await this.fetcher.close();
        await Promise.all(this.underWay);
    }
    async carry({ id, group, body }, kind, download) {
        const fetched = await this.fetcher.fetch(download, this.limits[kind]);
        const filename = body.kind === 'message' ? body.message.filename : undefined;
        await this.listener.media?.({ event: id, group, kind, ...(filename && { filename }), ...fetched });
    }
}
//# sourceMappingURL=post.js.map