import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { deadlineOf } from '../../src/text/deadline.js'
import { zonedInstant } from '../../src/text/index.js'

const ZONE = 'Asia/Shanghai'
const at = (local: string, zone = ZONE): number => zonedInstant(local, zone) as number

/** The deadline in UTC, or null. */
function deadline(text: string, now = '2026-09-09T15:00', zone = ZONE): string | null {
  const instant = deadlineOf(text, at(now, zone), zone)
  return instant === null ? null : new Date(instant).toISOString()
}
const utc = (local: string, zone = ZONE): string => new Date(at(local, zone)).toISOString()

describe('hours', () => {
  it.each([
    ['晚上9点前回复', '2026-09-09T21:00'],
    ['晚9点前回复', '2026-09-09T21:00'],
    ['今晚9:30前回复', '2026-09-09T21:30'],
    ['今晚九点一刻前回复', '2026-09-09T21:15'],
    ['今晚九点三刻前回复', '2026-09-09T21:45'],
    ['今晚九点二十分前回复', '2026-09-09T21:20'],
    ['今天下午5点半前回复', '2026-09-09T17:30'],
    ['傍晚6点前回复', '2026-09-09T18:00'],
    ['明天上午10点前回复', '2026-09-10T10:00'],
    ['明天早上7点前回复', '2026-09-10T07:00'],
    ['明天中午12点前回复', '2026-09-10T12:00'],
    ['明天中午1点前回复', '2026-09-10T13:00'],
    ['今晚24点前回复', '2026-09-10T00:00'],
    ['今晚12点前回复', '2026-09-10T00:00'],
    ['明晚12点前回复', '2026-09-11T00:00'],
    ['晚上十二点前回复', '2026-09-10T00:00'],
    ['22：00前回复', '2026-09-09T22:00'],
    ['6点前回复', '2026-09-09T18:00'],
    ['16点前回复', '2026-09-09T16:00'],
  ])('%s', (text, local) => {
    expect(deadline(text)).toBe(utc(local))
  })
})

describe('days', () => {
  it.each([
    ['今天之前回复', '2026-09-10T00:00'],
    ['明天前回复', '2026-09-11T00:00'],
    ['后天前回复', '2026-09-12T00:00'],
    ['大后天前回复', '2026-09-13T00:00'],
    ['周四前回复', '2026-09-11T00:00'],
    ['本周五前回复', '2026-09-12T00:00'],
    ['这周日前回复', '2026-09-14T00:00'],
    ['星期天之前回复', '2026-09-14T00:00'],
    ['周一前回复', '2026-09-15T00:00'],
    ['下周三前回复', '2026-09-17T00:00'],
    ['礼拜六前回复', '2026-09-13T00:00'],
    ['9月30日前回复', '2026-10-01T00:00'],
    ['9月30号以前回复', '2026-10-01T00:00'],
    ['12号前回复', '2026-09-13T00:00'],
    ['5号前回复', '2026-10-06T00:00'],
    ['周三前回复', '2026-09-10T00:00'],
  ])('%s', (text, local) => {
    expect(deadline(text)).toBe(utc(local))
  })

  it('the turn of the year', () => {
    expect(deadline('1月3日前回复', '2026-12-28T10:00')).toBe(utc('2027-01-04T00:00'))
    expect(deadline('3号前回复', '2026-12-28T10:00')).toBe(utc('2027-01-04T00:00'))
    expect(deadline('周五前回复', '2026-12-30T10:00')).toBe(utc('2027-01-02T00:00'))
  })
})

describe('how long', () => {
  it.each([
    ['请两小时内回复', '2026-09-09T17:00'],
    ['收到的家长10分钟内回复', '2026-09-09T15:10'],
    ['半小时之内填完接龙', '2026-09-09T15:30'],
    ['一个半小时以内回复', '2026-09-09T16:30'],
    ['请3天内上交', '2026-09-12T15:00'],
    ['十分钟内反馈', '2026-09-09T15:10'],
    // a Wednesday
    ['本周内完成打卡', '2026-09-14T00:00'],
    ['这周之内交回执', '2026-09-14T00:00'],
    ['两小时内回复，最晚今晚8点前', '2026-09-09T20:00'],
  ])('%s', (text, local) => {
    expect(deadline(text)).toBe(utc(local))
  })

  it.each(['作业30分钟内写完', '0分钟内回复', '9月30日内部会议请回复', '半天内容请填写'])('none: %s', text => {
    expect(deadline(text)).toBeNull()
  })
})

describe('which of them counts', () => {
  it.each([
    ['the latest', '今晚8点前报名，明天12点前缴费', '2026-09-10T12:00'],
    ['the one of the sentence that wants an answer', '明天7:40前到校。今晚9点前回复', '2026-09-09T21:00'],
    ['after 截止', '报名截止：9月12日', '2026-09-13T00:00'],
    ['before 截止', '本周五17点截止，请接龙', '2026-09-11T17:00'],
    ['before 为止', '填写到周四为止', '2026-09-11T00:00'],
  ])('%s', (_name, text, local) => {
    expect(deadline(text)).toBe(utc(local))
  })

  it.each([
    ['no answer wanted', '明天8点前到校'],
    ['gone by', '今天上午8点前回复'],
    ['no such hour', '今晚29点前回复'],
    ['no such minute', '今晚8:75前回复'],
    ['no such date', '2月30日前回复'],
    ['no date at all', '请提前回复'],
    ['in front of', '请在校门前回复班主任'],
    ['nothing', ''],
  ])('none: %s', (_name, text) => {
    expect(deadline(text)).toBeNull()
  })

  it('is meant on the clock of the school', () => {
    expect(deadline('今晚8点前回复', '2026-09-09T15:00', 'Asia/Urumqi')).toBe(utc('2026-09-09T20:00', 'Asia/Urumqi'))
    expect(deadline('今晚8点前回复', '2026-07-09T15:00', 'Europe/Berlin')).toBe(
      utc('2026-07-09T20:00', 'Europe/Berlin'),
    )
  })

  it('is always to come', () => {
    const piece = fc.constantFrom(
      '今天',
      '明早',
      '周一',
      '下周日',
      '1月',
      '31日',
      '8点',
      '半',
      '二十五点',
      ':61',
      '前',
      '截止',
      '回复',
      '下午',
      '凌晨',
      '十',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.integer({ min: 0, max: 2_000_000_000 }), (pieces, seconds) => {
        const now = seconds * 1000
        const instant = deadlineOf(pieces.join(''), now, ZONE)
        if (instant !== null) expect(instant).toBeGreaterThan(now)
      }),
      { numRuns: 500 },
    )
  })
})
