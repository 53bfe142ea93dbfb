import { Fetcher } from './fetcher.js';
const LIMIT = 512 * 1024;
const AT_ONCE = 8;
const WAITING = 5_000;
const PATIENCE = 5_000;
/** People's pictures, of which nothing but a digest is kept: equal digests are equal pictures. */
export class Portraits {
    fetcher = new Fetcher({ atOnce: AT_ONCE, waiting: WAITING, patience: PATIENCE });
    /** Empty for one that could not be had, or is no picture. Never rejects. */
    async digest(download) {
        const { mime, sha256 } = await this.fetcher.fetch(download, LIMIT);
        return mime?.startsWith('image/') ? (sha256 ?? '') : '';
    }
    close() {
        return this.fetcher.close();
    }
}
//# sourceMappingURL=portraits.js.map