import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { MESSAGE_KINDS } from '../../../src/model/event.js'
import { ROLES } from '../../../src/model/member.js'
import { MINUTE } from '../../../src/model/time.js'
import { around, inputsFor, numbersOf, type Said, type Turn } from '../../../src/text/talk/index.js'

const NOW = 1_000_000_000
const said = (member: string, minutes: number, text?: string, kind = 'text'): Said => ({
  member,
  at: NOW - minutes * MINUTE,
  role: 'parent',
  kind,
  question: false,
  ...(text !== undefined && { text }),
})

describe('what was said around a line', () => {
  it('takes for one breath what the sender wrote without anybody in between, oldest first', () => {
    const earlier = [said('a', 1, '没出来'), said('a', 2, '孩子'), said('b', 3, '收到'), said('a', 4, '老师')]
    expect(around(earlier, 'a', NOW).breath).toEqual(['孩子', '没出来'])
    expect(around(earlier, 'b', NOW).breath).toEqual([])
  })

  it('lets a breath end with a pause, and with a sticker of somebody else', () => {
    expect(around([said('a', 6, '孩子')], 'a', NOW).breath).toEqual([])
    expect(around([said('b', 1, undefined, 'emoticon'), said('a', 2, '孩子')], 'a', NOW).breath).toEqual([])
    expect(around([said('a', 1, undefined, 'image'), said('a', 2, '孩子')], 'a', NOW).breath).toEqual(['孩子'])
  })

  it('finds the last words of the sender and of somebody else, within ten minutes', () => {
    const earlier = [
      said('b', 1, undefined, 'image'),
      said('b', 2, '到家没'),
      said('a', 9, '老师'),
      said('c', 11, '早'),
    ]
    expect(around(earlier, 'a', NOW)).toMatchObject({
      own: { text: '老师' },
      other: { text: '到家没' },
      last: { kind: 'image' },
    })
    expect(around(earlier, 'd', NOW)).toMatchObject({ own: null, other: { text: '到家没' } })
    expect(around([said('c', 11, '早')], 'a', NOW)).toEqual({ breath: [], own: null, other: null, last: null })
  })

  it('knows nothing of what was said after a line that comes late', () => {
    expect(around([said('a', -2, '后来'), said('b', 1, '先前')], 'a', NOW)).toMatchObject({
      breath: [],
      own: null,
      other: { text: '先前' },
    })
  })

  it('passes over what is no message', () => {
    const earlier = [said('b', 1, undefined, 'join'), said('a', 2, '孩子')]
    expect(around(earlier, 'a', NOW)).toMatchObject({ breath: ['孩子'], last: { text: '孩子' } })
  })
})

const CLASSES = 3
const likely = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: CLASSES, maxLength: CLASSES })
const turns: fc.Arbitrary<Turn> = fc.record({
  role: fc.constantFrom(...ROLES),
  kind: fc.constantFrom(...MESSAGE_KINDS, 'something new'),
  length: fc.nat(),
  question: fc.boolean(),
  night: fc.boolean(),
  own: likely,
  joined: fc.option(likely),
  ownBefore: fc.option(fc.record({ said: likely, minutes: fc.double({ noNaN: true }) })),
  otherBefore: fc.option(fc.record({ said: likely, role: fc.constantFrom(...ROLES) })),
  pause: fc.record({
    minutes: fc.double({ noNaN: true }),
    own: fc.boolean(),
  }),
})

describe('a turn as numbers', () => {
  it('has as many as every other, all of them finite', () => {
    fc.assert(
      fc.property(turns, turn => {
        const numbers = numbersOf(turn, CLASSES)
        return numbers.length === inputsFor(CLASSES) && numbers.every(Number.isFinite)
      }),
    )
  })

  it('tells two turns apart that differ in one thing', () => {
    const turn: Turn = {
      role: 'parent',
      kind: 'text',
      length: 5,
      question: false,
      night: false,
      own: [0.5, 0.3, 0.2],
      joined: null,
      ownBefore: null,
      otherBefore: null,
      pause: { minutes: 1, own: false },
    }
    const others: Partial<Turn>[] = [
      { role: 'teacher' },
      { kind: 'image' },
      { length: 6 },
      { question: true },
      { night: true },
      { own: [0.3, 0.5, 0.2] },
      { joined: [0.1, 0.1, 0.8] },
      { ownBefore: { said: [0.1, 0.1, 0.8], minutes: 2 } },
      { otherBefore: { said: [0.1, 0.1, 0.8], role: 'parent' } },
      { pause: { minutes: 1, own: true } },
      { pause: { minutes: 2, own: false } },
    ]
    const plain = [...numbersOf(turn, CLASSES)]
    for (const other of others) expect([...numbersOf({ ...turn, ...other }, CLASSES)]).not.toEqual(plain)
  })
})
