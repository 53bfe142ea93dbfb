import { describe, expect, it } from '@jest/globals'
import { DAY, MINUTE } from '../../src/model/time.js'
import { decide, memoryLedger, opening, record, T0, toPerson } from './support.js'

const KEEP = { inbox: 10 * MINUTE, flagged: 30 * DAY, escalated: 180 * DAY }
const NOTHING = { inbox: 0, excerpts: 0, actionTexts: 0, summaries: 0 }

describe('retention', () => {
  it('erases each class at its time, not a moment before, and only once', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'asked', { draft: { respond: 'allow' }, remembered: { question: true }, excerpt: '几点集合' })
    decide(ledger, 'flagged', { excerpt: '加我 ***' })
    decide(ledger, 'grave', { draft: { respond: 'escalate', severity: 'P1' }, excerpt: '收费 ***' })
    expect(ledger.applyRetention(T0 + 30 * DAY - 1, KEEP)).toEqual(NOTHING)
    expect(ledger.applyRetention(T0 + 30 * DAY, KEEP)).toEqual({ ...NOTHING, excerpts: 2 })
    expect(ledger.applyRetention(T0 + 30 * DAY, KEEP)).toEqual(NOTHING)
    expect(ledger.decision('grave')?.excerpt).toBe('收费 ***')
    expect(ledger.applyRetention(T0 + 180 * DAY - 1, KEEP)).toEqual(NOTHING)
    expect(ledger.applyRetention(T0 + 180 * DAY, KEEP)).toEqual({ ...NOTHING, excerpts: 1 })
    expect(ledger.decisions({ limit: 10 }).map(line => line.excerpt)).toEqual([null, null, null])
    expect(ledger.verifyChain().ok).toBe(true)
  })

  it('keeps what belongs to an open case until it closes', () => {
    const { ledger } = memoryLedger()
    const { actions } = decide(ledger, 'e1', {
      draft: { respond: 'escalate', opens: opening('k'), actions: [toPerson('h1', { kind: 'alert', severity: 'P2' })] },
      excerpt: '收费 ***',
    })
    ledger.settle(actions[0]?.id ?? '', { state: 'done', now: T0 })
    expect(ledger.applyRetention(T0 + 400 * DAY, KEEP)).toEqual(NOTHING)
    ledger.moveCase({
      caseId: 'bz1-c1',
      from: { state: 'open', step: 0 },
      to: { state: 'closed', closedAt: T0 + 400 * DAY, closedBy: 'h1' },
      move: { by: 'h1', channel: 'wechat', what: '1', at: T0 + 400 * DAY },
      actions: [],
    })
    expect(ledger.applyRetention(T0 + 400 * DAY, KEEP)).toEqual({ ...NOTHING, excerpts: 1, actionTexts: 1 })
    expect(ledger.case('bz1-c1')?.summary).toBe('有人在群里收费')
    expect(ledger.applyRetention(T0 + 580 * DAY, KEEP)).toEqual({ ...NOTHING, summaries: 1 })
    expect(ledger.case('bz1-c1')?.summary).toBe('')
  })

  it('empties texts of settled actions, never of those still owed or of unknown outcome', () => {
    const { ledger } = memoryLedger()
    const { actions } = decide(ledger, 'e1', { draft: { actions: ['p1', 'p2', 'p3'].map(to => toPerson(to)) } })
    const [first, second] = actions.map(action => action.id)
    ledger.settle(first ?? '', { state: 'done', now: T0 })
    ledger.markSending(second ?? '', T0)
    ledger.recoverSending(T0)
    expect(ledger.applyRetention(T0 + 31 * DAY, KEEP)).toEqual({ ...NOTHING, actionTexts: 1 })
    expect(ledger.actionsOf('bz1-d000001').map(action => action.text === '')).toEqual([true, false, false])
    expect(ledger.verifyChain().ok).toBe(true)
  })

  it('empties the inbox, sooner where the school says so, never later', () => {
    const { ledger } = memoryLedger()
    record(ledger, 'e1', null, { text: '一' })
    record(ledger, 'e2', null, { text: '二', at: T0 + 4 * MINUTE })
    expect(ledger.applyRetention(T0 + 5 * MINUTE, { ...KEEP, inbox: 5 * MINUTE }).inbox).toBe(1)
    expect(ledger.inboxText('e2', T0 + 5 * MINUTE, 'x')).toBe('二')
    expect(ledger.applyRetention(T0 + 14 * MINUTE, { ...KEEP, inbox: DAY }).inbox).toBe(1)
  })
})
