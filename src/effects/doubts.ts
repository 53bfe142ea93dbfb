import type { Action } from '../model/action.js'
import type { Duration, Instant } from '../model/time.js'

interface Doubt {
  action: Action
  since: Instant
}

/**
 * Actions of which nobody knows whether they left, and since when. Silence counts only while the connection is up:
 * the window starts again whenever it comes back.
 */
export class Doubts {
  private readonly open = new Map<string, Doubt>()
  private onlineSince: Instant | null

  constructor(
    private readonly window: Duration,
    onlineSince: Instant | null,
  ) {
    this.onlineSince = onlineSince
  }

  online(at: Instant): void {
    this.onlineSince = at
  }

  offline(): void {
    this.onlineSince = null
  }

  get isOnline(): boolean {
    return this.onlineSince !== null
  }

  add(action: Action, since: Instant): void {
    this.open.set(action.id, { action, since })
  }

  /** @returns whether it was in doubt */
  resolve(id: string): boolean {
    return this.open.delete(id)
  }

  /** those whose echo would have been heard by now */
  overdue(now: Instant): Action[] {
    return [...this.open.values()].filter(doubt => now >= this.endOf(doubt)).map(doubt => doubt.action)
  }

  /** when the next one is overdue; null when none is waited for or nothing can be heard */
  nextEnd(): Instant | null {
    const ends = [...this.open.values()].map(doubt => this.endOf(doubt)).filter(Number.isFinite)
    return ends.length === 0 ? null : Math.min(...ends)
  }

  private endOf(doubt: Doubt): Instant {
    return this.onlineSince === null ? Number.POSITIVE_INFINITY : Math.max(doubt.since, this.onlineSince) + this.window
  }
}
