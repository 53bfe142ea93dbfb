import { describe, expect, it } from '@jest/globals'
import { HOUR, MINUTE, SECOND } from '../../src/model/time.js'
import { decide, draft, GROUP, memoryLedger, opening, record, remembered, T0, toPerson } from './support.js'

describe('commitDecision', () => {
  it('writes decision, actions and memory at once, with ids that carry the bot and the kind', () => {
    const { ledger, parent } = memoryLedger()
    const done = decide(ledger, 'e1', { draft: { actions: [toPerson(parent)] }, member: parent })
    expect(done.decision.id).toBe('bz1-d000001')
    expect(done.duplicate).toBe(false)
    expect(done.actions).toEqual([
      {
        ...toPerson(parent),
        id: 'bz1-a000001',
        cause: 'bz1-d000001',
        part: 0,
        decidedAt: T0,
        state: 'owed',
        attempts: 0,
        sentAs: null,
        settledAt: null,
        error: null,
      },
    ])
    expect(ledger.history(GROUP).recent({ since: T0 })[0]?.eventId).toBe('e1')
    expect(ledger.undecidedEvents()).toEqual([])
  })

  it('refuses a second decision on the same event and hands back the standing one', () => {
    const { ledger, parent } = memoryLedger()
    const first = decide(ledger, 'e1', { draft: { actions: [toPerson(parent)] } })
    const again = decide(ledger, 'e1', {
      draft: { respond: 'escalate', actions: [toPerson(parent), toPerson(parent)] },
    })
    expect(again.duplicate).toBe(true)
    expect(again.decision).toEqual(first.decision)
    expect(again.actions).toEqual(first.actions)
    expect(ledger.decisions({ limit: 10 })).toHaveLength(1)
    expect(ledger.dueActions(T0, 10)).toHaveLength(1)
  })

  it('writes nothing when any part fails', () => {
    const { ledger, parent } = memoryLedger()
    record(ledger, 'e1', null)
    const bad = { ...toPerson(parent), text: undefined as unknown as string }
    const commit = {
      draft: draft('e1', { actions: [toPerson(parent), bad], opens: opening('k') }),
      remembered: remembered('e1'),
      excerpt: '价*',
      now: T0,
    }
    expect(() => ledger.commitDecision(commit)).toThrow()
    expect(ledger.decision('e1')).toBeNull()
    expect(ledger.dueActions(T0, 10)).toEqual([])
    expect(ledger.openCases()).toEqual([])
    expect(ledger.undecidedEvents().map(event => event.id)).toEqual(['e1'])
    expect(ledger.verifyChain()).toEqual({ ok: true, length: 0 })
  })

  it('refuses a decision on an event that was never recorded, or under rules that were never stored', () => {
    const { ledger } = memoryLedger()
    const commit = (it: ReturnType<typeof draft>) =>
      ledger.commitDecision({ draft: it, remembered: remembered(it.eventId), excerpt: null, now: T0 })
    expect(() => commit(draft('never'))).toThrow(/FOREIGN KEY/)
    record(ledger, 'e1', null)
    expect(() => commit(draft('e1', { ruleSet: 'unknown' }))).toThrow(/FOREIGN KEY/)
    expect(() => commit(draft('e1', { supersedes: 'bz1-d000009' }))).toThrow(/no decision on/)
  })

  it('gives back trace and steps as they were, in order', () => {
    const { ledger } = memoryLedger()
    const trace = Array.from({ length: 300 }, (_, i) => ({
      rule: `rule.${i}`,
      tier: i % 2 ? ('conduct' as const) : ('privacy' as const),
      result: i === 7 ? ('fired' as const) : ('missed' as const),
      because: i % 3 ? `链接 0/${i % 5}` : '不适用于家长',
    }))
    const steps = [{ step: 'burst' as const, changed: true, because: '第 5 条' }]
    decide(ledger, 'e1', { draft: { trace, steps } })
    decide(ledger, 'e2', { draft: { trace: [], steps: [] } })
    expect(ledger.decision('e1')?.decision).toMatchObject({ trace, steps })
    expect(ledger.decision('bz1-d000002')?.decision).toMatchObject({ trace: [], steps: [] })
  })
})

describe('batch', () => {
  it('writes several decisions as one, or none of them', () => {
    const { ledger } = memoryLedger()
    expect(ledger.batch(() => ['e1', 'e2'].map(id => decide(ledger, id).decision.id))).toEqual([
      'bz1-d000001',
      'bz1-d000002',
    ])
    const broken = () => {
      decide(ledger, 'e3')
      throw new Error('on the way')
    }
    expect(() => ledger.batch(broken)).toThrow('on the way')
    expect(ledger.event('e3')).toBeNull()
    expect(decide(ledger, 'e4').decision.id).toBe('bz1-d000003')
    expect(ledger.verifyChain()).toEqual({ ok: true, length: 3 })
  })
})

