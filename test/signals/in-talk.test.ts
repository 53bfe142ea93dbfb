import { describe, expect, it } from '@jest/globals'
import type { Remembered } from '../../src/model/history.js'
import { MINUTE } from '../../src/model/time.js'
import { ask, factsOf, historyOf, NOW } from './support.js'

const own = 'id:钱多多妈妈'
const other = 'id:冯小满爸爸'
const ago = (minutes: number) => ({ at: NOW - minutes * MINUTE })
const after = (text: string, ...lines: Partial<Remembered>[]) => factsOf({ text, history: historyOf(...lines) })
const score = (facts: ReturnType<typeof factsOf>, is: unknown, more = {}) =>
  ask('in_talk', { is, at_least: 0, ...more }, facts).score as number

describe('in_talk', () => {
  it('hears in what the sender wrote before what a line alone does not say', () => {
    const alone = after('电话也没人接 天都黑了')
    const told = after('电话也没人接 天都黑了', { member: own, text: '老师 轩轩到现在还没到家', ...ago(1) })
    expect(score(told, 'emergency')).toBeGreaterThan(score(alone, 'emergency'))
    expect(score(told, 'emergency')).toBeGreaterThan(0.5)
  })

  it('hears it in what somebody else has said too', () => {
    const fire = { member: other, text: '三楼那间屋在冒烟', ...ago(1) }
    const lunch = { member: other, text: '今天食堂吃什么', ...ago(1) }
    expect(score(after('人还在里头', fire), 'emergency')).toBeGreaterThan(
      score(after('人还在里头', lunch), 'emergency'),
    )
  })

  it('takes no line for another one, whatever it is called', () => {
    // too long ago to be what is answered: only the model of talk hears it
    const heard = (text: string) =>
      score(after('人还在里头', { eventId: 'e7', member: other, text, ...ago(5) }), 'emergency')
    expect(heard('三楼那间屋在冒烟')).not.toBeCloseTo(heard('今天食堂吃什么'), 3)
  })

  it('forgets what is older than ten minutes', () => {
    const line = { member: own, text: '老师 轩轩到现在还没到家' }
    const now = after('电话也没人接 天都黑了', { ...line, ...ago(11) })
    expect(score(now, 'emergency')).toBeCloseTo(score(after('电话也没人接 天都黑了'), 'emergency'))
  })

  it('judges a line that comes late by what was said before it', () => {
    const late = after('电话也没人接 天都黑了', { member: own, text: '后来才说的', at: NOW + 6 * MINUTE })
    expect(score(late, 'emergency')).toBeCloseTo(score(after('电话也没人接 天都黑了'), 'emergency'))
  })

  it('adds up categories, and the grave ones and the others of one', () => {
    const facts = after('他们天天堵着我儿子要钱 不给就打')
    const grave = score(facts, 'self_harm_bullying', { severity: 'P0' })
    const lesser = score(facts, 'self_harm_bullying', { severity: 'P1' })
    expect(grave + lesser).toBeCloseTo(score(facts, 'self_harm_bullying'))
    expect(score(facts, ['emergency', 'self_harm_bullying'])).toBeCloseTo(
      score(facts, 'emergency') + score(facts, 'self_harm_bullying'),
    )
  })

  it('says what it looked at, and how far off a miss is', () => {
    const told = after('电话也没人接 天都黑了', { member: own, text: '老师 轩轩到现在还没到家', ...ago(1) })
    expect(ask('in_talk', { is: 'emergency', at_least: 0.3 }, told).sentence).toMatch(
      /^连着上下文看像紧急情况（0\.\d\d）：主要看.+$/,
    )
    expect(ask('in_talk', { is: 'commerce', at_least: 0.3 }, told).sentence).toMatch(
      /^连着上下文看不够像商业推销（0\.\d，需 0\.3）$/,
    )
  })

  it('can ask for more than another category has', () => {
    const facts = after('自家做的辣酱 25一瓶 要的私我')
    expect(ask('in_talk', { is: 'commerce', at_least: 0.2, over: 'normal' }, facts).hit).toBe(true)
    expect(ask('in_talk', { is: 'normal', at_least: 0, over: 'commerce' }, facts).hit).toBe(false)
  })

  it('refuses a category that the model has not learned, with those that it has', () => {
    expect(() => ask('in_talk', { is: 'unanswered_question', at_least: 0.5 }, factsOf('在吗'))).toThrow(
      'in_talk 没有学过 unanswered_question',
    )
    const graver = { is: 'emergency', severity: 'P0', at_least: 0.5 }
    expect(() => ask('in_talk', graver, factsOf('在吗'))).toThrow('in_talk 没有学过 emergency 的 P0')
  })

  it('takes what is surely ordinary for ordinary, and hears nothing where nothing was written', () => {
    expect(score(after('请问明天几点放学'), 'normal')).toBeGreaterThan(0.9)
    const voice = factsOf({ kind: 'voice', text: '' })
    expect(ask('in_talk', { is: 'normal', at_least: 0 }, voice)).toMatchObject({ hit: false, score: 0 })
    const joined = factsOf({ body: { kind: 'recall', of: null } })
    expect(ask('in_talk', { is: 'normal', at_least: 0 }, joined).hit).toBe(false)
  })
})
