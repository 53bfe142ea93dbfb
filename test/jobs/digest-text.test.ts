import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import type { DigestFacts, OpenQuestion } from '../../src/jobs/digest/facts.js'
import { CHARACTERS, digestText, LINES } from '../../src/jobs/digest/text.js'
import { workingTime } from '../../src/jobs/digest/working-time.js'
import { HOUR, MINUTE } from '../../src/model/time.js'
import { localTime, zonedInstant } from '../../src/text/index.js'
import { PARAMS } from '../policy/world.js'

const MESSAGES = new Map(
  Object.entries(parse(readFileSync(new URL('../../rules/messages.zh-CN.yaml', import.meta.url), 'utf8'))),
) as Map<string, string>

const NOTHING: DigestFacts = {
  group: '三年级2班家长群',
  date: '11月4日',
  questions: [],
  cases: [],
  complaints: [],
  floods: [],
  unsure: [],
  rising: [],
  corrections: 0,
  undelivered: [],
  gaps: { minutes: 0, spans: [] },
  members: null,
  withheld: null,
}
const question = (more: Partial<OpenQuestion> = {}): OpenQuestion => ({
  age: '3小时前',
  who: '程*妈妈',
  text: '明天带不带水彩笔',
  asked: 1,
  health: false,
  ...more,
})
const text = (facts: Partial<DigestFacts>, morning = false) => digestText({ ...NOTHING, ...facts }, MESSAGES, morning)

describe('digestText', () => {
  it('says nothing when there is nothing to say', () => {
    expect(text({})).toBeNull()
    expect(text({}, true)).toBeNull()
    expect(text({ members: { joined: 0, outsiders: 0, oddCards: [], unseenPupils: 0 } })).toBeNull()
  })

  it('puts health first, then what was asked again, then the oldest', () => {
    const all = ['一', '二', '三', '四', '五'].map((text, i) =>
      question({ text, health: i === 4, asked: i === 3 ? 2 : 1 }),
    )
    const lines = text({ questions: all })?.split('\n') ?? []
    expect(lines[1]).toBe('还没人答的提问5条：')
    expect(lines.slice(2).map(line => line.split('：')[1])).toEqual(['五', '四（问了2次）', '一', '二'])
  })

  it('says what was only counted because of a second opinion', () => {
    const unsure = [
      { label: '商业推销', count: 2 },
      { label: '培训广告', count: 1 },
    ]
    expect(text({ unsure })?.split('\n')[1]).toBe('拿不准、没有提醒任何人、只计数：商业推销2、培训广告1')
  })

  it('has what waits for a person before what is for information', () => {
    const whole = text({
      questions: [question()],
      cases: [{ code: 'A7', what: '疑似商业推销' }],
      complaints: ['李*妈妈 09:40'],
      floods: [{ label: '夸赞', count: 12 }],
      rising: [{ label: '收费集资', count: 8 }],
      corrections: 1,
      gaps: { minutes: 12, spans: ['12:10–12:22'] },
      members: { joined: 2, outsiders: 1, oddCards: ['幸*'], unseenPupils: 3 },
    })
    expect(whole?.split('\n')).toEqual([
      '【今日汇总】三年级2班家长群 11月4日',
      '还没人答的提问1条：',
      '·3小时前 程*妈妈：明天带不带水彩笔',
      '等您处理1件：A7 疑似商业推销',
      '请一对一回应意见：李*妈妈 09:40',
      '有12分钟没听到群里的话（12:10–12:22），请翻看一下。',
      '本周入群2人，名单外1人。',
      '群昵称待改1人：幸*',
      '花名册上还有3个孩子没见到家长在群里。',
      '今天说得比平时多：收费集资8',
      '您纠正了1次误报，已记下。',
      '刷屏只计数：夸赞12',
    ])
  })

  it('in shadow mode tells what was not sent, on quiet days too', () => {
    const quiet = text({ withheld: { reminders: 0, lines: 0, alerts: 0 } })
    expect(quiet).toContain('都没有发出')
    expect(quiet).toContain('今天没有要您处理的事')
    expect(text({ withheld: { reminders: 2, lines: 1, alerts: 3 }, corrections: 1 })).not.toContain('没有要您处理')
  })

  it('shows at most thirty characters of a question', () => {
    const shown = text({ questions: [question({ text: '问'.repeat(80) })] })
      ?.split('：')
      .at(-1)
    expect([...(shown ?? '')]).toHaveLength(30)
    expect(shown?.endsWith('…')).toBe(true)
  })

  it('is never more than one screen, whatever the day was', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 60 })
    const facts = fc.record({
      group: fc.constantFrom('三年级2班家长群', '很长很长很长很长很长很长的群名'),
      date: fc.constant('11月4日'),
      questions: fc.array(
        fc.record({
          age: fc.constant('3天前'),
          who: fc.constant('程*妈妈'),
          text: words,
          asked: fc.integer({ min: 1, max: 9 }),
          health: fc.boolean(),
        }),
        { maxLength: 30 },
      ),
      cases: fc.array(fc.record({ code: fc.constant('A12'), what: fc.constant('疑似公布多名学生成绩') }), {
        maxLength: 30,
      }),
      complaints: fc.array(fc.constant('欧阳*妈妈 09:40'), { maxLength: 30 }),
      floods: fc.array(fc.record({ label: fc.constant('表情刷屏'), count: fc.nat(999) }), { maxLength: 9 }),
      unsure: fc.array(fc.record({ label: fc.constant('商业推销'), count: fc.nat(99) }), { maxLength: 9 }),
      rising: fc.array(fc.record({ label: fc.constant('点名表扬批评'), count: fc.nat(999) }), { maxLength: 9 }),
      corrections: fc.nat(99),
      undelivered: fc.array(fc.record({ label: fc.constant('私下提醒'), count: fc.nat(99) }), { maxLength: 9 }),
      gaps: fc.record({ minutes: fc.nat(999), spans: fc.array(fc.constant('12:10–12:22'), { maxLength: 4 }) }),
      members: fc.option(
        fc.record({
          joined: fc.nat(60),
          outsiders: fc.nat(9),
          oddCards: fc.array(fc.constant('幸福一*'), { maxLength: 40 }),
          unseenPupils: fc.nat(60),
        }),
      ),
      withheld: fc.option(fc.record({ reminders: fc.nat(99), lines: fc.nat(9), alerts: fc.nat(99) })),
    })
    fc.assert(
      fc.property(facts, fc.boolean(), (given, morning) => {
        const whole = digestText(given, MESSAGES, morning)
        if (whole === null) return
        expect([...whole].length).toBeLessThanOrEqual(CHARACTERS)
        expect(whole.split('\n').length).toBeLessThanOrEqual(LINES)
        if (given.questions.length > 0) expect(whole).toContain(`还没人答的提问${given.questions.length}条`)
      }),
    )
  })
})

