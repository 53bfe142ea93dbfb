import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { calendarKnows, isTimeZone, localTime, zonedInstant, zoneOffset } from '../../src/text/index.js'
import { cpu } from '../cpu.js'

const SHANGHAI = 'Asia/Shanghai'
const at = (local: string, zone = SHANGHAI): number => zonedInstant(local, zone) as number

describe('localTime', () => {
  it('is the clock on the wall', () => {
    expect(localTime(Date.parse('2026-09-09T23:30:59Z'), SHANGHAI)).toEqual({
      date: '2026-09-10',
      minutes: 7 * 60 + 30,
      weekday: 4,
      workday: true,
      festival: '教师节',
    })
  })

  it.each([
    ['2026-11-04T00:00', 0],
    ['2026-11-04T06:59', 419],
    ['2026-11-04T23:59', 1439],
  ])('%s is minute %i', (local, minutes) => {
    expect(localTime(at(local), SHANGHAI)).toMatchObject({ date: '2026-11-04', minutes, weekday: 3 })
  })

  it('works before 1970 and in zones with summer time', () => {
    expect(localTime(-1, 'UTC')).toMatchObject({ date: '1969-12-31', minutes: 1439, weekday: 3 })
    expect(localTime(Date.parse('2026-07-01T12:00Z'), 'Europe/Berlin').minutes).toBe(14 * 60)
    expect(localTime(Date.parse('2026-12-01T12:00Z'), 'Europe/Berlin').minutes).toBe(13 * 60)
    expect(localTime(Date.parse('2026-12-01T12:00Z'), 'Asia/Kathmandu').minutes).toBe(17 * 60 + 45)
    expect(localTime(Date.parse('2026-11-03T20:00Z'), 'Asia/Urumqi').minutes).toBe(120)
  })

  it.each([
    ['a plain Wednesday', '2026-11-04', true],
    ['a plain Saturday', '2026-11-07', false],
    ['a make-up Saturday', '2026-10-10', true],
    ['a make-up Saturday before the new year', '2026-02-28', true],
    ['a holiday on a weekday', '2026-10-05', false],
    ['the new year', '2026-02-17', false],
  ])('%s', (_name, date, workday) => {
    expect(localTime(at(`${date}T12:00`), SHANGHAI).workday).toBe(workday)
  })

  it('the school’s own days win', () => {
    const calendar = { workdays: ['2026-11-07'], restDays: ['2026-11-04', '2026-11-07'] }
    expect(localTime(at('2026-11-07T12:00'), SHANGHAI, calendar).workday).toBe(true)
    expect(localTime(at('2026-11-04T12:00'), SHANGHAI, calendar).workday).toBe(false)
    expect(localTime(at('2026-11-05T12:00'), SHANGHAI, calendar).workday).toBe(true)
    expect(localTime(at('2026-11-04T12:00'), SHANGHAI).workday).toBe(true)
  })

  it('a year without data has Mondays to Fridays', () => {
    expect(calendarKnows(2026)).toBe(true)
    expect(calendarKnows(2099)).toBe(false)
    expect(calendarKnows(0)).toBe(false)
    expect(localTime(at('2099-10-01T12:00'), SHANGHAI)).toMatchObject({ weekday: 4, workday: true, festival: '国庆节' })
    expect(localTime(at('2099-10-03T12:00'), SHANGHAI).workday).toBe(false)
  })

  it('is cheap', () => {
    const spent = cpu(() => {
      for (let i = 0; i < 100_000; i++) localTime(1_790_000_000_000 + i * 1000, SHANGHAI)
    })
    expect(spent).toBeLessThan(10_000)
  })
})

describe('festivals', () => {
  it.each([
    ['2026-01-01', '元旦'],
    ['2026-02-16', '除夕'],
    ['2026-02-17', '春节'],
    ['2026-03-03', '元宵节'],
    ['2026-03-08', '妇女节'],
    ['2026-04-05', '清明节'],
    ['2026-05-10', '母亲节'],
    ['2026-06-01', '儿童节'],
    ['2026-06-19', '端午节'],
    ['2026-06-21', '父亲节'],
    ['2026-09-10', '教师节'],
    ['2026-09-25', '中秋节'],
    ['2026-10-01', '国庆节'],
    ['2026-10-18', '重阳节'],
    ['2026-11-26', '感恩节'],
    ['2020-10-01', '中秋节'],
    ['2026-11-04', null],
    ['2026-11-19', null],
  ])('%s is %s', (date, festival) => {
    expect(localTime(at(`${date}T08:00`), SHANGHAI).festival).toBe(festival)
  })
})

describe('zonedInstant', () => {
  it('reads a local time', () => {
    expect(at('2026-11-04T15:00')).toBe(Date.parse('2026-11-04T15:00:00+08:00'))
    expect(at('2026-11-04T15:00:30')).toBe(Date.parse('2026-11-04T15:00:30+08:00'))
    expect(at('2026-07-04T15:00', 'Europe/Berlin')).toBe(Date.parse('2026-07-04T13:00:00Z'))
  })

  it.each([
    '',
    '2026-11-04',
    '2026-02-30T10:00',
    '2026-13-01T10:00',
    '2026-11-04T25:00',
    '2026-11-04T10:61',
    'x',
    '2026-1-4T1:00',
  ])('refuses %s', text => {
    expect(zonedInstant(text, SHANGHAI)).toBeNull()
  })

  it('a skipped hour goes on, a doubled one is the first', () => {
    expect(at('2026-03-29T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30Z'))
    expect(at('2026-10-25T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30Z'))
  })

  it('goes there and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000 }),
        fc.constantFrom(SHANGHAI, 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
        (quarters, zone) => {
          const instant = quarters * 900_000
          const { date, minutes } = localTime(instant, zone)
          const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
          const back = zonedInstant(`${date}T${clock}`, zone) as number
          expect(localTime(back, zone)).toEqual(localTime(instant, zone))
        },
      ),
    )
  })
})

describe('zones', () => {
  it('knows real zones only', () => {
    expect(isTimeZone(SHANGHAI)).toBe(true)
    expect(isTimeZone('Asia/Atlantis')).toBe(false)
    expect(isTimeZone('')).toBe(false)
    expect(() => localTime(0, 'Asia/Atlantis')).toThrow(RangeError)
  })

  it('China kept summer time once', () => {
    expect(zoneOffset(Date.parse('1988-07-01T00:00Z'), SHANGHAI)).toBe(540)
    expect(zoneOffset(Date.parse('2026-07-01T00:00Z'), SHANGHAI)).toBe(480)
  })
})
