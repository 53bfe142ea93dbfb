import { describe, expect, it } from '@jest/globals'
import type { ActionDraft } from '../../src/model/action.js'
import { HOUR, MINUTE, SECOND } from '../../src/model/time.js'
import { decide, GROUP, memoryLedger, T0, toPerson } from './support.js'

function withActions(...drafts: ActionDraft[]) {
  const { ledger } = memoryLedger()
  const { actions } = decide(ledger, 'e1', { draft: { actions: drafts } })
  const id = (part: number) => actions.find(action => action.part === part)?.id ?? ''
  return { ledger, id, state: (part: number) => ledger.action(id(part))?.state }
}

describe('dueActions', () => {
  it('gives what is due, P0 first, then oldest', () => {
    const { ledger } = withActions(
      toPerson('late', { notBefore: T0 + MINUTE }),
      toPerson('first'),
      toPerson('second'),
      toPerson('grave', { severity: 'P0', notBefore: T0 + SECOND }),
      toPerson('mild', { severity: 'P1' }),
    )
    const due = (now: number, limit = 10) =>
      ledger.dueActions(now, limit).map(({ target }) => ('person' in target ? target.person : target.group))
    expect(due(T0 - 1)).toEqual([])
    expect(due(T0)).toEqual(['first', 'second', 'mild'])
    expect(due(T0 + MINUTE)).toEqual(['grave', 'first', 'second', 'mild', 'late'])
    expect(due(T0 + MINUTE, 2)).toEqual(['grave', 'first'])
  })

  it('gives what was due at once also when the clock was set back since, and leaves what was to wait', () => {
    const { ledger, id } = withActions(
      toPerson('at once'),
      toPerson('held', { notBefore: T0 + HOUR }),
      toPerson('tried'),
      toPerson('tried before'),
    )
    const due = (now: number) => ledger.dueActions(now, 10).map(({ target }) => 'person' in target && target.person)
    const yesterday = T0 - 24 * HOUR
    for (const part of [2, 3]) ledger.markSending(id(part), T0)
    ledger.retry(id(3), T0 + 10 * MINUTE, 'before the clock was set back')
    ledger.retry(id(2), yesterday + MINUTE, 'after it')
    expect(due(yesterday)).toEqual(['at once', 'tried before'])
    expect(due(yesterday + MINUTE)).toContain('tried')
    expect(due(yesterday + MINUTE)).not.toContain('held')
  })

  it('still gives what is past its time, so that it can be settled as expired', () => {
    const { ledger, id } = withActions(toPerson('p1', { expiresAt: T0 + MINUTE }))
    expect(ledger.dueActions(T0 + HOUR, 10)).toHaveLength(1)
    expect(ledger.settle(id(0), { state: 'expired', now: T0 + HOUR })).toBe(true)
    expect(ledger.dueActions(T0 + HOUR, 10)).toEqual([])
  })

  it('tells when the next one is due', () => {
    const { ledger, id } = withActions(toPerson('p1', { notBefore: T0 + HOUR }), toPerson('p2', { notBefore: T0 + 5 }))
    expect(ledger.nextDueAt()).toBe(T0 + 5)
    ledger.markSending(id(1), T0 + 5)
    expect(ledger.nextDueAt()).toBe(T0 + HOUR)
    ledger.settle(id(0), { state: 'withheld', now: T0 })
    expect(ledger.nextDueAt()).toBeNull()
  })
})

