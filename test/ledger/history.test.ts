import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { RecentTexts } from '../../src/ledger/history.js'
import type { HistoryQuery, Remembered } from '../../src/model/history.js'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/model/time.js'
import { plansOf } from './plan.js'
import { decide, furnish, GROUP, inFolder, memoryLedger, open, T0, toPerson } from './support.js'

const one = <T>(...values: T[]) => fc.constantFrom(...values)

describe('history', () => {
  it('answers every query as a plain list would', () => {
    const it = fc.record({
      offset: fc.integer({ min: 0, max: 20 }),
      member: one(null, 0, 1, 2),
      kind: one('text' as const, 'image' as const, 'join' as const),
      digest: one('', 'd1', 'd2'),
      topic: one(null, 'ack', 'commerce'),
      category: one(null, 'ack_flood' as const, 'commerce' as const),
      respond: one('allow' as const, 'collect' as const, 'remind' as const),
      severity: one(null, 'P0' as const, 'P2' as const),
      group: one(GROUP, GROUP, 'c4-1'),
      joined: fc.subarray([0, 1, 2]),
    })
    const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
    const query = fc.record({
      since: fc.integer({ min: 0, max: 20 }),
      member: maybe(one(0, 1, 2)),
      kinds: maybe(fc.subarray(['text' as const, 'image' as const, 'join' as const])),
      digest: maybe(one('d1', 'd2')),
      topic: maybe(one('ack', 'commerce')),
      category: maybe(one('ack_flood' as const, 'commerce' as const)),
      respond: maybe(fc.subarray(['allow' as const, 'collect' as const, 'remind' as const])),
      severity: maybe(one('P0' as const, 'P2' as const)),
      limit: fc.integer({ min: 0, max: 5 }),
    })
    fc.assert(
      fc.property(
        fc.array(it, { maxLength: 25 }),
        fc.array(query, { minLength: 5, maxLength: 10 }),
        (items, queries) => {
          const { ledger } = memoryLedger()
          const people = [0, 1, 2].map(i => ledger.personId(GROUP, `k${i}`, '名', 'parent'))
          const list = items.map((item, i): Remembered & { group: string } => ({
            ...decide(ledger, `e${i}`, {
              draft: { ...item, at: T0 + item.offset, actions: [] } as never,
              remembered: {
                kind: item.kind,
                digest: item.digest,
                ...(item.kind === 'join' && { joined: item.joined.map(n => people[n] as string) }),
              },
              member: item.member === null ? null : (people[item.member] ?? null),
            }).decision,
            ...(ledger.decision(`e${i}`)?.remembered as Remembered),
            group: item.group,
          }))
          for (const { since, member, limit, ...rest } of queries) {
            const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
            const asked = {
              since: T0 + since,
              ...given,
              ...(member === undefined ? {} : { member: people[member] }),
            } as HistoryQuery
            const wanted = list
              .filter(
                e =>
                  e.group === GROUP &&
                  e.at >= asked.since &&
                  (asked.member === undefined || e.member === asked.member || e.joined?.includes(asked.member)) &&
                  (asked.kinds === undefined || asked.kinds.includes(e.kind)) &&
                  (asked.digest === undefined || e.digest === asked.digest) &&
                  (asked.topic === undefined || e.topic === asked.topic) &&
                  (asked.category === undefined || e.category === asked.category) &&
                  (asked.respond === undefined || asked.respond.includes(e.respond)) &&
                  (asked.severity === undefined || e.severity === asked.severity),
              )
              .map((e, i) => ({ e, i }))
              .sort((a, b) => b.e.at - a.e.at || b.i - a.i)
              .map(({ e }) => e)
            const history = ledger.history(GROUP)
            expect(history.recent(asked, limit).map(e => e.eventId)).toEqual(wanted.slice(0, limit).map(e => e.eventId))
            const capped = wanted.slice(0, limit)
            const members = new Set(capped.flatMap(e => (e.member === null ? [] : [e.member]))).size
            expect(history.count(asked, limit)).toEqual({ events: capped.length, members })
          }
          ledger.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('finds who was brought in by somebody else', () => {
    const { ledger, parent } = memoryLedger()
    const guests = ['g1', 'g2'].map(key => ledger.personId(GROUP, key, '客', 'outsider'))
    decide(ledger, 'e1', { member: parent, remembered: { kind: 'join', joined: guests } })
    decide(ledger, 'e2', { member: parent, remembered: { kind: 'join' } })
    const joins = (member: string) =>
      ledger
        .history(GROUP)
        .recent({ since: 0, kinds: ['join'], member })
        .map(e => e.eventId)
    expect(guests.map(joins)).toEqual([['e1'], ['e1']])
    expect(joins(parent)).toEqual(['e2', 'e1'])
    expect(ledger.decision('e1')?.remembered?.joined).toEqual([...guests].sort())
    expect(ledger.decision('e2')?.remembered).not.toHaveProperty('joined')
    // judged again: nobody joins twice
    decide(ledger, 'e1', {
      member: parent,
      draft: { supersedes: 'bz1-d000001' },
      remembered: { kind: 'join', joined: guests },
    })
    expect(ledger.history(GROUP).count({ since: 0, member: guests[0] as string })).toEqual({ events: 1, members: 1 })
  })

  it('is bounded at 200 and 500 unless told otherwise', () => {
    const { ledger, parent } = memoryLedger()
    for (let i = 0; i < 520; i++) decide(ledger, `e${i}`, { member: parent, draft: { respond: 'allow' } })
    const history = ledger.history(GROUP)
    expect(history.recent({ since: 0 })).toHaveLength(200)
    expect(history.recent({ since: 0 }, 9999)).toHaveLength(200)
    expect(history.recent({ since: 0 }, -1)).toEqual([])
    expect(history.count({ since: 0 })).toEqual({ events: 500, members: 1 })
    expect(history.count({ since: 0 }, 1000).events).toBe(520)
    expect(history.recent({ since: 0 }, 1)[0]?.eventId).toBe('e519')
  })

  it('for an event judged again, leaves out that event and what came after', () => {
    const { ledger } = memoryLedger()
    for (const id of ['e1', 'e2', 'e3']) decide(ledger, id)
    const ids = (before?: string) =>
      ledger
        .history(GROUP, before)
        .recent({ since: 0 })
        .map(e => e.eventId)
    expect(ids()).toEqual(['e3', 'e2', 'e1'])
    expect(ids('e2')).toEqual(['e1'])
    expect(ids('e1')).toEqual([])
    expect(ids('not judged yet')).toEqual(['e3', 'e2', 'e1'])
    expect(ledger.history(GROUP, 'e3').count({ since: 0 })).toEqual({ events: 2, members: 0 })
  })

  it('a later decision takes the place of the earlier', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { draft: { respond: 'allow', topic: null } })
    decide(ledger, 'e1', { draft: { respond: 'ask_recall', topic: 'privacy', supersedes: 'bz1-d000001' } })
    expect(ledger.history(GROUP).recent({ since: 0 })).toMatchObject([
      { eventId: 'e1', respond: 'ask_recall', topic: 'privacy' },
    ])
  })

  it('finds the latest notice that still runs', () => {
    const { ledger } = memoryLedger()
    const say = (id: string, at: number, until: number) =>
      decide(ledger, id, { draft: { at }, remembered: { notice: { eventId: id, at, wanted: 'none', until } } })
    say('n1', T0, T0 + DAY)
    say('n2', T0 + HOUR, T0 + 2 * HOUR)
    const at = (now: number, before?: string) => ledger.history(GROUP, before).notice(now)?.eventId ?? null
    expect(at(T0 - 1)).toBeNull()
    expect(at(T0 + MINUTE)).toBe('n1')
    expect(at(T0 + HOUR)).toBe('n2')
    expect(at(T0 + HOUR, 'n2')).toBe('n1')
    expect(at(T0 + 2 * HOUR)).toBe('n1')
    expect(at(T0 + DAY)).toBeNull()
    expect(ledger.history('c4-1').notice(T0 + HOUR)).toBeNull()
    expect(ledger.history(GROUP).notice(T0 + HOUR)).toEqual({
      eventId: 'n2',
      at: T0 + HOUR,
      wanted: 'none',
      until: T0 + 2 * HOUR,
    })
  })

  it('heeds a notice of the day that still wants an answer before a later one that wants none', () => {
    const { ledger } = memoryLedger()
    const say = (id: string, at: number, wanted: 'reply' | 'none', ends?: true) =>
      decide(ledger, id, {
        draft: { at },
        remembered: { notice: { eventId: id, at, wanted, until: T0 + 3 * DAY, ...(ends && { ends }) } },
      })
    say('n1', T0, 'reply')
    for (let i = 2; i < 10; i++) say(`n${i}`, T0 + i * MINUTE, 'none')
    const heeded = (now: number) => ledger.history(GROUP).notice(now)?.eventId
    expect([heeded(T0 + HOUR), heeded(T0 + DAY - 1), heeded(T0 + DAY)]).toEqual(['n1', 'n1', 'n9'])
    say('n10', T0 + HOUR, 'none', true)
    expect(heeded(T0 + HOUR)).toBe('n10')
  })

  it('remembers texts for ten minutes, in memory only', () => {
    inFolder(folder => {
      const { ledger } = furnish(open(folder))
      const texts = (it = ledger) =>
        it
          .history(GROUP)
          .recent({ since: 0 })
          .map(e => e.text)
      decide(ledger, 'e1', { remembered: { text: '第一句' } })
      decide(ledger, 'e2', { draft: { at: T0 + 9 * MINUTE }, remembered: { text: '第二句' } })
      expect(texts()).toEqual(['第二句', '第一句'])
      ledger.purgeInbox(T0 + 10 * MINUTE)
      expect(texts()).toEqual(['第二句', undefined])
      ledger.close()
      const again = open(folder)
      expect(texts(again)).toEqual([undefined, undefined])
      again.close()
    })
  })

  it('keeps texts bounded in a flood, and lets late ones go by their own time', () => {
    const texts = new RecentTexts()
    for (let i = 0; i < 20_010; i++) texts.add(GROUP, `e${i}`, T0, 'x')
    expect(texts.get('e0')).toBeUndefined()
    expect(texts.get('e20009')).toBe('x')
    texts.add(GROUP, 'old', T0 - HOUR, 'x')
    expect(texts.get('old')).toBeUndefined()
  })

  it('keeps the texts of one group whatever time it is in another', () => {
    const texts = new RecentTexts()
    texts.add(GROUP, 'today', T0, 'x')
    texts.add('c4-1', 'last-year', T0 - 365 * DAY, 'y')
    expect(texts.get('today')).toBe('x')
    expect(texts.get('last-year')).toBe('y')
    texts.forget(T0 + HOUR)
    expect(texts.get('today')).toBeUndefined()
    expect(texts.get('last-year')).toBeUndefined()
  })

  it('keeps texts bounded over all groups together', () => {
    const texts = new RecentTexts()
    for (let i = 0; i < 20_010; i++) texts.add(`g${i % 100}`, `e${i}`, T0, 'x')
    expect([texts.get('e0'), texts.get('e9'), texts.get('e10')]).toEqual([undefined, undefined, 'x'])
  })

  it('costs the same however long the ledger is: every query is a search that ends in time', () => {
    const { ledger, parent } = memoryLedger()
    for (let i = 0; i < 200; i++) {
      const at = T0 + i * 30 * SECOND
      const notice = { eventId: `e${i}`, at, wanted: 'none' as const, until: at + MINUTE }
      decide(ledger, `e${i}`, {
        draft: { at, severity: 'P0', actions: [toPerson(parent)] },
        member: parent,
        remembered: { notice },
      })
    }
    const history = ledger.history(GROUP)
    const since = T0 + HOUR
    const searches = plansOf(() => {
      history.recent({ since })
      history.count({ since, topic: 'commerce' })
      history.count({ since, category: 'commerce' })
      history.count({ since, digest: 'd1' })
      history.count({ since, respond: ['remind'] })
      history.recent({ since, severity: 'P0' })
      history.recent({ since, member: parent, kinds: ['text'] })
      history.recent({ since, member: parent, kinds: ['join'] })
      history.notice(since)
      ledger.deeds(GROUP).count({ kinds: ['remind'], since })
      ledger.deeds(GROUP).count({ kinds: ['remind'], since, to: parent })
      ledger.deeds(GROUP).last({ kinds: ['remind'], since, everywhere: true })
    }).map(plan => plan.filter(step => /^(SEARCH|SCAN) (?!\()/.test(step)).map(step => step.replace('COVERING ', '')))
    expect(searches).toEqual([
      ['SEARCH remembered USING INDEX remembered_at (grp=? AND at>?)'],
      ['SEARCH remembered USING INDEX remembered_topic (grp=? AND topic=? AND at>?)'],
      ['SEARCH remembered USING INDEX remembered_category (grp=? AND category=? AND at>?)'],
      ['SEARCH remembered USING INDEX remembered_digest (grp=? AND digest=? AND at>?)'],
      ['SEARCH remembered USING INDEX remembered_flagged (grp=? AND at>?)'],
      ['SEARCH remembered USING INDEX remembered_severity (grp=? AND severity=? AND at>?)'],
      ['SEARCH remembered USING INDEX remembered_member (grp=? AND member=? AND at>?)'],
      [
        'SEARCH remembered USING INTEGER PRIMARY KEY (rowid=?)',
        'SEARCH remembered USING INDEX remembered_member (grp=? AND member=? AND at>?)',
        'SEARCH joined USING PRIMARY KEY (member=?)',
      ],
      ['SEARCH remembered USING INDEX remembered_notice (grp=? AND notice_until>?)'],
      ['SEARCH actions USING INDEX actions_grp (grp=? AND decided_at>?)'],
      ['SEARCH actions USING INDEX actions_target (target=? AND decided_at>?)'],
      ['SEARCH actions USING INDEX actions_decided (decided_at>?)'],
    ])
  })
})

describe('deeds', () => {
  it('counts what was done or is owed, not what expired or was withdrawn', () => {
    const { ledger } = memoryLedger()
    const { actions } = decide(ledger, 'e1', { draft: { actions: ['p1', 'p2', 'p3', 'p4'].map(to => toPerson(to)) } })
    ledger.settle(actions[0]?.id ?? '', { state: 'expired', now: T0 })
    ledger.settle(actions[1]?.id ?? '', { state: 'withdrawn', now: T0 })
    ledger.settle(actions[2]?.id ?? '', { state: 'withheld', now: T0 })
    const deeds = ledger.deeds(GROUP)
    expect(deeds.count({ kinds: ['remind'], since: T0 })).toBe(2)
    expect(deeds.count({ kinds: ['remind'], since: T0, to: 'p1' })).toBe(0)
    expect(deeds.count({ kinds: ['remind'], since: T0, to: 'p4' })).toBe(1)
    expect(deeds.count({ kinds: [], since: T0 })).toBe(0)
  })

  it('tells kinds, topics, severities, targets, groups and times apart', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', {
      draft: { actions: [toPerson('p1'), toPerson('h1', { kind: 'alert', severity: 'P0', topic: 'fire' })] },
    })
    const line = toPerson('', { kind: 'collective', target: { group: GROUP }, topic: 'ack' })
    decide(ledger, 'e2', { draft: { at: T0 + HOUR, actions: [line] } })
    const elsewhere = { ...toPerson('h1', { kind: 'alert' }), target: { person: 'h1', group: 'c4-1' } }
    decide(ledger, 'e3', { draft: { at: T0 + 2 * HOUR, group: 'c4-1', actions: [elsewhere] } })
    const deeds = ledger.deeds(GROUP)
    expect(deeds.last({ kinds: ['collective'], since: T0, topic: 'ack' })).toEqual({
      at: T0 + HOUR,
      decisionId: 'bz1-d000002',
    })
    expect(deeds.last({ kinds: ['collective'], since: T0, topic: 'blessing' })).toBeNull()
    expect(deeds.last({ kinds: ['collective', 'alert'], since: T0 })?.at).toBe(T0 + HOUR)
    expect(deeds.last({ kinds: ['collective'], since: T0 + HOUR + 1 })).toBeNull()
    expect(deeds.count({ kinds: ['collective'], since: T0, to: GROUP })).toBe(1)
    expect(deeds.count({ kinds: ['alert'], since: T0, to: 'h1' })).toBe(1)
    expect(deeds.count({ kinds: ['alert'], since: T0, to: 'h1', everywhere: true })).toBe(2)
    expect(deeds.count({ kinds: ['alert'], since: T0, everywhere: true, severity: 'P0' })).toBe(1)
    expect(ledger.deeds('c4-1').last({ kinds: ['alert'], since: T0 })?.decisionId).toBe('bz1-d000003')
  })

  it('can leave out what one event brought about, by however many decisions', () => {
    const { ledger } = memoryLedger()
    const first = decide(ledger, 'e1', { draft: { actions: [toPerson('p1')] } })
    const again = { at: T0 + MINUTE, supersedes: first.decision.id, actions: [toPerson('p1'), toPerson('p2')] }
    decide(ledger, 'e1', { draft: again })
    decide(ledger, 'e2', { draft: { at: T0 + 2 * MINUTE, actions: [toPerson('p3')] } })
    const query = { kinds: ['remind'], since: T0, everywhere: true } as const
    expect(ledger.deeds(GROUP).count(query)).toBe(3)
    expect(ledger.deeds(GROUP, 'e1').count(query)).toBe(1)
    expect(ledger.deeds(GROUP, 'e1').last({ ...query, to: 'p1' })).toBeNull()
    expect(ledger.deeds(GROUP, 'e2').last({ ...query, to: 'p3' })).toBeNull()
    expect(ledger.deeds(GROUP, 'never heard').count(query)).toBe(3)
  })

  it('counts what a case or a job owes, too', () => {
    const { ledger } = memoryLedger()
    ledger.addActions('digest:1', [toPerson('h1', { kind: 'digest' })], T0 + 7)
    expect(ledger.deeds(GROUP).last({ kinds: ['digest'], since: T0 })).toEqual({ at: T0 + 7, decisionId: 'digest:1' })
  })
})
