import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DAY } from '../../src/model/time.js'
import { normalise, noticeOf, zonedInstant } from '../../src/text/index.js'
import { growth, LINEAR } from '../cpu.js'

const ZONE = 'Asia/Shanghai'
/** a Wednesday */
const AT = zonedInstant('2026-09-09T15:00', ZONE) as number
const at = (local: string): number => zonedInstant(local, ZONE) as number

const notice = (text: string): ReturnType<typeof noticeOf> =>
  noticeOf(normalise(text), { eventId: 'e1', at: AT, timezone: ZONE })
const wanted = (text: string): string | undefined => notice(text)?.wanted

describe('what a notice asks for', () => {
  it.each([
    '【通知】明天停课一天，收到请回复。',
    '各位家长，明天开家长会，收到请回复1',
    '明天秋游，请看到后回复一下',
    '看到的家长请在群里扣1',
    '请各位家长回复“参加”或“不参加”',
    '愿意出校车站岗的请在群里回“站岗”',
    '收到回复姓名',
    '收到请回复，有问题的私信我',
    '【重要】已更换教室，请家长收到后确认',
    '各位家长：明天体检，已读请回',
    '明早8点之前回复',
  ])('reply: %s', text => {
    expect(wanted(text)).toBe('reply')
  })

  it.each(['想参加的请接龙', '【报名】义卖志愿者，自愿接龙：\n1.', '请按格式接龙，不参加的不用回复'])(
    'chain: %s',
    text => {
      expect(wanted(text)).toBe('chain')
    },
  )

  it.each([
    '【通知】明天穿校服，无需回复。',
    '各位家长，明天带水壶，不用回复',
    '一条一条的“收到”就免了吧，不用回',
    '请家长知悉即可，不必逐一回复',
    '【温馨提示】降温添衣，看到就好',
    '请在小程序里确认，群里请勿回复收到',
    '请大家完成问卷，不需要在群里接龙',
    '请在钉钉上提交，谢谢',
    '请勿在群里回复收到',
    '有疑问的请私信回复我',
  ])('none: %s', text => {
    expect(wanted(text)).toBe('none')
  })

  it.each([
    '【通知】明天停课一天。',
    '各位家长，后天请带小铁铲一把',
    '@所有人 下午提前放学',
    '周四8:10在车棚集合，穿长裤',
    '温馨提醒：近期天气多变，注意添衣',
    '请家长们注意孩子的上网时间',
    '今天课上学了成语接龙，请家长陪孩子玩一玩',
    '【通知】接龙已结束，名单稍后发',
    '各位家长，接龙截止了，请耐心等通知',
  ])('unsaid: %s', text => {
    expect(wanted(text)).toBe('unsaid')
  })

  it.each([
    '好的',
    '谢谢大家',
    '大家辛苦了！',
    '李雷妈妈，明天带一下疫苗本',
    '@李雷妈妈 可以的，明天带来',
    '我在监考，收卷以后再看消息',
    '对，明天交',
    '真好',
    '',
    '🌹🌹🌹',
  ])('no notice: %s', text => {
    expect(notice(text)).toBeNull()
  })

  it('carries the event', () => {
    expect(notice('【通知】明天停课')).toEqual({ eventId: 'e1', at: AT, wanted: 'unsaid', until: AT + DAY })
  })
})

describe('until when', () => {
  it.each([
    ['今晚8点前回复', '2026-09-09T20:00'],
    ['今晚八点半之前接龙', '2026-09-09T20:30'],
    ['今天18点截止报名', '2026-09-09T18:00'],
    ['请在5点前回复', '2026-09-09T17:00'],
    ['请于20:30前填写', '2026-09-09T20:30'],
    ['明早8点前回复', '2026-09-10T08:00'],
    ['明天中午12点前提交', '2026-09-10T12:00'],
    ['明天下午两点前回复', '2026-09-10T14:00'],
    ['周五前上交回执', '2026-09-12T00:00'],
    ['周五（9月11日）放学前交齐', '2026-09-12T00:00'],
    ['下周一前确认', '2026-09-15T00:00'],
    ['9月10日前完成问卷', '2026-09-11T00:00'],
    ['9月10日17:00前报名', '2026-09-10T17:00'],
    ['10日前缴费', '2026-09-11T00:00'],
    ['报名截止时间：9月11日16点', '2026-09-11T16:00'],
    ['截止到周四晚上9点，请接龙', '2026-09-10T21:00'],
    ['今晚8点前回复，最晚明早8点前补报', '2026-09-10T08:00'],
    ['3日前回复', '2026-09-09T15:00+1'],
  ])('%s', (text, local) => {
    const until = notice(`【通知】各位家长，请${text}`)?.until
    if (local.endsWith('+1')) expect(until).toBeGreaterThan(AT)
    else expect(new Date(until as number).toISOString()).toBe(new Date(at(local)).toISOString())
  })

  it.each([
    ['a time to come to school', '【通知】明天7:40前到校'],
    ['a time gone by', '【通知】请于9月8日前回复的家长再确认一下'],
    ['no such date', '【通知】请于9月31日前回复'],
    ['a rank', '【通知】前10名有奖，请回复'],
    ['ahead, in space', '【通知】请从校门前往操场，收到回复'],
  ])('%s is no deadline', (_name, text) => {
    expect(notice(text)?.until).toBe(AT + DAY)
  })

  it.each([
    '不用回复了',
    '名单够了 大家不必接龙了',
    '【通知】各位家长，名单已齐，请不要再接龙',
    '请大家不用再逐条回复',
    '都回了，不用再回复啦',
  ])('takes back what was asked before: %s', text => {
    expect(notice(text)).toMatchObject({ wanted: 'none', ends: true })
  })

  it.each([
    '【通知】周三开放日，看到即可，不用回复',
    '各位家长，请明天带彩笔，不必回复了',
    '【通知】明天再带一次彩笔，无需回复',
    '【通知】明天带彩笔，收到请回复',
    '【通知】明天带彩笔',
  ])('takes nothing back: %s', text => {
    expect(notice(text)).not.toBeNull()
    expect(notice(text)).not.toHaveProperty('ends')
  })

  it('a notice ends within a month', () => {
    expect(notice('【通知】请于12月31日前回复')?.until).toBe(AT + 30 * DAY)
  })

  it('next year’s date in December is to come', () => {
    const december = at('2026-12-30T15:00')
    const state = noticeOf(normalise('【通知】请于1月5日前回复'), {
      eventId: 'e',
      at: december,
      timezone: ZONE,
    })
    expect(state?.until).toBe(at('2027-01-06T00:00'))
  })

  it('never ends before it began, and never throws', () => {
    const piece = fc.constantFrom(
      '【通知】',
      '请',
      '回复',
      '今晚',
      '明早',
      '8点',
      '25:99',
      '前',
      '截止',
      '周五',
      '9月31日',
      '0日',
      '十五点',
      '\n',
      '接龙',
      '不用',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), pieces => {
        const state = notice(pieces.join(''))
        if (state !== null) {
          expect(state.until).toBeGreaterThan(AT)
          expect(state.until).toBeLessThanOrEqual(AT + 30 * DAY)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('hostile text takes no time', () => {
    for (const unit of ['请回', '【', '收到', '前', '8点前回复', '不用', '家长', '周']) {
      const work = (n: number) =>
        noticeOf(normalise('【通知】' + unit.repeat(n)), { eventId: 'e', at: AT, timezone: ZONE })
      expect(growth(work, 25_000)).toBeLessThan(LINEAR)
    }
  })
})
