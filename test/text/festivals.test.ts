import { describe, expect, it } from '@jest/globals'
import { festivalOf } from '../../src/text/festivals.js'
import { localTime, zonedInstant } from '../../src/text/index.js'

/** The State Council’s arrangement for 2026: days off, and the weekend days worked in their place. */
const OFF_2026 = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const
const WORKED_2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

const dates = (from: string, to: string): string[] => {
  const found: string[] = []
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) {
    found.push(new Date(day).toISOString().slice(0, 10))
  }
  return found
}

describe('the year 2026', () => {
  it('has exactly the workdays that were announced', () => {
    const off = new Set(OFF_2026.flatMap(([from, to]) => dates(from, to)))
    for (const date of dates('2026-01-01', '2026-12-31')) {
      const weekend = [0, 6].includes(new Date(date).getUTCDay())
      const expected = WORKED_2026.includes(date) || (!weekend && !off.has(date))
      const at = zonedInstant(`${date}T12:00`, 'Asia/Shanghai') as number
      expect([date, localTime(at, 'Asia/Shanghai').workday]).toEqual([date, expected])
    }
  })
})

describe('festivalOf', () => {
  it.each([
    ['2024-02-09', '除夕'],
    ['2024-02-10', '春节'],
    ['2025-01-28', '除夕'],
    ['2025-01-29', '春节'],
    ['2025-05-31', '端午节'],
    ['2025-10-06', '中秋节'],
    ['2025-10-29', '重阳节'],
    ['2027-02-06', '春节'],
    ['2027-09-15', '中秋节'],
  ])('lunar: %s is %s', (date, name) => {
    expect(festivalOf(date)).toBe(name)
  })

  it('a leap month has no festivals', () => {
    // the second sixth month of 2025 begins on 25 July; the seventh of the true seventh month is 29 August
    expect(festivalOf('2025-08-29')).toBe('七夕')
    expect(festivalOf('2025-07-31')).toBeNull()
  })

  it.each([
    ['2025-05-11', '母亲节'],
    ['2025-06-15', '父亲节'],
    ['2025-11-27', '感恩节'],
    ['2025-11-20', null],
    ['2025-05-18', null],
  ])('moving: %s is %s', (date, name) => {
    expect(festivalOf(date)).toBe(name)
  })

  it.each([
    ['2025-12-21', '冬至'],
    ['2026-04-05', '清明节'],
    ['2026-09-10', '教师节'],
    ['2026-06-01', '儿童节'],
    ['2026-03-08', '妇女节'],
    ['2026-12-25', '圣诞节'],
    ['2026-09-11', null],
  ])('solar: %s is %s', (date, name) => {
    expect(festivalOf(date)).toBe(name)
  })

  it('beyond the lunar tables the solar ones are left', () => {
    expect(festivalOf('1890-01-01')).toBe('元旦')
    expect(festivalOf('2150-09-10')).toBe('教师节')
    expect(festivalOf('2150-09-11')).toBeNull()
  })
})
