import { describe, expect, it } from '@jest/globals'
import { HOUR, MINUTE } from '../../src/model/time.js'
import { ask, factsOf, NOW } from './support.js'

describe('kind', () => {
  it('compares the kind of message or event', () => {
    expect(ask('kind', 'voice', factsOf({ kind: 'voice' }))).toMatchObject({
      hit: true,
      sentence: '类型是语音，要找语音',
    })
    expect(ask('kind', ['link', 'join'], factsOf({ kind: 'voice' })).sentence).toBe('类型是语音，要找链接、入群')
    expect(ask('kind', 'rename', factsOf({ body: { kind: 'rename', name: '甲' } })).hit).toBe(true)
  })

  it('takes `message` for every message and no other event', () => {
    expect(ask('kind', 'message', factsOf({ kind: 'image' })).hit).toBe(true)
    expect(ask('kind', 'message', factsOf({ body: { kind: 'recall', of: null } })).hit).toBe(false)
  })
})

describe('role', () => {
  it('follows the school file', () => {
    expect(ask('role', ['teacher', 'deputy'], factsOf({ role: 'deputy' })).hit).toBe(true)
    expect(ask('role', 'parent', factsOf({ role: 'outsider' })).sentence).toBe('发送者是名单外人员，要找家长')
  })
})

describe('time', () => {
  const at = (clock: string, more = {}) => {
    const [hours, minutes] = clock.split(':').map(Number) as [number, number]
    return factsOf({ local: { minutes: hours * 60 + minutes, ...more } })
  }

  it.each([
    ['quiet', '21:59', false],
    ['quiet', '22:00', true],
    ['quiet', '00:00', true],
    ['quiet', '06:59', true],
    ['quiet', '07:00', false],
    ['early', '04:59', false],
    ['early', '05:00', true],
    ['early', '06:59', true],
    ['early', '07:00', false],
    ['early', '22:00', false],
  ])('%s at %s: %s', (which, clock, hit) => {
    expect(ask('time', which, at(clock)).hit).toBe(hit)
  })

  it('early ends at noon at the latest, whenever quiet hours do', () => {
    const { params } = factsOf()
    const resting = (clock: string) => ({ ...at(clock), params: { ...params, quiet: { from: 13 * 60, to: 14 * 60 } } })
    expect(ask('time', 'early', resting('13:30')).hit).toBe(false)
  })

  it.each([
    ['06:59', true, false],
    ['07:00', true, true],
    ['19:59', true, true],
    ['20:00', true, false],
    ['10:00', false, false],
  ])('work hours at %s (workday %s): %s', (clock, workday, hit) => {
    expect(ask('time', 'work_hours', at(clock, { workday })).hit).toBe(hit)
    expect(ask('time', 'off_work', at(clock, { workday })).hit).toBe(!hit)
  })

  it('knows days', () => {
    expect(ask('time', 'rest_day', at('10:00', { workday: false })).hit).toBe(true)
    expect(ask('time', 'school_day', at('10:00', { workday: true, weekday: 6 })).hit).toBe(true)
    expect(ask('time', 'festival', at('10:00', { festival: '教师节' })).hit).toBe(true)
    expect(ask('time', 'festival', at('10:00')).hit).toBe(false)
  })

  it('takes any of several', () => {
    expect(ask('time', ['quiet', 'rest_day'], at('23:00')).hit).toBe(true)
  })

  it('says what time it was', () => {
    expect(ask('time', 'quiet', at('22:05')).sentence).toBe('2026-11-04 22:05（上学日）属于静默时段')
    expect(ask('time', 'quiet', at('09:00', { workday: false })).sentence).toBe(
      '2026-11-04 09:00（休息日）不属于静默时段',
    )
  })

  it('takes a window that ends where it begins for none, as policy does', () => {
    const facts = at('12:00')
    const never = { ...facts, params: { ...facts.params, quiet: { from: 0, to: 0 } } }
    expect(ask('time', 'quiet', never).hit).toBe(false)
  })
})

describe('question', () => {
  it.each([
    [true, true, true, '是提问'],
    [true, false, false, '是提问'],
    [false, true, false, '不是提问'],
    [false, false, true, '不是提问'],
  ])('asked %s, wanted %s', (question, wanted, hit, sentence) => {
    expect(ask('question', wanted, factsOf({ facts: { question } }))).toMatchObject({ hit, sentence })
  })
})

describe('reply_wanted and asks', () => {
  const notice = { eventId: 'n1', at: NOW, wanted: 'none' as const, until: NOW + 1 }

  it('read the running notice', () => {
    expect(ask('reply_wanted', 'none', factsOf({ facts: { notice } }))).toMatchObject({
      hit: true,
      sentence: '通知状态：不需回复',
    })
    expect(ask('reply_wanted', ['reply', 'chain'], factsOf({ facts: { notice } })).hit).toBe(false)
    expect(ask('reply_wanted', 'no_notice', factsOf({ facts: { notice } })).hit).toBe(false)
    expect(ask('reply_wanted', ['none', 'no_notice'], factsOf()).hit).toBe(true)
  })

  it('read it only if it was posted so lately', () => {
    const posted = (ago: number) => factsOf({ facts: { notice: { ...notice, at: NOW - ago } } })
    const asked = (is: string, ago: number) => ask('reply_wanted', { is, within: '30m' }, posted(ago)).hit
    expect([asked('none', 30 * MINUTE), asked('none', 30 * MINUTE + 1)]).toEqual([true, false])
    expect([asked('no_notice', 30 * MINUTE), asked('no_notice', 30 * MINUTE + 1)]).toEqual([false, true])
    expect(ask('reply_wanted', 'none', posted(23 * HOUR)).hit).toBe(true)
  })

  it('read this very notice', () => {
    expect(ask('asks', 'none', factsOf({ facts: { ownNotice: notice } }))).toMatchObject({
      hit: true,
      sentence: '本条通知不需回复',
    })
    expect(ask('asks', 'reply', factsOf({ facts: { ownNotice: notice } })).hit).toBe(false)
    expect(ask('asks', ['reply', 'chain', 'none', 'unsaid'], factsOf())).toMatchObject({
      hit: false,
      sentence: '不是老师的通知',
    })
  })
})
