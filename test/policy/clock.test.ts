import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DAY, MINUTE } from '../../src/model/time.js'
import { isNight, leavesAt, nextTime, timeOfDay, wallClock } from '../../src/policy/index.js'
import { at, MIDNIGHT, PARAMS } from './world.js'

const clockAt = (time: string) => wallClock(at(time), ((at(time) - MIDNIGHT) % DAY) / MINUTE)

describe('wallClock', () => {
  it('finds midnight', () => {
    expect(clockAt('15:07')).toEqual({ now: at('15:07'), minutes: 907, dayStart: MIDNIGHT })
  })

  it('goes on from the time of the event to a later one', () => {
    expect(wallClock(at('23:50'), 23 * 60 + 50, at('1 00:05'))).toEqual({
      now: at('1 00:05'),
      minutes: 5,
      dayStart: MIDNIGHT + DAY,
    })
  })

  it('shows the same whatever instant it was set by', () => {
    const times = fc.integer({ min: 0, max: 3 * DAY })
    fc.assert(
      fc.property(times, times, (set, later) => {
        const now = MIDNIGHT + set + later
        const one = wallClock(MIDNIGHT + set, Math.floor((set % DAY) / MINUTE), now)
        expect(one.minutes).toBe(Math.floor(((set + later) % DAY) / MINUTE))
        expect(now - one.dayStart).toBe((set + later) % DAY)
      }),
    )
  })
})

describe('nextTime', () => {
  it('is the next instant at that time of day, never now', () => {
    expect(nextTime(clockAt('06:59'), 420)).toBe(at('07:00'))
    expect(nextTime(clockAt('07:00'), 420)).toBe(at('1 07:00'))
    expect(nextTime(clockAt('23:00'), 24 * 60)).toBe(at('1 00:00'))
  })

  it('writes times with two digits', () => {
    expect([0, 65, 1439].map(timeOfDay)).toEqual(['00:00', '01:05', '23:59'])
  })
})

describe('leavesAt', () => {
  const table: [string, 'P0' | 'P1' | 'P2', string][] = [
    ['03:00', 'P0', '03:00'],
    ['21:59', 'P1', '21:59'],
    ['22:00', 'P1', '1 07:00'],
    ['03:00', 'P1', '07:00'],
    ['07:00', 'P1', '07:00'],
    ['07:00', 'P2', '07:30'],
    ['07:30', 'P2', '07:30'],
    ['20:59', 'P2', '20:59'],
    ['21:00', 'P2', '1 07:30'],
    ['03:00', 'P2', '07:30'],
  ]
  it.each(table)('at %s, %s leaves at %s', (now, severity, leaves) => {
    expect(leavesAt(clockAt(now), PARAMS, severity)).toBe(at(leaves))
  })

  it('knows the night', () => {
    expect(['21:59', '22:00', '06:59', '07:00'].map(time => isNight(clockAt(time), PARAMS))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