describe('settling', () => {
  it('goes owed, sending, done, and never back', () => {
    const { ledger, id, state } = withActions(toPerson('p1'))
    expect(ledger.markSending(id(0), T0 + 1)).toBe(true)
    expect(ledger.markSending(id(0), T0 + 2)).toBe(false)
    expect(ledger.settle(id(0), { state: 'withdrawn', now: T0 })).toBe(false)
    expect(ledger.settle(id(0), { state: 'done', now: T0 + 3, sentAs: 'm1' })).toBe(true)
    for (const other of ['failed', 'unknown', 'expired', 'withheld'] as const)
      expect(ledger.settle(id(0), { state: other, now: T0 + 9 })).toBe(false)
    expect(ledger.retry(id(0), T0 + 9, 'again')).toBe(false)
    expect(ledger.action(id(0))).toMatchObject({
      state: 'done',
      attempts: 1,
      sentAs: 'm1',
      settledAt: T0 + 3,
      error: null,
    })
    expect(state(0)).toBe('done')
  })

  it('notes a name that the network gave late, once', () => {
    const { ledger, id } = withActions(toPerson('p1'))
    ledger.markSending(id(0), T0)
    ledger.settle(id(0), { state: 'done', now: T0 })
    expect(ledger.settle(id(0), { state: 'done', now: T0, sentAs: 'm1' })).toBe(false)
    ledger.settle(id(0), { state: 'done', now: T0, sentAs: 'm2' })
    expect(ledger.action(id(0))?.sentAs).toBe('m1')
  })

  it('retries later, counting attempts', () => {
    const { ledger, id } = withActions(toPerson('p1'))
    ledger.markSending(id(0), T0)
    expect(ledger.retry(id(0), T0 + MINUTE, '1204')).toBe(true)
    expect(ledger.action(id(0))).toMatchObject({ state: 'owed', notBefore: T0 + MINUTE, error: '1204', attempts: 1 })
    expect(ledger.dueActions(T0, 10)).toEqual([])
    ledger.markSending(id(0), T0 + MINUTE)
    expect(ledger.action(id(0))?.attempts).toBe(2)
  })

  it('gives P0 and recall requests first, however much waits', () => {
    const asked = { ...toPerson('p2'), kind: 'ask_recall' as const, notBefore: T0 + 2 }
    const { ledger, id } = withActions(toPerson('p1'), toPerson('p3'), asked)
    expect(ledger.dueActions(T0 + HOUR, 1).map(action => action.id)).toEqual([id(2)])
    expect(ledger.dueActions(T0 + 1, 3).map(action => action.id)).toEqual([id(0), id(1)])
  })

  it('knows nothing of what was being sent when the process died', () => {
    const { ledger, id } = withActions(toPerson('p1'), toPerson('p2'), toPerson('p3'))
    ledger.markSending(id(0), T0)
    ledger.markSending(id(2), T0)
    expect(ledger.recoverSending(T0 + HOUR).map(action => [action.id, action.state, action.settledAt])).toEqual([
      [id(0), 'unknown', null],
      [id(2), 'unknown', null],
    ])
    expect(ledger.recoverSending(T0 + HOUR)).toEqual([])
    expect(ledger.unknownActions().map(action => action.id)).toEqual([id(0), id(2)])
    expect(ledger.dueActions(T0 + HOUR, 10).map(action => action.id)).toEqual([id(1)])
    expect(ledger.retry(id(0), T0 + HOUR, 'not seen')).toBe(true)
    expect(ledger.settle(id(2), { state: 'failed', now: T0 + HOUR, error: 'not seen' })).toBe(true)
    expect(ledger.unknownActions()).toEqual([])
  })

  it('answers false for an action that does not exist', () => {
    const { ledger } = memoryLedger()
    expect(ledger.settle('bz1-a999999', { state: 'done', now: T0 })).toBe(false)
    expect(ledger.markSending('bz1-a999999', T0)).toBe(false)
    expect(ledger.action('bz1-a999999')).toBeNull()
  })
})

