import { describe, expect, it } from '@jest/globals'
import { caseCode } from '../../src/ledger/cases.js'
import { DAY, HOUR, MINUTE } from '../../src/model/time.js'
import { decide, GROUP, memoryLedger, opening, T0, toPerson } from './support.js'

const by = { by: 'head_teacher:bz1-p9', channel: 'wechat', at: T0 + MINUTE }
const open = { state: 'open', step: 0 } as const

describe('case codes', () => {
  it('run A1 to A99, B1 to Z99, then two letters', () => {
    expect([0, 98, 99, 2573, 2574, 2574 + 99].map(caseCode)).toEqual(['A1', 'A99', 'B1', 'Z99', 'AA1', 'AB1'])
    expect(new Set(Array.from({ length: 4000 }, (_, i) => caseCode(i))).size).toBe(4000)
  })

  it('are foretold by nextCode and not given out again at once', () => {
    const { ledger } = memoryLedger()
    expect(ledger.nextCode()).toBe('A1')
    expect(ledger.nextCode()).toBe('A1')
    expect(decide(ledger, 'e1', { draft: { opens: opening('k1') } }).openedCase?.code).toBe('A1')
    const closed = ledger.moveCase({
      caseId: 'bz1-c1',
      from: open,
      to: { state: 'closed', closedAt: T0, closedBy: 'x' },
      move: { ...by, what: '1' },
      actions: [],
    })
    expect(closed.moved).toBe(true)
    expect(ledger.nextCode()).toBe('A2')
    expect(ledger.caseByCode('A1')).toBeNull()
    expect(ledger.caseByCode('a1', { closed: true })?.id).toBe('bz1-c1')
  })

  it('come round again, skipping those still open', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e0', { draft: { opens: opening('stays') } })
    for (let i = 1; i < 2574; i++) {
      const { case: it } = ledger.openCase({
        opening: opening(`k${i}`),
        group: GROUP,
        decisionId: 'bz1-d000001',
        move: by,
        actions: [],
      })
      ledger.moveCase({
        caseId: it.id,
        from: open,
        to: { state: 'ignored' },
        move: { ...by, what: 'expired' },
        actions: [],
      })
    }
    expect(ledger.caseByCode('Z99', { closed: true })).not.toBeNull()
    expect(ledger.nextCode()).toBe('A2')
  })
})

describe('opening', () => {
  it('starts open, a recall request waiting, with the move on record', () => {
    const { ledger } = memoryLedger()
    const escalation = decide(ledger, 'e1', { draft: { opens: opening('k1') } }).openedCase
    const recall = decide(ledger, 'e2', { draft: { opens: opening('k2', { kind: 'recall' }) } }).openedCase
    expect(escalation).toMatchObject({ id: 'bz1-c1', code: 'A1', state: 'open', step: 0, openedAt: T0, group: GROUP })
    expect(recall).toMatchObject({ code: 'A2', state: 'waiting', decisionId: 'bz1-d000002' })
    expect(ledger.case('bz1-c2')).toEqual(recall)
    expect(ledger.caseMoves('bz1-c1')).toEqual([
      {
        seq: 1,
        id: 'bz1-m000001',
        caseId: 'bz1-c1',
        by: 'bot',
        channel: 'group',
        what: 'opened',
        at: T0,
        from: null,
        to: { state: 'open', step: 0 },
      },
    ])
  })

  it('joins the open case of the same key in the same group', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k') } })
    expect(decide(ledger, 'e2', { draft: { opens: opening('k') } }).openedCase).toBeNull()
    expect(decide(ledger, 'e3', { draft: { opens: opening('k'), group: 'c4-1' } }).openedCase?.code).toBe('A2')
    expect(ledger.decision('e2')?.case?.code).toBe('A1')
    expect(ledger.caseMoves('bz1-c1').map(move => move.what)).toEqual(['opened', 'joined'])
    expect(ledger.openCaseByKey(GROUP, 'k')?.id).toBe('bz1-c1')
    expect(ledger.openCaseByKey(GROUP, 'other')).toBeNull()
  })

  it('becomes graver by joining, never milder, never later', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k', { severity: 'P1', deadline: T0 + 30 * MINUTE }) } })
    decide(ledger, 'e2', { draft: { opens: opening('k', { severity: 'P2', deadline: T0 + MINUTE }) } })
    expect(ledger.case('bz1-c1')).toMatchObject({ severity: 'P1', deadline: T0 + 30 * MINUTE })
    decide(ledger, 'e3', { draft: { opens: opening('k', { severity: 'P0', deadline: T0 + 3 * MINUTE }) } })
    decide(ledger, 'e4', { draft: { opens: opening('k', { severity: 'P0', deadline: T0 + DAY }) } })
    expect(ledger.case('bz1-c1')).toMatchObject({ severity: 'P0', deadline: T0 + 3 * MINUTE })
  })

  it('works without a new decision, with what is owed for it', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1')
    const input = {
      opening: opening('appeal:p1', { kind: 'appeal' as const }),
      group: GROUP,
      decisionId: 'bz1-d000001',
      move: by,
      actions: [toPerson('p1', { kind: 'reply' })],
    }
    const first = ledger.openCase(input)
    expect(first).toMatchObject({ joined: false, case: { kind: 'appeal', code: 'A1' } })
    expect(first.actions.map(action => action.cause)).toEqual(['bz1-m000001'])
    const second = ledger.openCase(input)
    expect(second).toMatchObject({ joined: true, case: { code: 'A1' } })
    expect(second.actions.map(action => action.cause)).toEqual(['bz1-m000002'])
  })
})

