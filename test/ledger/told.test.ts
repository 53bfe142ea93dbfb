import { describe, expect, it } from '@jest/globals'
import type { Ledger } from '../../src/ledger/index.js'
import type { ActionDraft } from '../../src/model/action.js'
import { DAY, HOUR, MINUTE } from '../../src/model/time.js'
import { plansOf } from './plan.js'
import { decide, furnish, GROUP, inFolder, memoryLedger, open, opening, record, T0, toPerson } from './support.js'

const by = { by: 'head_teacher:h1', channel: 'wechat', at: T0 + MINUTE }
const alert = (person: string, more: Partial<ActionDraft> = {}) =>
  toPerson(person, { kind: 'alert', severity: 'P2', recipient: 'head_teacher', ...more })

function close(ledger: Ledger, caseId: string, closedAt: number, actions: ActionDraft[] = []): void {
  ledger.moveCase({
    caseId,
    from: { state: 'open', step: 0 },
    to: { state: 'closed', closedAt, closedBy: 'head_teacher:1' },
    move: { ...by, what: '1', at: closedAt },
    actions,
  })
}

const codes = (ledger: Ledger, person: string, since = T0) => ledger.casesTold(person, since).map(it => it.code)

describe('casesTold', () => {
  it('gives the open cases of which somebody was told, latest told first', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k1'), actions: [alert('h1')] } })
    decide(ledger, 'e2', { draft: { opens: opening('k2'), actions: [alert('h1'), alert('h2')] } })
    decide(ledger, 'e3', { draft: { opens: opening('k3'), actions: [alert('h2')] } })
    expect(codes(ledger, 'h1')).toEqual(['A2', 'A1'])
    expect(codes(ledger, 'h2')).toEqual(['A3', 'A2'])
    expect(codes(ledger, 'h3')).toEqual([])
    expect(ledger.casesTold('h2', T0)[0]).toEqual(ledger.case('bz1-c3'))
  })

  it('counts what a later decision that joined, or a move, told: once a case, as of the latest', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k1'), actions: [alert('h1')] } })
    decide(ledger, 'e2', { draft: { opens: opening('k2'), actions: [alert('h1')] } })
    decide(ledger, 'e3', { draft: { opens: opening('k1'), actions: [alert('h1'), alert('h2')] } })
    expect(codes(ledger, 'h1')).toEqual(['A1', 'A2'])
    expect(codes(ledger, 'h2')).toEqual(['A1'])
    ledger.moveCase({
      caseId: 'bz1-c2',
      from: { state: 'open', step: 0 },
      to: { state: 'passed', step: 1 },
      move: { ...by, by: 'clock', what: 'deputy' },
      actions: [alert('h2')],
    })
    expect(codes(ledger, 'h2')).toEqual(['A2', 'A1'])
    const appeal = { kind: 'appeal' as const, severity: 'P2' as const }
    ledger.openCase({
      opening: opening('appeal:p1', appeal),
      group: GROUP,
      decisionId: 'bz1-d000001',
      move: by,
      actions: [alert('h3'), toPerson('p1', { kind: 'reply' })],
    })
    expect([codes(ledger, 'h3'), codes(ledger, 'p1')]).toEqual([['A3'], []])
  })

  it('leaves out what told nobody, and lines that are no alerts', () => {
    const { ledger } = memoryLedger()
    const told = decide(ledger, 'e1', {
      draft: { opens: opening('k1'), actions: [alert('h1'), alert('h2'), alert('h3'), alert('h4'), toPerson('p1')] },
    }).actions.map(action => action.id)
    ledger.settle(told[0] ?? '', { state: 'withdrawn', now: T0 })
    ledger.settle(told[1] ?? '', { state: 'withheld', now: T0 })
    ledger.settle(told[2] ?? '', { state: 'failed', now: T0 })
    ledger.markSending(told[3] ?? '', T0)
    expect(['h1', 'h2', 'h3', 'h4', 'p1'].map(person => codes(ledger, person))).toEqual([[], [], ['A1'], ['A1'], []])
  })

  it('gives closed ones as long as asked for, and open again those that are', () => {
    const { ledger } = memoryLedger()
    for (const i of [1, 2, 3]) decide(ledger, `e${i}`, { draft: { opens: opening(`k${i}`), actions: [alert('h1')] } })
    close(ledger, 'bz1-c1', T0 + HOUR)
    close(ledger, 'bz1-c2', T0 + 2 * HOUR)
    expect(codes(ledger, 'h1', T0 + HOUR)).toEqual(['A3', 'A2', 'A1'])
    expect(codes(ledger, 'h1', T0 + HOUR + 1)).toEqual(['A3', 'A2'])
    expect(codes(ledger, 'h1', T0 + DAY)).toEqual(['A3'])
    ledger.moveCase({
      caseId: 'bz1-c1',
      from: { state: 'closed', step: 0 },
      to: { state: 'open', closedAt: null, closedBy: null },
      move: { ...by, what: '0' },
      actions: [],
    })
    expect(codes(ledger, 'h1', T0 + DAY)).toEqual(['A3', 'A1'])
  })

  it('costs as little in a long ledger as in a short one: nothing but what still matters is gone through', () => {
    const { ledger } = memoryLedger()
    for (let i = 0; i < 200; i++) {
      decide(ledger, `e${i}`, { draft: { opens: opening(`k${i}`), actions: [alert('h1')] } })
      close(ledger, `bz1-c${i + 1}`, T0)
    }
    const [plan] = plansOf(() => ledger.casesTold('h1', T0 + 1))
    const stored = plan?.filter(step => /^(SEARCH|SCAN) (cases|d|m|a)\b/.test(step))
    expect(stored).toEqual([
      'SCAN cases USING INDEX cases_open_deadline',
      'SEARCH cases USING INDEX cases_closed (closed_at>?)',
      'SEARCH d USING INDEX decisions_case (case_id=?)',
      'SEARCH m USING INDEX case_moves_case (case_id=?)',
      expect.stringMatching(/^SEARCH a USING INDEX \S+ \(cause=\?/),
    ])
  })
})

