import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Pacer, type Pacing } from '../../src/effects/pacing.js'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/model/time.js'

const START = Date.UTC(2026, 8, 9)

/** Sends as fast as the pacer allows, from `START`; returns the instants. */
function sendAll(pacing: Pacing, count: number, random = () => 0.5): number[] {
  const sent: number[] = []
  const pacer = new Pacer(pacing, random, since => sent.filter(at => at >= since).length)
  let now = START
  while (sent.length < count) {
    const at = pacer.readyAt(now)
    if (at <= now) {
      sent.push(now)
      pacer.spend(now)
    } else now = at
  }
  return sent
}

describe('a minute', () => {
  it('begins with a full bucket, which is refilled evenly', () => {
    const sent = sendAll({ perMinute: 4, perDay: 1000, jitter: 0 }, 7)
    expect(sent.map(at => (at - START) / SECOND)).toEqual([0, 0, 0, 0, 15, 30, 45])
  })

  it('never fills the bucket beyond its size', () => {
    const sent: number[] = []
    const pacer = new Pacer(
      { perMinute: 2, perDay: 100, jitter: 0 },
      () => 0,
      () => 0,
    )
    pacer.readyAt(START)
    const later = START + HOUR
    while (pacer.readyAt(later) <= later) {
      pacer.spend(later)
      sent.push(later)
    }
    expect(sent).toHaveLength(2)
  })

  it('remembers over a restart what was sent just now', () => {
    const pacer = new Pacer(
      { perMinute: 4, perDay: 100, jitter: 0 },
      () => 0,
      since => (since >= START - MINUTE ? 4 : 0),
    )
    expect(pacer.readyAt(START)).toBe(START + 15 * SECOND)
  })

  it('survives a clock that goes back', () => {
    const pacer = new Pacer(
      { perMinute: 1, perDay: 100, jitter: 10 * SECOND },
      () => 0.9,
      () => 0,
    )
    pacer.spend(START)
    expect(pacer.readyAt(START - DAY)).toBeLessThanOrEqual(START - DAY + MINUTE)
  })

  it('lets an urgent line through an empty bucket without going into debt', () => {
    const pacer = new Pacer(
      { perMinute: 1, perDay: 100, jitter: 0 },
      () => 0,
      () => 0,
    )
    for (let i = 0; i < 5; i++) pacer.spend(START)
    expect(pacer.readyAt(START)).toBe(START + MINUTE)
  })
})

describe('a pause', () => {
  it('follows each line, as long as chance says', () => {
    const rolls = [0, 0.5, 0.999]
    const sent = sendAll({ perMinute: 60, perDay: 1000, jitter: 10 * SECOND }, 4, () => rolls.shift() ?? 0)
    const pauses = sent.slice(1).map((at, i) => at - (sent[i] as number))
    expect(pauses).toEqual([0, 5 * SECOND, 9_990])
  })
})

describe('a day', () => {
  it('is any 24 hours, not a date', () => {
    const sent: number[] = [START, START + 23 * HOUR]
    const pacer = new Pacer(
      { perMinute: 60, perDay: 2, jitter: 0 },
      () => 0,
      since => sent.filter(at => at >= since).length,
    )
    const soon = START + 23.5 * HOUR
    expect(pacer.readyAt(soon)).toBeGreaterThan(soon)
    const later = START + DAY + 1
    expect(pacer.readyAt(later)).toBe(later)
  })
})

it('never sends more than allowed, whatever the figures', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 5 * SECOND }),
      (perMinute, perDay, jitter) => {
        const sent = sendAll({ perMinute, perDay, jitter }, 60)
        for (const at of sent) {
          expect(sent.filter(other => other >= at && other - at < DAY).length).toBeLessThanOrEqual(perDay)
          // a full bucket and what is refilled meanwhile
          expect(sent.filter(other => other >= at && other - at < MINUTE).length).toBeLessThanOrEqual(2 * perMinute)
        }
      },
    ),
    { numRuns: 50 },
  )
})