describe('settleByEcho', () => {
  const text = '刚才那条可能不太适合班级群。'
  const echo = (person: string, messageId: string, at = T0 + 2 * SECOND) => ({
    messageId,
    at,
    target: { person },
    text,
  })

  it('settles the unknown action with this target and text', () => {
    const { ledger, id } = withActions(toPerson('p1'), toPerson('p2'))
    for (const part of [0, 1]) ledger.markSending(id(part), T0)
    ledger.recoverSending(T0 + MINUTE)
    expect(ledger.settleByEcho(echo('p3', 'm0'))).toBeNull()
    expect(ledger.settleByEcho({ ...echo('p1', 'm0'), text: '别的话' })).toBeNull()
    expect(ledger.settleByEcho(echo('p2', 'm1'))).toMatchObject({ id: id(1), state: 'done', sentAs: 'm1', error: null })
    expect(ledger.settleByEcho(echo('p2', 'm1'))).toBeNull()
    expect(ledger.unknownActions().map(action => action.id)).toEqual([id(0)])
  })

  it('takes the same line twice for two actions, each echo for one', () => {
    const { ledger, id } = withActions(toPerson('p1'), toPerson('p1', { topic: 'other' }))
    for (const part of [0, 1]) ledger.markSending(id(part), T0)
    ledger.recoverSending(T0)
    expect(ledger.settleByEcho(echo('p1', 'm1'))?.id).toBe(id(0))
    expect(ledger.settleByEcho(echo('p1', 'm2'))?.id).toBe(id(1))
    expect(ledger.settleByEcho(echo('p1', 'm3'))).toBeNull()
  })

  it('takes the line being sent before an identical one in doubt, which may never have left', () => {
    const { ledger, id } = withActions(toPerson('p1'), toPerson('p1', { topic: 'other' }))
    ledger.markSending(id(0), T0)
    ledger.recoverSending(T0)
    ledger.markSending(id(1), T0 + MINUTE)
    expect(ledger.settleByEcho({ ...echo('p1', 'm1'), at: T0 + MINUTE })?.id).toBe(id(1))
    expect(ledger.unknownActions().map(action => action.id)).toEqual([id(0)])
  })

  it('may come before the answer, which then changes nothing', () => {
    const { ledger, id } = withActions(toPerson('p1'))
    ledger.markSending(id(0), T0)
    expect(ledger.settleByEcho(echo('p1', 'm1'))?.state).toBe('done')
    expect(ledger.settle(id(0), { state: 'unknown', now: T0 })).toBe(false)
    expect(ledger.settle(id(0), { state: 'done', now: T0, sentAs: 'm9' })).toBe(false)
    expect(ledger.action(id(0))?.sentAs).toBe('m1')
  })

  it('gives a done action its name, and an echo older than the sending proves nothing', () => {
    const { ledger, id } = withActions(toPerson('p1'), toPerson('p2'))
    for (const part of [0, 1]) ledger.markSending(id(part), T0 + HOUR)
    ledger.settle(id(0), { state: 'done', now: T0 + HOUR })
    expect(ledger.settleByEcho(echo('p1', 'm1', T0 + HOUR))).toMatchObject({ sentAs: 'm1', settledAt: T0 + HOUR })
    expect(ledger.settleByEcho(echo('p2', 'm2', T0))).toBeNull()
  })

  it('hears lines of a group', () => {
    const { ledger, id } = withActions(toPerson('x', { kind: 'collective', target: { group: GROUP } }))
    ledger.markSending(id(0), T0)
    expect(ledger.settleByEcho({ messageId: 'm1', at: T0, target: { group: GROUP }, text: ` ${text}\n` })?.id).toBe(
      id(0),
    )
  })
})

describe('addActions', () => {
  it('owes each part of a cause once', () => {
    const { ledger } = memoryLedger()
    const first = ledger.addActions('digest:2026-11-04', [toPerson('h1', { kind: 'digest' }), toPerson('h2')], T0)
    const again = ledger.addActions('digest:2026-11-04', [toPerson('h1', { text: 'other' })], T0 + 9)
    expect(again).toEqual(first)
    expect(first.map(action => [action.id, action.part, action.decidedAt])).toEqual([
      ['bz1-a000001', 0, T0],
      ['bz1-a000002', 1, T0],
    ])
    expect(ledger.actionsOf('digest:2026-11-05')).toEqual([])
  })

  it('adds nothing to a decision: that is in the hash chain', () => {
    const { ledger } = withActions(toPerson('p1'))
    expect(() => ledger.addActions('bz1-d000001', [toPerson('p2')], T0)).toThrow(/hash chain/)
  })
})

describe('sentCount', () => {
  it('counts what was handed to the network', () => {
    const { ledger, id } = withActions(toPerson('p1'), toPerson('p2', { kind: 'alert' }), toPerson('p3'))
    ledger.markSending(id(0), T0)
    ledger.markSending(id(1), T0 + MINUTE)
    ledger.settle(id(1), { state: 'failed', now: T0 + MINUTE })
    expect(ledger.sentCount({ since: T0 })).toBe(2)
    expect(ledger.sentCount({ since: T0 + 1 })).toBe(1)
    expect(ledger.sentCount({ since: T0, to: 'p1' })).toBe(1)
    expect(ledger.sentCount({ since: T0, kinds: ['alert', 'digest'] })).toBe(1)
  })
})
