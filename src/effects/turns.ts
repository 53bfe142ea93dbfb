import type { Action } from '../model/action.js'
import type { Instant } from '../model/time.js'
import type { Pacer } from './pacing.js'

/** Whose turn it is: an action that may leave now, or when the next one may, or neither. */
export type Turn = { action: Action } | { at: Instant } | null

/**
 * The urgent first, then as they were decided for each target, as fast as pacing allows. P0, recalls and recall requests
 * never wait.
 */
export class Turns {
  /** targets whose oldest action waits for another try: what comes after waits with it */
  private readonly held = new Map<string, Instant>()

  constructor(private readonly pacer: Pacer) {}

  /** @param due owed and due, not expired; in the store's order */
  next(due: readonly Action[], now: Instant): Turn {
    let earliest: Instant | null = null
    for (const action of inOrder(due)) {
      const at = this.readyAt(action, now)
      if (at <= now) return { action }
      earliest = Math.min(earliest ?? at, at)
    }
    return earliest === null ? null : { at: earliest }
  }

  /** This one left, or may have left. */
  spent(action: Action, now: Instant): void {
    this.release(action)
    if (!takesBack(action)) this.pacer.spend(now)
  }

  /** This one is tried again then. */
  hold(action: Action, until: Instant): void {
    if (!urgent(action)) this.held.set(targetOf(action), until)
  }

  /** This one will not be tried again. */
  release(action: Action): void {
    if (!urgent(action)) this.held.delete(targetOf(action))
  }

  private readyAt(action: Action, now: Instant): Instant {
    if (urgent(action)) return now
    return Math.max(this.held.get(targetOf(action)) ?? now, this.pacer.readyAt(now))
  }
}

/** What must not wait for its turn: an emergency, and what is of use for two minutes only. */
function urgent(action: Action): boolean {
  return action.severity === 'P0' || takesBack(action) || action.kind === 'ask_recall'
}

/** Says nothing to anybody, and may be asked for twice. */
export function takesBack({ kind }: Action): boolean {
  return kind === 'recall_own' || kind === 'recall_other'
}

/** The store's own order where two were decided at once. */
function inOrder(actions: readonly Action[]): Action[] {
  return actions.toSorted((a, b) => Number(urgent(b)) - Number(urgent(a)) || a.decidedAt - b.decidedAt)
}

function targetOf({ target }: Action): string {
  return 'person' in target ? `person ${target.person}` : `group ${target.group}`
}