describe('moveCase', () => {
  it('moves once when two people answer at the same time', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k') } })
    const answer = (person: string, what: string) =>
      ledger.moveCase({
        caseId: 'bz1-c1',
        from: open,
        to: { state: 'closed', closedAt: T0 + MINUTE, closedBy: person },
        move: { ...by, by: person, what },
        actions: [toPerson(person, { kind: 'reply', text: '已记录。' })],
      })
    const first = answer('head_teacher:bz1-p9', '1')
    const second = answer('deputy:bz1-p8', '5')
    expect(first).toMatchObject({ moved: true, case: { state: 'closed', closedBy: 'head_teacher:bz1-p9' } })
    expect(first.actions).toHaveLength(1)
    expect(second).toEqual({ moved: false, case: first.case, actions: [] })
    expect(ledger.caseMoves('bz1-c1').map(move => [move.what, move.by])).toEqual([
      ['opened', 'bot'],
      ['1', 'head_teacher:bz1-p9'],
    ])
    expect(ledger.deeds(GROUP).last({ kinds: ['reply'], since: 0 })).toEqual({
      at: T0 + MINUTE,
      decisionId: 'bz1-d000001',
    })
  })

  it('keeps what is not named and takes what is, step by step', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k') } })
    ledger.moveCase({
      caseId: 'bz1-c1',
      from: open,
      to: {
        state: 'passed',
        step: 1,
        owner: 'deputy',
        deadline: T0 + 2 * HOUR,
        summary: undefined as unknown as string,
      },
      move: { ...by, by: 'bot', channel: 'clock', what: 'passed' },
      actions: [],
    })
    const passed = ledger.case('bz1-c1')
    expect(passed).toMatchObject({
      state: 'passed',
      step: 1,
      owner: 'deputy',
      summary: '有人在群里收费',
      severity: 'P2',
    })
    expect(
      ledger.moveCase({ caseId: 'bz1-c1', from: open, to: {}, move: { ...by, what: '1' }, actions: [] }).moved,
    ).toBe(false)
  })

  it('writes nothing of a move whose actions cannot be written', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k') } })
    const bad = toPerson('p', { text: null as unknown as string })
    expect(() =>
      ledger.moveCase({ caseId: 'bz1-c1', from: open, to: { step: 1 }, move: { ...by, what: '3' }, actions: [bad] }),
    ).toThrow()
    expect(ledger.case('bz1-c1')?.step).toBe(0)
    expect(ledger.caseMoves('bz1-c1')).toHaveLength(1)
  })

  it('opens a closed case again: under its code, under a new one where that is taken, not beside a newer one', () => {
    const { ledger } = memoryLedger()
    const close = (caseId: string) =>
      ledger.moveCase({
        caseId,
        from: open,
        to: { state: 'closed', closedAt: T0 },
        move: { ...by, what: '1' },
        actions: [],
      })
    const reopen = (caseId: string) =>
      ledger.moveCase({
        caseId,
        from: { state: 'closed', step: 0 },
        to: { state: 'open', closedAt: null, closedBy: null },
        move: { ...by, what: '0' },
        actions: [],
      })
    decide(ledger, 'e1', { draft: { opens: opening('k') } })
    close('bz1-c1')
    expect(reopen('bz1-c1')).toMatchObject({ moved: true, case: { code: 'A1', state: 'open', closedAt: null } })
    close('bz1-c1')
    decide(ledger, 'e2', { draft: { opens: opening('k') } })
    expect(() => reopen('bz1-c1')).toThrow(/A2/)
  })

  it('says so when there is no such case', () => {
    const { ledger } = memoryLedger()
    const move = { caseId: 'bz1-c9', from: open, to: {}, move: { ...by, what: '1' }, actions: [] }
    expect(() => ledger.moveCase(move)).toThrow(expect.objectContaining({ code: 'BZ503' }))
  })
})

