import { describe, expect, it } from '@jest/globals'
import { HOUR, MINUTE } from '../../../src/model/time.js'
import { type Heard, match, type Waiting } from '../../../src/pipeline/questions/match.js'
import { toKey } from '../../../src/text/index.js'

const waiting = (decisionId: string, text: string, at = 0, asker = 'm1', card = '程小满妈妈'): Waiting => ({
  decisionId,
  asker,
  askerKey: toKey(card),
  at,
  key: toKey(text),
})
const heard = (text: string, more: Partial<Heard> = {}): Heard => ({
  at: 5 * MINUTE,
  member: 'm2',
  staff: false,
  key: toKey(text),
  quoted: '',
  mentions: [],
  question: false,
  notice: false,
  flood: false,
  ...more,
})
const teacher = (text: string, more: Partial<Heard> = {}) => heard(text, { member: 't', staff: true, ...more })

const PAINT = waiting('d1', '老师，明天美术课带不带水彩笔？')
const ROPE = waiting('d2', '跳绳比赛是星期几呀', MINUTE, 'm3', '罗安安爸爸')
const both = [PAINT, ROPE]

describe('a teacher', () => {
  it('answers whom they call by name, whatever they say', () => {
    const mentions = [toKey('程小满妈妈')]
    expect(match(both, teacher('照常的', { mentions, at: 20 * HOUR }))).toEqual({ answers: ['d1'], by: 'teacher' })
  })

  it('answers what they quote', () => {
    const quoted = toKey('老师，明天美术课带不带水彩笔？')
    expect(match(both, teacher('带', { quoted }))).toEqual({ answers: ['d1'], by: 'teacher' })
  })

  it('answers what they speak of, before what was asked last', () => {
    expect(match(both, teacher('水彩笔要带，别忘了'))).toEqual({ answers: ['d1'], by: 'teacher' })
    expect(match(both, teacher('星期五'))).toEqual({ answers: ['d2'], by: 'teacher' })
  })

  it('answers what was asked last, for a while', () => {
    expect(match(both, teacher('对', { at: 25 * MINUTE }))).toEqual({ answers: ['d2'], by: 'teacher' })
    expect(match(both, teacher('对', { at: 45 * MINUTE }))).toBeNull()
  })

  it('with a notice answers only what it speaks of', () => {
    expect(match(both, teacher('【通知】明天下午三点放学', { notice: true }))).toBeNull()
    expect(match(both, teacher('【通知】明天美术课请带水彩笔', { notice: true }))).toEqual({
      answers: ['d1'],
      by: 'teacher',
    })
  })

  it('who asks back or calls somebody else answers nobody', () => {
    expect(match(both, teacher('谁家的校服落在教室了', { question: true }))).toBeNull()
    expect(match(both, teacher('带', { at: PAINT.at - 1 }))).toBeNull()
    expect(match(both, heard('同问', { at: PAINT.at - 1, question: true }))).toBeNull()
    expect(match(both, teacher('来一下', { mentions: [toKey('夏知秋妈妈')] }))).toBeNull()
  })
})

describe('another parent', () => {
  it('answers soon, in the form of an answer or about the same', () => {
    expect(match([PAINT], heard('要带的'))).toEqual({ answers: ['d1'], by: 'peer' })
    expect(match([PAINT], heard('听孩子讲水彩笔学校有'))).toEqual({ answers: ['d1'], by: 'peer' })
    expect(match([PAINT], heard('要带的', { at: HOUR }))).toBeNull()
    expect(match([PAINT], heard('今天雨真大啊'))).toBeNull()
  })

  it('answers by name or quote at any time', () => {
    const mentions = [toKey('程小满妈妈')]
    expect(match(both, heard('学校有的', { mentions, at: 20 * HOUR }))).toEqual({ answers: ['d1'], by: 'peer' })
  })

  it('does not answer by a flood', () => {
    expect(match([PAINT], heard('是的，收到', { flood: true }))).toBeNull()
    expect(match([PAINT], heard('收到', { flood: true, mentions: [toKey('程小满妈妈')] }))).toBeNull()
  })

  it('who wonders, too, asks again', () => {
    expect(match([PAINT], heard('同问'))).toEqual({ again: 'd1' })
    expect(match([PAINT], heard('同求告知', { question: true }))).toEqual({ again: 'd1' })
    expect(match(both, heard('请问明天美术课要带水彩笔吗', { question: true }))).toEqual({ again: 'd1' })
    expect(match(both, heard('食堂几点开饭', { question: true }))).toBeNull()
  })
})

describe('the asker', () => {
  it('who has what they need closes it; who goes on talking does not', () => {
    expect(match(both, heard('知道了，谢谢', { member: 'm1' }))).toEqual({ answers: ['d1'], by: 'self' })
    expect(match(both, heard('是的水彩笔', { member: 'm1' }))).toBeNull()
  })

  it('who was overlooked asks again', () => {
    expect(match(both, heard('没人回吗', { member: 'm1', question: true }))).toEqual({ again: 'd1' })
  })
})

it('does nothing where nothing waits, or what waits came later', () => {
  expect(match([], teacher('对'))).toBeNull()
  expect(match([PAINT], heard('', {}))).toBeNull()
})
