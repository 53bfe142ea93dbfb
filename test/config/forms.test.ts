import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import {
  date,
  descriptionOf,
  duration,
  formOf,
  isDate,
  line,
  localDateTime,
  timeOfDay,
  withForm,
} from '../../src/config/forms.js'
import { HOUR, MINUTE } from '../../src/model/time.js'

const suggested = (schema: z.ZodType, value: unknown) => formOf(schema)?.suggest(value) ?? null

describe('a duration', () => {
  it.each([
    ['90s', 90_000],
    ['10m', 10 * MINUTE],
    ['6h', 6 * HOUR],
    ['7d', 168 * HOUR],
  ])('%s', (text, milliseconds) => expect(duration.parse(text)).toBe(milliseconds))

  it.each(['', '10', 'm', '10 m', '1.5h', '-1m', '10M', '1h30m', '9999999s', 10, null])('is not %j', value => {
    expect(duration.safeParse(value).success).toBe(false)
  })

  it.each([
    [10, '10m'],
    ['10', '10m'],
    ['10分钟', '10m'],
    ['１０分', '10m'],
    ['6 小时', '6h'],
    ['6 hours', '6h'],
    ['90秒', '90s'],
    ['7天', '7d'],
    ['10M', '10m'],
    ['一小时', null],
    ['1h30m', null],
    [['10m'], '10m'],
    [null, null],
  ])('%j was meant as %s', (value, meant) => expect(suggested(duration, value)).toBe(meant))
})

describe('a time of day', () => {
  it.each([
    ['00:00', 0],
    ['7:05', 425],
    ['22:00', 1320],
    ['24:00', 1440],
  ])('%s', (text, minutes) => expect(timeOfDay.parse(text)).toBe(minutes))

  it.each(['24:01', '25:00', '12:60', '12', '12:5', 'noon', 1320])('is not %j', value => {
    expect(timeOfDay.safeParse(value).success).toBe(false)
  })

  it.each([
    [22, '"22:00"'],
    ['22点', '"22:00"'],
    ['7点30分', '"07:30"'],
    ['7.30', '"07:30"'],
    ['２２：００', '"22:00"'],
    ['晚上十点', null],
    ['99', null],
  ])('%j was meant as %s', (value, meant) => expect(suggested(timeOfDay, value)).toBe(meant))
})

describe('a date', () => {
  it('is a day that exists', () => {
    expect(date.safeParse('2028-02-29').success).toBe(true)
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', 'today']) {
      expect([text, date.safeParse(text).success]).toEqual([text, false])
    }
    expect(isDate('2026-04-31')).toBe(false)
  })

  it('with a time has seconds or not, and never a zone', () => {
    for (const text of ['2026-11-04T15:00', '2026-11-04T15:00:30']) expect(localDateTime.parse(text)).toBe(text)
    for (const text of ['2026-11-04T24:00', '2026-11-04T15:00Z', '2026-11-04', '2026-11-31T15:00']) {
      expect([text, localDateTime.safeParse(text).success]).toEqual([text, false])
    }
    expect(suggested(localDateTime, '2026-11-04 15:00')).toBe('"2026-11-04T15:00"')
    expect(suggested(localDateTime, 'tomorrow')).toBeNull()
  })
})

describe('forms and descriptions', () => {
  it('are found under whatever a schema is wrapped in', () => {
    for (const wrapped of [
      duration.optional(),
      duration.describe('x').optional(),
      duration.nullable(),
      duration.default(5),
    ]) {
      expect(formOf(wrapped)?.text).toContain('时长')
    }
    expect(formOf(z.string())).toBeNull()
    expect(formOf(null)).toBeNull()
    expect(descriptionOf(line.describe('标题').optional())).toBe('标题')
    expect(descriptionOf(z.string().optional())).toBeNull()
  })

  it('belong to one schema and not to others of its kind', () => {
    const own = withForm(z.string(), { text: '自己的', suggest: () => null })
    expect(formOf(own)?.text).toBe('自己的')
    expect(formOf(z.string())).toBeNull()
  })
})
