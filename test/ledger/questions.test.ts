import { describe, expect, it } from '@jest/globals'
import { HOUR } from '../../src/model/time.js'
import { decide, GROUP, memoryLedger, record, T0 } from './support.js'

function asked(times = 1) {
  const { ledger, parent } = memoryLedger()
  const ids = Array.from({ length: times }, (_, i) => {
    const { decision } = decide(ledger, `e${i}`, {
      member: parent,
      draft: { respond: 'allow', rule: null, category: null, topic: null, at: T0 + i },
      remembered: { question: true },
      excerpt: `明天几点到校${i}`,
    })
    ledger.askQuestion({ decisionId: decision.id, group: GROUP, asker: parent, at: T0 + i, health: i === 1 })
    return decision.id
  })
  return { ledger, parent, ids }
}

describe('a question', () => {
  it('waits with its masked words until it is answered, then they go', () => {
    const { ledger, parent, ids } = asked(2)
    expect(ledger.openQuestions(GROUP)).toMatchObject([
      { decisionId: ids[0], asker: parent, health: false, asked: 1, closedBy: null, excerpt: '明天几点到校0' },
      { decisionId: ids[1], health: true, excerpt: '明天几点到校1' },
    ])
    expect(ledger.closeQuestion(ids[0] as string, 'teacher', T0 + HOUR)).toBe(true)
    expect(ledger.closeQuestion(ids[0] as string, 'peer', T0 + HOUR)).toBe(false)
    expect(ledger.openQuestions(GROUP).map(it => it.decisionId)).toEqual([ids[1]])
    expect(ledger.decision(ids[0] as string)?.excerpt).toBeNull()
    expect(ledger.openQuestions('c4-1')).toEqual([])
  })

  it('that was flagged keeps its words as long as flagged words are kept', () => {
    const { ledger, parent } = memoryLedger()
    const { decision } = decide(ledger, 'e1', { member: parent, remembered: { question: true }, excerpt: '加我' })
    ledger.askQuestion({ decisionId: decision.id, group: GROUP, asker: parent, at: T0, health: false })
    ledger.closeQuestion(decision.id, 'teacher', T0)
    expect(ledger.decision('e1')?.excerpt).toBe('加我')
  })

  it('is asked once, however often it is written, and counted when it is asked again', () => {
    const { ledger, parent, ids } = asked()
    ledger.askQuestion({ decisionId: ids[0] as string, group: GROUP, asker: parent, at: T0, health: true })
    ledger.askAgain(ids[0] as string)
    ledger.askAgain('nobody')
    expect(ledger.openQuestions(GROUP)).toMatchObject([{ asked: 2, health: false }])
    ledger.closeQuestion(ids[0] as string, 'expired', T0 + 1)
    ledger.askAgain(ids[0] as string)
    expect(ledger.questionCounts(GROUP, T0, T0 + 1)).toEqual({ asked: 1, answered: 0 })
  })

  it('counts as answered when somebody answered it', () => {
    const { ledger, ids } = asked(3)
    ledger.closeQuestion(ids[0] as string, 'peer', T0 + 9)
    expect(ledger.questionCounts(GROUP, T0, T0 + 3)).toEqual({ asked: 3, answered: 1 })
    expect(ledger.questionCounts(GROUP, T0 + 1, T0 + 3)).toEqual({ asked: 2, answered: 0 })
    expect(ledger.questionCounts('c4-1', 0, T0 + 3)).toEqual({ asked: 0, answered: 0 })
  })
})

describe('an event whose text is gone', () => {
  it('is no longer waited for and stays on record', () => {
    const { ledger, parent } = memoryLedger()
    record(ledger, 'e1', parent, { text: '原文' })
    ledger.loseEvent('e1')
    expect([ledger.undecidedEvents(), ledger.inboxText('e1', T0, 'test')]).toEqual([[], null])
    expect(ledger.event('e1')).not.toBeNull()
    decide(ledger, 'e2')
    ledger.loseEvent('e2')
    expect(ledger.decision('e2')).not.toBeNull()
  })
})

describe('small settings and runs', () => {
  it('are listed by what they begin with, and no more', () => {
    const { ledger } = memoryLedger()
    for (const key of ['exception:c1:p1', 'exception:c1:p2', 'exception:c10:p1', 'exception%', 'duty:c1'])
      ledger.setMeta(key, key)
    expect(ledger.metas('exception:c1:').map(it => it.key)).toEqual(['exception:c1:p1', 'exception:c1:p2'])
    expect(ledger.metas('exception%').map(it => it.value)).toEqual(['exception%'])
    expect(ledger.metas('nothing')).toEqual([])
  })

  it('that were claimed by a wrong clock are free again', () => {
    const { ledger } = memoryLedger()
    ledger.markRun('digest', T0 + 400 * HOUR)
    ledger.markRun('retention', T0)
    expect(ledger.forgetRunsAfter(T0 + HOUR)).toBe(1)
    expect([ledger.lastRun('digest'), ledger.lastRun('retention')]).toEqual([null, T0])
    expect(ledger.markRun('digest', T0)).toBe(true)
  })
})
