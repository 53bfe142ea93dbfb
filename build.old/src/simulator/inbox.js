const FIRST = 700_000_000;
/**
 * What waits for one session, in order. The client says up to where it has read (its sync key); an old key gives
 * the same entries again, as long as they are retained.
 */
export class Inbox {
    retained;
    entries = [];
    last = FIRST;
    read = FIRST;
    constructor(retained) {
        this.retained = retained;
    }
    push(message, contacts = []) {
        this.last += 1;
        this.entries.push({ seq: this.last, message, contacts });
    }
    /** how far the session has ever read: the sync key of webwxinit */
    get position() {
        return this.read;
    }
    waiting(from = this.read) {
        return this.last > from;
    }
    take(from, limit) {
        const found = this.entries.slice(this.indexAfter(from)).slice(0, limit);
        const upTo = found.at(-1)?.seq ?? Math.min(from, this.last);
        this.read = Math.max(this.read, upTo);
        this.forget();
        return {
            messages: found.flatMap(entry => entry.message ?? []),
            contacts: found.flatMap(entry => entry.contacts),
            upTo,
            more: this.last > upTo,
        };
    }
    /** Drops what was read long ago; what nobody has read yet is kept however much it is. */
    forget() {
        const read = this.indexAfter(this.read);
        if (read > 2 * this.retained)
            this.entries.splice(0, read - this.retained);
    }
    indexAfter(seq) {
        const first = this.entries[0]?.seq ?? this.last + 1;
        return Math.min(Math.max(0, seq - first + 1), this.entries.length);
    }
}
//# sourceMappingURL=inbox.js.map