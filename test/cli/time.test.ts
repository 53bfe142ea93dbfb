import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fullStamp, parseSince, stamp } from '../../src/cli/time.js'
import { BanzhangError } from '../../src/model/errors.js'
import { DAY, HOUR, MINUTE } from '../../src/model/time.js'
import { zonedInstant } from '../../src/text/index.js'
import { NOW, ZONE } from './support.js'

describe('stamp', () => {
  it.each([
    [NOW, ZONE, '2026-11-04 15:00:07'],
    [NOW, 'America/New_York', '2026-11-04 02:00:07'],
    [Date.UTC(2026, 0, 1), ZONE, '2026-01-01 08:00:00'],
    // midnight is 00, never 24
    [Date.UTC(2026, 11, 31, 16), ZONE, '2027-01-01 00:00:00'],
  ])('writes %i in %s as %s', (at, zone, expected) => {
    expect(fullStamp(at, zone)).toBe(expected)
    expect(stamp(at, zone)).toBe(expected.slice(5))
  })

  it('is what parseSince reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), seconds => {
        const at = seconds * 1000
        expect(zonedInstant(fullStamp(at, ZONE).replace(' ', 'T'), ZONE)).toBe(at)
      }),
    )
  })
})

describe('parseSince', () => {
  it.each([
    ['90s', NOW - 1.5 * MINUTE],
    ['2h', NOW - 2 * HOUR],
    ['7d', NOW - 7 * DAY],
    ['2026-11-04', Date.UTC(2026, 10, 3, 16)],
    ['2026-11-04T15:00', Date.UTC(2026, 10, 4, 7)],
  ])('reads %s', (text, expected) => {
    expect(parseSince(text, NOW, ZONE)).toBe(expected)
  })

  it('takes the clock of the school', () => {
    expect(parseSince('2026-11-04T15:00', NOW, 'UTC')).toBe(Date.UTC(2026, 10, 4, 15))
  })

  it.each([
    '',
    '昨天',
    '2h ago',
    '-2h',
    '2026-13-01',
    '2026-02-30',
    '2026-11-04T25:00',
    '2026-11-04 15:00',
    '1e9d',
    'NaN',
  ])('refuses %j and shows what can be written', text => {
    expect(() => parseSince(text, NOW, ZONE)).toThrow(BanzhangError)
    try {
      parseSince(text, NOW, ZONE)
    } catch (error) {
      expect(error).toMatchObject({ code: 'BZ502', hint: expect.stringContaining('7d') })
    }
  })
})