describe('a later decision', () => {
  const first = (actions: ReturnType<typeof toPerson>[]) => {
    const { ledger, parent } = memoryLedger()
    const committed = decide(ledger, 'e1', { draft: { actions } })
    return { ledger, parent, committed }
  }
  const later = (ledger: ReturnType<typeof memoryLedger>['ledger'], actions: ReturnType<typeof toPerson>[], now = T0) =>
    decide(ledger, 'e1', { draft: { actions, supersedes: ledger.decision('e1')?.decision.id ?? null }, now })

  it('owes only what the earlier neither did nor owes', () => {
    const { ledger } = first([toPerson('p1'), toPerson('p2')])
    const [one] = ledger.dueActions(T0, 10)
    ledger.markSending(one?.id ?? '', T0)
    ledger.settle(one?.id ?? '', { state: 'done', now: T0 })
    const second = later(ledger, [
      toPerson('p1'),
      toPerson('p2'),
      toPerson('p3'),
      toPerson('p1', { kind: 'ask_recall' }),
    ])
    expect(second.actions.map(action => [action.part, action.kind, action.target])).toEqual([
      [2, 'remind', { person: 'p3', group: GROUP }],
      [3, 'ask_recall', { person: 'p1', group: GROUP }],
    ])
    expect(ledger.decision('bz1-d000001')?.supersededBy).toBe('bz1-d000002')
    expect(ledger.decision('e1')?.decision.id).toBe('bz1-d000002')
    expect(ledger.verifyChain()).toEqual({ ok: true, length: 2 })
  })

  it('withdraws what it does not want any more, unless it left already', () => {
    const { ledger, committed } = first([toPerson('p1'), toPerson('p2')])
    ledger.markSending(committed.actions[1]?.id ?? '', T0)
    later(ledger, [], T0 + SECOND)
    expect(ledger.actionsOf('bz1-d000001').map(action => [action.state, action.settledAt])).toEqual([
      ['withdrawn', T0 + SECOND],
      ['sending', null],
    ])
  })

  it('is not held back by an earlier alert that was milder, held for the morning, expired or failed', () => {
    const alert = (more: object) => toPerson('h1', { kind: 'alert', severity: 'P2', notBefore: T0, ...more })
    const graver = first([alert({})])
    graver.ledger.settle(graver.committed.actions[0]?.id ?? '', { state: 'done', now: T0 })
    expect(later(graver.ledger, [alert({ severity: 'P0' })]).actions).toHaveLength(1)

    const held = first([alert({ notBefore: T0 + 9 * HOUR })])
    expect(later(held.ledger, [alert({})]).actions).toHaveLength(1)
    expect(held.ledger.actionsOf('bz1-d000001')[0]?.state).toBe('withdrawn')

    const failed = first([alert({})])
    failed.ledger.settle(failed.committed.actions[0]?.id ?? '', { state: 'failed', now: T0 })
    expect(later(failed.ledger, [alert({})]).actions).toHaveLength(1)

    const gone = first([alert({ expiresAt: T0 + MINUTE })])
    expect(later(gone.ledger, [alert({})], T0 + MINUTE).actions).toHaveLength(1)

    const done = first([alert({ severity: 'P0' })])
    expect(later(done.ledger, [alert({})]).actions).toHaveLength(0)
  })

  it('looks back over every earlier decision, and only the latest can be superseded', () => {
    const { ledger } = first([toPerson('p1')])
    later(ledger, [toPerson('p1'), toPerson('p2')])
    const third = later(ledger, [toPerson('p1'), toPerson('p2'), toPerson('p3')])
    expect(third.actions.map(action => action.target)).toEqual([{ person: 'p3', group: GROUP }])
    const stale = decide(ledger, 'e1', { draft: { supersedes: 'bz1-d000001', actions: [toPerson('p9')] } })
    expect(stale.duplicate).toBe(true)
    expect(stale.decision.id).toBe('bz1-d000003')
  })
})

describe('excerpts', () => {
  it('are kept for flagged, escalated and asked, never for ordinary talk', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'talk', { draft: { respond: 'allow', rule: null }, excerpt: '平常的话' })
    decide(ledger, 'asked', { draft: { respond: 'allow' }, remembered: { question: true }, excerpt: '几点集合' })
    decide(ledger, 'flagged', { draft: { respond: 'remind' }, excerpt: '加我 ***' })
    decide(ledger, 'case', { draft: { respond: 'allow', opens: opening('k') }, excerpt: '收费 ***' })
    const kept = ledger.decisions({ limit: 10 }).map(line => [line.eventId, line.excerpt])
    expect(kept).toEqual([
      ['talk', null],
      ['asked', '几点集合'],
      ['flagged', '加我 ***'],
      ['case', '收费 ***'],
    ])
    ledger.dropExcerpt('bz1-d000002')
    expect(ledger.decision('asked')?.excerpt).toBeNull()
    expect(ledger.verifyChain()).toEqual({ ok: true, length: 4 })
  })
})