describe('lastWordTo', () => {
  const sent = (ledger: Ledger, id: string | undefined) => {
    ledger.markSending(id ?? '', T0)
    ledger.settle(id ?? '', { state: 'done', now: T0 })
  }

  it('gives the latest word that a decision owed and that may have reached its reader', () => {
    const { ledger } = memoryLedger()
    const word = (eventId: string, at: number, more: Partial<ActionDraft> = {}) =>
      decide(ledger, eventId, { draft: { at, actions: [toPerson('p1', more)] } }).actions[0]?.id
    expect(ledger.lastWordTo('p1', 0)).toBeNull()
    sent(ledger, word('e1', T0))
    const first = { group: GROUP, decisionId: 'bz1-d000001', category: 'commerce', at: T0 }
    expect(ledger.lastWordTo('p1', T0)).toEqual(first)
    expect(ledger.lastWordTo('p1', T0 + 1)).toBeNull()
    expect(ledger.lastWordTo('p2', 0)).toBeNull()

    const second = word('e2', T0 + HOUR, { kind: 'ask_recall', category: 'privacy_leak' })
    expect(ledger.lastWordTo('p1', T0)).toEqual(first)
    ledger.markSending(second ?? '', T0 + HOUR)
    expect(ledger.lastWordTo('p1', T0)).toMatchObject({ decisionId: 'bz1-d000002', at: T0 + HOUR })
    ledger.recoverSending(T0 + HOUR)
    expect(ledger.lastWordTo('p1', T0)).toMatchObject({ decisionId: 'bz1-d000002' })
    ledger.settle(second ?? '', { state: 'failed', now: T0 + HOUR })
    expect(ledger.lastWordTo('p1', T0)).toEqual(first)
  })

  it('takes no word that was withheld, none of another kind, and none that a person had sent', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k'), actions: [alert('p1')] } })
    const shadow = decide(ledger, 'e2', { draft: { actions: [toPerson('p1')] } }).actions[0]?.id ?? ''
    ledger.settle(shadow, { state: 'withheld', now: T0 })
    const { actions } = ledger.moveCase({
      caseId: 'bz1-c1',
      from: { state: 'open', step: 0 },
      to: {},
      move: { ...by, what: '2' },
      actions: [toPerson('p1')],
    })
    sent(ledger, actions[0]?.id)
    expect(ledger.lastWordTo('p1', 0)).toBeNull()
  })
})

describe('recordPrivate', () => {
  it('knows a message by its id, after a restart too', () => {
    inFolder(folder => {
      const { ledger, parent } = furnish(open(folder))
      expect(ledger.recordPrivate('m1', parent, T0)).toBe('new')
      expect(ledger.recordPrivate('m1', parent, T0 + 5)).toBe('duplicate')
      expect(ledger.recordPrivate('m1', 'bz1-p9', T0)).toBe('duplicate')
      ledger.close()
      const again = open(folder)
      expect(again.recordPrivate('m1', parent, T0 + DAY)).toBe('duplicate')
      expect(again.recordPrivate('m2', parent, T0 + DAY)).toBe('new')
      again.close()
    })
  })

  it('is no event of a group, and is forgotten with the batch that failed', () => {
    const { ledger, parent } = memoryLedger()
    expect(record(ledger, 'm1', parent)).toBe('new')
    expect(() =>
      ledger.batch(() => {
        ledger.recordPrivate('m1', parent, T0)
        throw new Error('no answer')
      }),
    ).toThrow('no answer')
    expect(ledger.recordPrivate('m1', parent, T0)).toBe('new')
  })

  it('does not take a broken one for a duplicate', () => {
    const { ledger } = memoryLedger()
    expect(() => ledger.recordPrivate(null as unknown as string, 'bz1-p1', T0)).toThrow(/NOT NULL/)
    expect(() => ledger.recordPrivate('m1', null as unknown as string, T0)).toThrow(/NOT NULL/)
  })
})
