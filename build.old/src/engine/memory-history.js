import { heeded, RUNNING_AT_MOST } from '../model/notice.js';
import { counted, fits } from './fits.js';
const MOST_RECENT = 200;
/** What one group did lately, in a plain list. For examples and tests. */
export class MemoryHistory {
    #events = [];
    /** Events come in order of time. */
    add(event) {
        this.#events.push(event);
    }
    recent(query, limit = MOST_RECENT) {
        return this.#events
            .filter(event => fits(event, query))
            .reverse()
            .slice(0, Math.min(limit, MOST_RECENT));
    }
    count(query, upTo) {
        return counted(this.#events.toReversed(), query, upTo);
    }
    notice(now) {
        const running = this.#events.flatMap(({ notice }) => (notice && now < notice.until ? [notice] : []));
        return heeded(running.reverse().slice(0, RUNNING_AT_MOST), now);
    }
}
//# sourceMappingURL=memory-history.js.map