describe('looking for cases', () => {
  it('by group, kind, owner, severity, code and deadline', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k1', { deadline: T0 + HOUR }) } })
    decide(ledger, 'e2', { draft: { opens: opening('k2', { kind: 'recall', severity: 'P1', deadline: T0 + MINUTE }) } })
    decide(ledger, 'e3', { draft: { opens: opening('k3', { owner: 'supervisor' }), group: 'c4-1' } })
    const codes = (list: { code: string }[]) => list.map(it => it.code)
    expect(codes(ledger.openCases())).toEqual(['A1', 'A2', 'A3'])
    expect(codes(ledger.openCases({ group: GROUP }))).toEqual(['A1', 'A2'])
    expect(codes(ledger.openCases({ kind: 'recall' }))).toEqual(['A2'])
    expect(codes(ledger.openCases({ owner: 'supervisor', severity: 'P2' }))).toEqual(['A3'])
    expect(codes(ledger.dueCases(T0 + HOUR))).toEqual(['A2', 'A1', 'A3'])
    expect(codes(ledger.dueCases(T0))).toEqual([])
    expect(ledger.nextDeadline()).toBe(T0 + MINUTE)
    expect(ledger.caseByCode('A3', { group: GROUP })).toBeNull()
    expect(ledger.caseByCode('A3', { group: 'c4-1' })?.owner).toBe('supervisor')
    expect(memoryLedger().ledger.nextDeadline()).toBeNull()
  })

  it('all of them, open or not, oldest first, by group and by when they were opened', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { opens: opening('k1') } })
    decide(ledger, 'e2', { draft: { opens: opening('k2'), group: 'c4-1' }, now: T0 + HOUR })
    decide(ledger, 'e3', { draft: { opens: opening('k3') }, now: T0 + DAY })
    const to = { state: 'closed', closedAt: T0, closedBy: 'head_teacher:1' } as const
    ledger.moveCase({ caseId: 'bz1-c1', from: open, to, move: { ...by, what: '1' }, actions: [] })
    const codes = (filter?: Parameters<typeof ledger.cases>[0]) => ledger.cases(filter).map(it => it.code)
    expect(codes()).toEqual(['A1', 'A2', 'A3'])
    expect(ledger.cases()[0]).toEqual(ledger.case('bz1-c1'))
    expect(codes({ group: GROUP })).toEqual(['A1', 'A3'])
    expect(codes({ since: T0 + HOUR })).toEqual(['A2', 'A3'])
    expect(codes({ until: T0 + HOUR })).toEqual(['A1'])
    expect(codes({ group: GROUP, since: T0 + 1, until: T0 + DAY })).toEqual([])
  })
})
