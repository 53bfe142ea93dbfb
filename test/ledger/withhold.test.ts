import { describe, expect, it } from '@jest/globals'
import type { OutboxStore } from '../../src/effects/index.js'
import type { Ledger } from '../../src/ledger/index.js'
import { DAY, HOUR, MINUTE } from '../../src/model/time.js'
import { decide, draft, GROUP, memoryLedger, opening, record, remembered, T0, toPerson } from './support.js'

const by = { by: 'clock', channel: 'clock', at: T0 + MINUTE }
const lines = [toPerson('p1'), toPerson('h1', { kind: 'alert' }), toPerson('h1', { kind: 'reply', topic: 'reply' })]
const states = (actions: { state: string }[]) => actions.map(action => action.state)

function nothingLeaves(ledger: Ledger): void {
  const store: OutboxStore = ledger
  for (const lane of ['chat', 'second'] as const)
    expect([store.dueActions(T0 + HOUR, 10, lane), store.nextDueAt(lane)]).toEqual([[], null])
}

function shadow(ledger: Ledger, eventId: string, more: Parameters<typeof draft>[1] = {}) {
  record(ledger, eventId, null)
  return ledger.commitDecision({
    draft: draft(eventId, more),
    remembered: remembered(eventId),
    excerpt: null,
    now: T0 + 7,
    withhold: true,
  })
}

describe('in shadow mode', () => {
  it('a decision is written whole, and what it owes is withheld from the start', () => {
    const { ledger } = memoryLedger()
    const { actions, openedCase } = shadow(ledger, 'e1', { actions: lines, opens: opening('k') })
    expect(states(actions)).toEqual(['withheld', 'withheld', 'withheld'])
    expect(actions[0]).toMatchObject({ decidedAt: T0, settledAt: T0 + 7, attempts: 0, sentAs: null })
    expect(openedCase?.code).toBe('A1')
    expect(ledger.decision('e1')?.decision.actions).toHaveLength(3)
    expect(ledger.verifyChain()).toEqual({ ok: true, length: 1 })
    nothingLeaves(ledger)
    for (const { id } of actions) {
      expect(ledger.markSending(id, T0)).toBe(false)
      expect(ledger.retry(id, T0, 'again')).toBe(false)
      expect(ledger.settle(id, { state: 'done', now: T0 })).toBe(false)
    }
  })

  it('budgets and cooldowns run as if the lines had left', () => {
    const { ledger } = memoryLedger()
    shadow(ledger, 'e1', { actions: lines })
    expect(ledger.deeds(GROUP).count({ kinds: ['remind'], since: T0, to: 'p1' })).toBe(1)
  })

  it('a second judgement does not owe again what the first withheld', () => {
    const { ledger } = memoryLedger()
    const first = shadow(ledger, 'e1', { actions: lines.slice(0, 1) })
    const second = shadow(ledger, 'e1', { actions: lines.slice(0, 2), supersedes: first.decision.id })
    expect(second.actions.map(action => [action.kind, action.state])).toEqual([['alert', 'withheld']])
    nothingLeaves(ledger)
  })

  it('moves, openings and jobs withhold everything, or everything but replies', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k') } })
    const move = (withhold: boolean | 'but_replies' | undefined, what: string) =>
      ledger.moveCase({
        caseId: 'bz1-c1',
        from: { state: 'open', step: 0 },
        to: {},
        move: { ...by, what },
        actions: lines,
        ...(withhold === undefined ? {} : { withhold }),
      }).actions
    expect(states(move(true, 'repeat'))).toEqual(['withheld', 'withheld', 'withheld'])
    const input = { opening: opening('a'), group: GROUP, decisionId: 'bz1-d000001', move: by, actions: lines }
    expect(states(ledger.openCase({ ...input, withhold: true }).actions)).toEqual(['withheld', 'withheld', 'withheld'])
    expect(states(ledger.addActions('digest:1', lines, T0, { withhold: true }))).toEqual(states(move(true, 'again')))
    nothingLeaves(ledger)
    expect(states(move('but_replies', '1'))).toEqual(['withheld', 'withheld', 'owed'])
    expect(states(move(false, '?'))).toEqual(['owed', 'owed', 'owed'])
    expect(states(move(undefined, '?'))).toEqual(['owed', 'owed', 'owed'])
    expect(states(ledger.openCase({ ...input, withhold: 'but_replies' }).actions)).toEqual([
      'withheld',
      'withheld',
      'owed',
    ])
  })

  it('texts of withheld lines are erased in their time', () => {
    const { ledger } = memoryLedger()
    shadow(ledger, 'e1', { actions: lines.slice(0, 1) })
    const keep = { inbox: 10 * MINUTE, flagged: 30 * DAY, escalated: 180 * DAY }
    expect(ledger.applyRetention(T0 + 30 * DAY + 6, keep).actionTexts).toBe(0)
    expect(ledger.applyRetention(T0 + 30 * DAY + 7, keep).actionTexts).toBe(1)
    expect(ledger.verifyChain().ok).toBe(true)
  })
})