describe('workingTime', () => {
  const ZONE = 'Asia/Shanghai'
  const calendar = (instant: number) => localTime(instant, ZONE)
  const at = (local: string) => zonedInstant(local, ZONE) as number
  it.each([
    ['2026-11-04T09:00', '2026-11-04T11:30', 2.5],
    ['2026-11-04T19:00', '2026-11-05T07:30', 1.5],
    ['2026-11-04T22:47', '2026-11-05T06:00', 0],
    // over a weekend
    ['2026-11-06T19:30', '2026-11-09T07:30', 1],
    ['2026-11-07T09:00', '2026-11-08T21:00', 0],
    ['2026-11-04T11:00', '2026-11-04T10:00', 0],
  ])('%s to %s: %d hours', (from, to, hours) => {
    expect(workingTime(at(from), at(to), PARAMS, calendar)).toBe(hours * HOUR)
  })

  it('grows by what is added to it', () => {
    const start = at('2026-11-02T00:00')
    const minute = fc.integer({ min: 0, max: 14 * 24 * 60 }).map(n => start + n * MINUTE)
    fc.assert(
      fc.property(minute, minute, minute, (...instants) => {
        const [a, b, c] = instants.sort((one, other) => one - other) as [number, number, number]
        const span = (from: number, to: number) => workingTime(from, to, PARAMS, calendar)
        expect(span(a, b) + span(b, c)).toBe(span(a, c))
      }),
    )
  })
})
