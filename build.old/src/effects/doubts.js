/**
 * Actions of which nobody knows whether they left, and since when. Silence counts only while the connection is up:
 * the window starts again whenever it comes back.
 */
export class Doubts {
    window;
    open = new Map();
    onlineSince;
    constructor(window, onlineSince) {
        this.window = window;
        this.onlineSince = onlineSince;
    }
    online(at) {
        this.onlineSince = at;
    }
    offline() {
        this.onlineSince = null;
    }
    get isOnline() {
        return this.onlineSince !== null;
    }
    add(action, since) {
        this.open.set(action.id, { action, since });
    }
    /** @returns whether it was in doubt */
    resolve(id) {
        return this.open.delete(id);
    }
    /** those whose echo would have been heard by now */
    overdue(now) {
        return [...this.open.values()].filter(doubt => now >= this.endOf(doubt)).map(doubt => doubt.action);
    }
    /** when the next one is overdue; null when none is waited for or nothing can be heard */
    nextEnd() {
        const ends = [...this.open.values()].map(doubt => this.endOf(doubt)).filter(Number.isFinite);
        return ends.length === 0 ? null : Math.min(...ends);
    }
    endOf(doubt) {
        return this.onlineSince === null ? Number.POSITIVE_INFINITY : Math.max(doubt.since, this.onlineSince) + this.window;
    }
}
//# sourceMappingURL=doubts.js.map