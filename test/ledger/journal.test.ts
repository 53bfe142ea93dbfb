import { describe, expect, it } from '@jest/globals'
import { decide, memoryLedger, T0 } from './support.js'

describe('feedback', () => {
  it('is kept once per person and decision', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1')
    const first = ledger.addFeedback({
      decisionId: 'bz1-d000001',
      caseId: 'bz1-c1',
      kind: 'false_alarm',
      by: 'bz1-p9',
      at: T0,
    })
    expect(first).toMatchObject({ seq: 1, id: 'bz1-f1', decisionId: 'bz1-d000001', caseId: 'bz1-c1', at: T0 })
    const again = ledger.addFeedback({
      decisionId: 'bz1-d000001',
      caseId: null,
      kind: 'false_alarm',
      by: 'bz1-p9',
      at: T0 + 5,
    })
    expect(again).toEqual(first)
    ledger.addFeedback({ decisionId: 'bz1-d000001', caseId: null, kind: 'false_alarm', by: 'bz1-p8', at: T0 + 5 })
    expect(ledger.feedback()).toHaveLength(2)
    expect(ledger.feedback(T0 + 1).map(it => it.by)).toEqual(['bz1-p8'])
  })

  it('is about a decision that exists', () => {
    const { ledger } = memoryLedger()
    const it = { decisionId: 'bz1-d000009', caseId: null, kind: 'false_alarm' as const, by: 'x', at: T0 }
    expect(() => ledger.addFeedback(it)).toThrow(/FOREIGN KEY/)
  })
})

describe('gaps', () => {
  it('are kept once and found by when they ended', () => {
    const { ledger } = memoryLedger()
    ledger.addGap(T0, T0 + 100, 'offline')
    ledger.addGap(T0, T0 + 100, 'offline')
    ledger.addGap(T0 - 500, T0 - 400, 'restart')
    expect(ledger.gaps(T0 - 1000).map(gap => [gap.from, gap.to, gap.reason])).toEqual([
      [T0 - 500, T0 - 400, 'restart'],
      [T0, T0 + 100, 'offline'],
    ])
    expect(ledger.gaps(T0 + 50)).toHaveLength(1)
    expect(ledger.gaps(T0 + 101)).toEqual([])
  })
})

describe('job runs', () => {
  it('are claimed once by the instant they were due', () => {
    const { ledger } = memoryLedger()
    expect(ledger.lastRun('digest')).toBeNull()
    expect(ledger.markRun('digest', T0)).toBe(true)
    expect(ledger.markRun('digest', T0)).toBe(false)
    expect(ledger.markRun('digest', T0 - 1)).toBe(false)
    expect(ledger.markRun('retention', T0)).toBe(true)
    expect(ledger.markRun('digest', T0 + 1)).toBe(true)
    expect(ledger.lastRun('digest')).toBe(T0 + 1)
  })
})

describe('meta', () => {
  it('keeps, replaces and removes', () => {
    const { ledger } = memoryLedger()
    expect(ledger.meta('charter')).toBeNull()
    ledger.setMeta('charter', '1')
    ledger.setMeta('charter', '二\0"')
    expect(ledger.meta('charter')).toBe('二\0"')
    ledger.setMeta('charter', null)
    expect(ledger.meta('charter')).toBeNull()
  })
})
