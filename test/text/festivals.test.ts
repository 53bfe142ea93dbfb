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

  it('names these days of 2026 and no other', () => {
    const named = dates('2026-01-01', '2026-12-31').flatMap(date => {
      const name = festivalOf(date)
      return name === null ? [] : [`${date.slice(5)} ${name}`]
    })
    expect(named).toEqual([
      ...['01-01 元旦', '01-26 腊八节', '02-10 小年', '02-14 情人节', '02-16 除夕', '02-17 春节', '03-03 元宵节'],
      ...[
        '03-08 妇女节',
        '03-12 植树节',
        '03-20 龙抬头',
        '04-05 清明节',
        '05-01 劳动节',
        '05-04 青年节',
        '05-10 母亲节',
      ],
      ...['06-01 儿童节', '06-19 端午节', '06-21 父亲节', '07-01 建党节', '08-01 建军节', '08-19 七夕', '08-27 中元节'],
      ...['09-10 教师节', '09-25 中秋节', '10-01 国庆节', '10-18 重阳节', '11-26 感恩节', '12-22 冬至', '12-24 平安夜'],
      '12-25 圣诞节',
    ])
  })

  it('the eve is the last day of the twelfth month, be it the 29th or the 30th', () => {
    expect(festivalOf('2022-01-31')).toBe('除夕')
    expect(festivalOf('2023-01-21')).toBe('除夕')
    expect(festivalOf('2023-01-20')).toBeNull()
    // the 29th and 30th of other months are no eves
    expect(festivalOf('2026-03-18')).toBeNull()
  })

  it('has no second Dragon Boat Festival in a leap fifth month', () => {
    expect(festivalOf('2009-05-28')).toBe('端午节')
    expect(festivalOf('2009-06-27')).toBeNull()
  })

  it('at the edges of the lunar tables names no lunar day', () => {
    const lunar = ['春节', '元宵节', '龙抬头', '端午节', '七夕', '中元节', '中秋节', '重阳节', '腊八节', '小年', '除夕']
    for (const year of [1899, 1900, 2100, 2101]) {
      const found = new Set(dates(`${year}-01-01`, `${year}-12-31`).map(festivalOf))
      expect([...found].filter(name => name !== null && lunar.includes(name))).toEqual([])
      expect(found).toContain('教师节')
    }
  })

  it('beyond the lunar tables the solar ones are left', () => {
    expect(festivalOf('1890-01-01')).toBe('元旦')
    expect(festivalOf('2150-09-10')).toBe('教师节')
    expect(festivalOf('2150-09-11')).toBeNull()
  })
})