describe('queries', () => {
  it('lists by group, category, time and sequence, either way round', () => {
    const { ledger, parent } = memoryLedger()
    decide(ledger, 'e1', { draft: { at: T0 }, member: parent })
    decide(ledger, 'e2', { draft: { at: T0 + MINUTE, category: 'flattery', respond: 'collect' } })
    decide(ledger, 'e3', { draft: { at: T0 + 2 * MINUTE, group: 'c4-1' } })
    const ids = (filter: Partial<Parameters<typeof ledger.decisions>[0]>) =>
      ledger.decisions({ limit: 10, ...filter }).map(line => line.eventId)
    expect(ids({})).toEqual(['e1', 'e2', 'e3'])
    expect(ids({ order: 'desc', limit: 2 })).toEqual(['e3', 'e2'])
    expect(ids({ group: 'c4-1' })).toEqual(['e3'])
    expect(ids({ category: 'flattery' })).toEqual(['e2'])
    expect(ids({ respond: 'remind' })).toEqual(['e1', 'e3'])
    expect(ids({ since: T0 + MINUTE, until: T0 + 2 * MINUTE })).toEqual(['e2'])
    expect(ids({ after: 2 })).toEqual(['e3'])
    expect(ids({ after: 0, since: 0 })).toHaveLength(3)
    expect(ledger.decisions({ limit: 1 })[0]).toMatchObject({ member: parent, role: 'parent', kind: 'text' })
  })

  it('shows one decision whole, by its own id or by its event', () => {
    const { ledger, parent } = memoryLedger()
    decide(ledger, 'e1', {
      draft: {
        actions: [toPerson(parent)],
        opens: opening('k'),
        respond: 'escalate',
        severity: 'P2',
        to: 'head_teacher',
      },
      member: parent,
      excerpt: '每人 *** 元',
    })
    const record = ledger.decision('e1')
    expect(record).toEqual(ledger.decision('bz1-d000001'))
    expect(record).toMatchObject({
      seq: 1,
      committedAt: T0,
      supersededBy: null,
      excerpt: '每人 *** 元',
      event: { id: 'e1', member: parent, kind: 'text' },
      case: { code: 'A1', decisionId: 'bz1-d000001' },
      remembered: { eventId: 'e1', respond: 'escalate' },
      decision: { ruleSet: 'hash-1', to: 'head_teacher', opens: opening('k'), actions: [toPerson(parent)] },
    })
    expect(ledger.decision('nothing')).toBeNull()
  })

  it('counts each event once, by its latest decision', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { actions: [toPerson('p1')] } })
    decide(ledger, 'e1', { draft: { respond: 'ask_recall', category: 'privacy_leak', supersedes: 'bz1-d000001' } })
    decide(ledger, 'e2', { draft: { group: 'c4-1', at: T0 + HOUR, opens: opening('k') } })
    expect(ledger.stats()).toEqual({
      events: 2,
      decisions: 2,
      byCategory: [
        { category: 'commerce', respond: 'remind', count: 1 },
        { category: 'privacy_leak', respond: 'ask_recall', count: 1 },
      ],
      actions: [{ kind: 'remind', state: 'withdrawn', count: 1 }],
      cases: [{ kind: 'escalation', state: 'open', count: 1 }],
    })
    expect(ledger.stats({ group: 'c4-1' }).events).toBe(1)
    expect(ledger.stats({ since: T0 + 1 })).toMatchObject({ events: 1, decisions: 1, actions: [] })
    expect(ledger.stats({ until: T0 + HOUR }).decisions).toBe(1)
  })
})

describe('rule sets', () => {
  it('are stored whole, once', () => {
    const { ledger } = memoryLedger()
    const sources = new Map([
      ['b.yaml', '规则: 二\n'.repeat(500)],
      ['a.yaml', ''],
    ])
    ledger.saveRuleSet('h2', sources, T0 + 1)
    ledger.saveRuleSet('h2', new Map([['forged', 'x']]), T0 + 2)
    expect(ledger.ruleSetSources('h2')).toEqual(sources)
    expect([...(ledger.ruleSetSources('h2')?.keys() ?? [])]).toEqual(['b.yaml', 'a.yaml'])
    expect(ledger.ruleSetSources('h3')).toBeNull()
    expect(ledger.ruleSets()).toEqual([
      { hash: 'hash-1', at: T0 },
      { hash: 'h2', at: T0 + 1 },
    ])
  })
})
