import type { Echo, OutboxStore, Settlement } from '../../src/effects/index.js'
import { type Action, type Lane, laneOf, type Target } from '../../src/model/action.js'
import type { Instant } from '../../src/model/time.js'

/** The ledger's outbox in memory; what it holds survives a worker, as a disk would. */
export class FakeStore implements OutboxStore {
  readonly actions = new Map<string, Action>()
  /** instants at which something was handed to the network */
  readonly handed: { at: Instant; lane: Lane }[] = []
  private readonly turns = new Map<string, number>()

  owe(parts: Partial<Action> & { target: Target }): Action {
    const n = this.actions.size + 1
    const action: Action = {
      id: `bot-a${n}`,
      cause: `bot-d${n}`,
      part: 0,
      decidedAt: 0,
      kind: 'person' in parts.target ? 'remind' : 'collective',
      recipient: null,
      text: `第 ${n} 句`,
      topic: null,
      category: null,
      severity: null,
      notBefore: 0,
      expiresAt: Number.MAX_SAFE_INTEGER,
      state: 'owed',
      attempts: 0,
      sentAs: null,
      settledAt: null,
      error: null,
      ...parts,
    }
    this.actions.set(action.id, action)
    return action
  }

  get(id: string): Action {
    const action = this.actions.get(id)
    if (!action) throw new Error(`no action ${id}`)
    return action
  }

  states(): Record<string, number> {
    const counts: Record<string, number> = {}
    for (const { state } of this.actions.values()) counts[state] = (counts[state] ?? 0) + 1
    return counts
  }

  dueActions(now: Instant, limit: number, lane: Lane): Action[] {
    return this.in('owed')
      .filter(action => action.notBefore <= now && laneOf(action.kind) === lane)
      .sort((a, b) => Number(b.severity === 'P0') - Number(a.severity === 'P0') || a.notBefore - b.notBefore)
      .slice(0, limit)
      .map(action => ({ ...action }))
  }

  nextDueAt(lane: Lane): Instant | null {
    const owed = this.in('owed')
      .filter(({ kind }) => laneOf(kind) === lane)
      .map(action => action.notBefore)
    return owed.length === 0 ? null : Math.min(...owed)
  }

  markSending(id: string, now: Instant): boolean {
    const action = this.get(id)
    if (action.state !== 'owed') return false
    this.handed.push({ at: now, lane: laneOf(action.kind) })
    this.turns.set(id, this.handed.length)
    Object.assign(action, { state: 'sending', attempts: action.attempts + 1 })
    return true
  }

  settle(id: string, { state, now, sentAs, error }: Settlement): boolean {
    const action = this.get(id)
    if (!['owed', 'sending', 'unknown'].includes(action.state)) {
      action.sentAs ??= sentAs ?? null
      return false
    }
    Object.assign(action, { state, settledAt: now, sentAs: sentAs ?? null, error: error ?? null })
    return true
  }

  retry(id: string, notBefore: Instant, error: string): boolean {
    const action = this.get(id)
    if (action.state !== 'sending' && action.state !== 'unknown') return false
    Object.assign(action, { state: 'owed', notBefore, error })
    return true
  }

  recoverSending(now: Instant): Action[] {
    return this.in('sending').map(action => Object.assign(action, { state: 'unknown', settledAt: now }))
  }

  unknownActions(): Action[] {
    return this.in('unknown').map(action => ({ ...action }))
  }

  settleByEcho({ messageId, at, target, text }: Echo): Action | null {
    if ([...this.actions.values()].some(action => action.sentAs === messageId)) return null
    const fits = (action: Action): boolean =>
      laneOf(action.kind) === 'chat' &&
      action.text === text &&
      ('person' in target
        ? 'person' in action.target && action.target.person === target.person
        : !('person' in action.target) && action.target.group === target.group)
    const inOrder = this.in('unknown').sort((a, b) => this.turnOf(a) - this.turnOf(b))
    const action = this.in('sending').find(fits) ?? inOrder.find(fits)
    return action ? { ...Object.assign(action, { state: 'done', sentAs: messageId, settledAt: at }) } : null
  }

  sentCount({ since, lane }: { since: Instant; lane: Lane }): number {
    return this.handed.filter(one => one.at >= since && one.lane === lane).length
  }

  private turnOf(action: Action): number {
    return this.turns.get(action.id) ?? 0
  }

  private in(state: Action['state']): Action[] {
    return [...this.actions.values()].filter(action => action.state === state)
  }
}
