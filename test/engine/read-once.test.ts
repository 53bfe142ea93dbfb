import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { MemoryHistory } from '../../src/engine/memory-history.js'
import { readOnce } from '../../src/engine/read-once.js'
import type { History, HistoryQuery, Remembered } from '../../src/model/history.js'
import { MINUTE } from '../../src/model/time.js'

const NOW = 1_800_000_000_000

function line(n: number, at: number, member: string): Remembered {
  return {
    eventId: `e${n}`,
    at,
    member,
    role: 'parent',
    kind: 'text',
    digest: `d${n % 3}`,
    length: 4,
    rule: null,
    category: null,
    topic: n % 4 === 0 ? 'ack' : null,
    respond: 'allow',
    severity: null,
    question: false,
    notice: null,
  }
}

const talk = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 * MINUTE }), fc.constantFrom('a', 'b', 'c')), { maxLength: 60 })
  .map(lines => {
    const history = new MemoryHistory()
    const inTurn = lines.toSorted(([a], [b]) => b - a)
    for (const [n, [ago, member]] of inTurn.entries()) history.add(line(n, NOW - ago, member))
    return history
  })

const query: fc.Arbitrary<HistoryQuery> = fc.record(
  {
    since: fc.integer({ min: 0, max: 40 * MINUTE }).map(ago => NOW - ago),
    member: fc.constantFrom('a', 'b', 'z'),
    digest: fc.constantFrom('d0', 'd1'),
    topic: fc.constant('ack'),
    kinds: fc.constant(['text'] as const),
  },
  { requiredKeys: ['since'] },
)

describe('readOnce', () => {
  it('answers as the history itself does', () => {
    const limit = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined })
    fc.assert(
      fc.property(talk, fc.array(fc.tuple(query, limit), { maxLength: 12 }), (history, asked) => {
        const once = readOnce(history, NOW)
        for (const [what, upTo] of asked) {
          expect(once.recent(what, upTo)).toEqual(history.recent(what, upTo))
          expect(once.count(what, upTo)).toEqual(history.count(what, upTo))
        }
      }),
    )
  })

  it('puts no question to the history twice, and reads the latest lines for all who look at them', () => {
    const asked: string[] = []
    const plain = new MemoryHistory()
    const history: History = {
      recent: (what, limit) => {
        asked.push(`recent ${JSON.stringify(what)}`)
        return plain.recent(what, limit)
      },
      count: (what, upTo) => {
        asked.push(`count ${JSON.stringify(what)}`)
        return plain.count(what, upTo)
      },
      notice: now => {
        asked.push('notice')
        return plain.notice(now)
      },
    }
    const once = readOnce(history, NOW)
    for (let round = 0; round < 3; round++) {
      once.recent({ since: NOW - MINUTE }, 6)
      once.recent({ since: NOW - 10 * MINUTE }, 10)
      once.count({ since: NOW - MINUTE, member: 'a' })
      once.notice(NOW)
    }
    expect(asked).toHaveLength(2)
    // what lies further back than these lines has to be asked for, once
    once.count({ since: NOW - 60 * MINUTE, member: 'a' })
    once.count({ since: NOW - 60 * MINUTE, member: 'a' })
    expect(asked).toHaveLength(3)
  })

  it('asks the history where more was said than is read at once', () => {
    const history = new MemoryHistory()
    for (let n = 0; n < 40; n++) history.add(line(n, NOW - (40 - n) * 1000, 'a'))
    expect(readOnce(history, NOW).count({ since: NOW - MINUTE, member: 'a' }).events).toBe(40)
  })
})
