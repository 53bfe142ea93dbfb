import { DAY, MINUTE } from '../model/time.js';
/** Says when the next line may leave. Holds no queue and no timer. */
export class Pacer {
    pacing;
    random;
    sentSince;
    tokens = null;
    refilledAt = 0;
    pauseUntil = 0;
    constructor(pacing, random, sentSince) {
        this.pacing = pacing;
        this.random = random;
        this.sentSince = sentSince;
    }
    /** The earliest instant at which one more line may leave; `now` when it may at once. */
    readyAt(now) {
        const missing = 1 - this.refill(now);
        const refilled = missing > 1e-9 ? now + Math.ceil((missing * MINUTE) / this.pacing.perMinute) : now;
        const rested = Math.min(this.pauseUntil, now + this.pacing.jitter);
        // nobody knows when the oldest line of the day falls out of it: look again after a line's share of the day
        const allowed = this.sentSince(now - DAY) < this.pacing.perDay ? now : now + Math.ceil(DAY / this.pacing.perDay);
        return Math.max(now, refilled, rested, allowed);
    }
    /** One line has left. */
    spend(now) {
        this.tokens = Math.max(0, this.refill(now) - 1);
        this.pauseUntil = now + Math.floor(this.random() * this.pacing.jitter);
    }
    refill(now) {
        const { perMinute } = this.pacing;
        if (this.tokens === null)
            this.tokens = Math.max(0, perMinute - this.sentSince(now - MINUTE));
        else
            this.tokens = Math.min(perMinute, this.tokens + (Math.max(0, now - this.refilledAt) * perMinute) / MINUTE);
        this.refilledAt = now;
        return this.tokens;
    }
}
//# sourceMappingURL=pacing.js.map