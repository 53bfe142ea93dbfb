import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import type { OpinionCall } from '../../src/ledger/api.js'
import { HOUR } from '../../src/model/time.js'
import { decide, furnish, GROUP, inFolder, memoryLedger, open, T0 } from './support.js'

const REPLY = { outcome: 'answered', opinion: 'no', ms: 812, tokens: 207, status: 200, changed: null } as const

function call(decisionId: string, more: Partial<OpinionCall> = {}): Omit<OpinionCall, 'id'> {
  return {
    decisionId,
    group: GROUP,
    at: T0,
    digest: 'digest-of-what-is-asked',
    model: 'school-7b',
    about: 'commerce',
    probability: 0.55,
    from: 0.3,
    to: 0.8,
    outcome: null,
    opinion: null,
    ms: null,
    tokens: null,
    status: null,
    changed: null,
    ...more,
  }
}

function decided() {
  const { ledger } = memoryLedger()
  return { ledger, decision: decide(ledger, 'm1').decision.id }
}

describe('calls for a second opinion', () => {
  it('are kept with all that was asked for, without a text', () => {
    const { ledger, decision } = decided()
    const id = ledger.addOpinionCall(call(decision))
    expect(id).toBe('bz1-o000001')
    expect(ledger.opinionCalls()).toEqual([{ id, ...call(decision) }])
    expect(ledger.settleOpinionCall(id, REPLY)).toBe(true)
    expect(ledger.opinionCalls({ eventId: 'm1' })).toEqual([{ id, ...call(decision), ...REPLY }])
  })

  it('are settled once', () => {
    const { ledger, decision } = decided()
    const id = ledger.addOpinionCall(call(decision))
    ledger.settleOpinionCall(id, REPLY)
    expect(ledger.settleOpinionCall(id, { ...REPLY, opinion: 'yes' })).toBe(false)
    expect(ledger.settleOpinionCall('bz1-o000009', REPLY)).toBe(false)
    expect(ledger.opinionCalls()[0]?.opinion).toBe('no')
  })

  it('count by time, also those that got no answer; what was known already is no call', () => {
    const { ledger, decision } = decided()
    ledger.addOpinionCall(call(decision, { at: T0 - HOUR }))
    ledger.addOpinionCall(call(decision))
    ledger.settleOpinionCall(ledger.addOpinionCall(call(decision)), { ...REPLY, outcome: 'timeout', opinion: null })
    ledger.addOpinionCall(call(decision, { outcome: 'cached', opinion: 'no' }))
    expect(ledger.opinionCallCount(T0 - HOUR)).toBe(3)
    expect(ledger.opinionCallCount(T0)).toBe(2)
    expect(ledger.opinionCallCount(T0 + 1)).toBe(0)
  })

  it('are remembered by digest, the latest answer first, for as long as is asked for', () => {
    const { ledger, decision } = decided()
    const answer = (opinion: 'yes' | 'no', at: number, digest = 'd') =>
      ledger.settleOpinionCall(ledger.addOpinionCall(call(decision, { at, digest })), { ...REPLY, opinion })
    expect(ledger.knownOpinion('d', 0)).toBeNull()
    answer('yes', T0)
    answer('no', T0 + 5)
    answer('yes', T0 + 9, 'other')
    ledger.addOpinionCall(call(decision, { at: T0 + 20, digest: 'd', outcome: 'cached', opinion: 'no' }))
    expect(ledger.knownOpinion('d', T0)).toBe('no')
    // the use of an answer does not make it younger
    expect(ledger.knownOpinion('d', T0 + 6)).toBeNull()
  })

  it('are found by group, time and event', () => {
    const { ledger, decision } = decided()
    const other = decide(ledger, 'm2').decision.id
    ledger.addOpinionCall(call(decision))
    ledger.addOpinionCall(call(other, { group: 'c4-1', at: T0 + 5 }))
    expect(ledger.opinionCalls({ group: GROUP })).toHaveLength(1)
    expect(ledger.opinionCalls({ since: T0 + 1 }).map(({ decisionId }) => decisionId)).toEqual([other])
    expect(ledger.opinionCalls({ eventId: 'm1' }).map(({ decisionId }) => decisionId)).toEqual([decision])
    expect(ledger.opinionCalls({ eventId: 'm3' })).toEqual([])
  })

  it('cannot be changed, deleted, or be about no decision', () =>
    inFolder(folder => {
      const { ledger } = furnish(open(folder))
      const id = ledger.addOpinionCall(call(decide(ledger, 'm1').decision.id))
      expect(() => ledger.addOpinionCall(call('bz1-d000009'))).toThrow()
      ledger.settleOpinionCall(id, REPLY)
      ledger.close()
      const db = new Database(join(folder, 'ledger.db'))
      expect(() => db.exec("UPDATE opinions SET opinion = 'yes'")).toThrow('settled once')
      expect(() => db.exec('DELETE FROM opinions')).toThrow('stay')
      db.close()
    }))
})
