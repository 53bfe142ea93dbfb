import { DAY, type Duration, type Instant, MINUTE } from '../model/time.js'

/** How fast the bot may speak. */
export interface Pacing {
  /** tokens of the bucket, refilled evenly; at least 1 */
  perMinute: number
  /** at most so many in any 24 hours; at least 1 */
  perDay: number
  /** at most so long a pause after each line, at random */
  jitter: Duration
}

/** Counts what was sent since an instant; from the ledger, so that a restart does not refill the budget. */
export type SentSince = (since: Instant) => number

/** Says when the next line may leave. Holds no queue and no timer. */
export class Pacer {
  private tokens: number | null = null
  private refilledAt: Instant = 0
  private pauseUntil: Instant = 0

  constructor(
    private readonly pacing: Pacing,
    private readonly random: () => number,
    private readonly sentSince: SentSince,
  ) {}

  /** The earliest instant at which one more line may leave; `now` when it may at once. */
  readyAt(now: Instant): Instant {
    const missing = 1 - this.refill(now)
    const refilled = missing > 1e-9 ? now + Math.ceil((missing * MINUTE) / this.pacing.perMinute) : now
    const rested = Math.min(this.pauseUntil, now + this.pacing.jitter)
    // nobody knows when the oldest line of the day falls out of it: look again after a line's share of the day
    const allowed = this.sentSince(now - DAY) < this.pacing.perDay ? now : now + Math.ceil(DAY / this.pacing.perDay)
    return Math.max(now, refilled, rested, allowed)
  }

  /** One line has left. */
  spend(now: Instant): void {
    this.tokens = Math.max(0, this.refill(now) - 1)
    this.pauseUntil = now + Math.floor(this.random() * this.pacing.jitter)
  }

  private refill(now: Instant): number {
    const { perMinute } = this.pacing
    if (this.tokens === null) this.tokens = Math.max(0, perMinute - this.sentSince(now - MINUTE))
    else this.tokens = Math.min(perMinute, this.tokens + (Math.max(0, now - this.refilledAt) * perMinute) / MINUTE)
    this.refilledAt = now
    return this.tokens
  }
}
