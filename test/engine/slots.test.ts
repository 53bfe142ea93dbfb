import { describe, expect, it } from '@jest/globals'
import { planKey } from '../../src/engine/plan-key.js'
import { canonical, Detectors, Slots } from '../../src/engine/slots.js'
import { EVENT_KINDS, type EventBody, MESSAGE_KINDS } from '../../src/model/event.js'
import { ROLES } from '../../src/model/member.js'
import { factsOf, GROUP, resourcesOf } from '../signals/support.js'
import { countingRegistry } from './support.js'

describe('canonical', () => {
  it.each([
    [
      { a: 1, b: { c: 2, d: 3 } },
      { b: { d: 3, c: 2 }, a: 1 },
    ],
    [[{ x: 1, y: 2 }], [{ y: 2, x: 1 }]],
    [undefined, undefined],
    [{ a: undefined }, {}],
  ])('%j is the same as %j', (a, b) => {
    expect(canonical(a)).toBe(canonical(b))
  })

  it.each([
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: '1' }],
    [{ a: 1 }, [['a', 1]]],
    [null, undefined],
    [true, 'true'],
  ])('%j is not the same as %j', (a, b) => {
    expect(canonical(a)).not.toBe(canonical(b))
  })
})

describe('Slots', () => {
  it('gives the same slot for the same question, numbered from 0', () => {
    const slots = new Slots(new Detectors(countingRegistry().known, resourcesOf()))
    const [a, b, again] = [slots.of('has', '甲'), slots.of('has', '乙'), slots.of('has', '甲')]
    expect([a.index, b.index, slots.size]).toEqual([0, 1, 2])
    expect(again).toBe(a)
  })

  it('prepares once for all packs, each of which numbers its own', () => {
    const detectors = new Detectors(countingRegistry().known, resourcesOf())
    const [one, other] = [new Slots(detectors), new Slots(detectors)]
    one.of('has', '甲')
    const [a, b] = [one.of('has', '乙'), other.of('has', '乙')]
    expect(a.detector).toBe(b.detector)
    expect([a.index, b.index]).toEqual([1, 0])
  })

  it('refuses a signal that is not there', () => {
    expect(() => new Slots(new Detectors(new Map(), resourcesOf())).of('has', '甲')).toThrow(RangeError)
  })
})

describe('planKey', () => {
  const bodies: EventBody[] = [
    ...MESSAGE_KINDS.map(kind => ({ kind: 'message' as const, message: { kind, text: '' } })),
    { kind: 'recall', of: null },
    { kind: 'join', joined: [], inviter: null, via: 'unknown' },
    { kind: 'leave', left: [] },
    { kind: 'rename', name: '' },
    { kind: 'notice', text: '' },
  ]

  it('is different for whatever changes which rules apply', () => {
    expect(bodies).toHaveLength(MESSAGE_KINDS.length + EVENT_KINDS.length - 1)
    const keys = bodies.flatMap(body =>
      ROLES.flatMap(role =>
        [null, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(grade =>
          planKey(factsOf({ body, role, facts: { group: { ...GROUP, grade } } })),
        ),
      ),
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(Math.min(...keys)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...keys)).toBeLessThan(10_000)
  })
})
