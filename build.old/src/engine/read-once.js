import { MINUTE } from '../model/time.js';
import { counted } from './fits.js';
/** What signals look back at most, mostly; a longer or older look is a query of its own. */
const LATEST = 16;
const LATEST_TIME = 20 * MINUTE;
/**
 * The history of one event, each question put to it once: many rules ask the same, and what was before an event does not
 * change while it is judged. The latest lines, which nearly all of them look at, are read together.
 */
export function readOnce(history, at) {
    return new ReadOnce(history, at);
}
class ReadOnce {
    #history;
    #latestSince;
    #latest;
    // most events ask for nothing more
    #recent;
    #counts;
    #notices;
    constructor(history, at) {
        this.#history = history;
        this.#latestSince = at - LATEST_TIME;
    }
    recent(query, limit) {
        if (limit !== undefined && limit <= LATEST && query.since >= this.#latestSince && isOfAll(query)) {
            const latest = this.#read();
            const older = latest.findIndex(line => line.at < query.since);
            return older < 0 && latest.length <= limit ? latest : latest.slice(0, older < 0 ? limit : Math.min(limit, older));
        }
        return kept((this.#recent ??= new Map()), keyOf(query, limit), () => this.#history.recent(query, limit));
    }
    count(query, upTo) {
        // where all that counts has been read there is nothing left to ask
        if (query.since >= this.#latestSince) {
            const latest = this.#read();
            if (latest.length < LATEST || latest.at(-1).at < query.since)
                return counted(latest, query, upTo);
        }
        return kept((this.#counts ??= new Map()), keyOf(query, upTo), () => this.#history.count(query, upTo));
    }
    #read() {
        return (this.#latest ??= this.#history.recent({ since: this.#latestSince }, LATEST));
    }
    notice(now) {
        return kept((this.#notices ??= new Map()), now, () => this.#history.notice(now));
    }
}
function isOfAll(query) {
    for (const key in query)
        if (key !== 'since' && query[key] !== undefined)
            return false;
    return true;
}
function keyOf(query, limit) {
    const { since, member, kinds, digest, topic, category, respond, severity } = query;
    return `${since}\t${member}\t${kinds}\t${digest}\t${topic}\t${category}\t${respond}\t${severity}\t${limit}`;
}
function kept(known, key, read) {
    let value = known.get(key);
    if (value === undefined)
        known.set(key, (value = read()));
    return value;
}
//# sourceMappingURL=read-once.js.map