import { describe, expect, it, jest } from '@jest/globals'
import { CATEGORIES } from '../../src/model/category.js'
import { MINUTE } from '../../src/model/time.js'
import { type AnySignal, registry } from '../../src/signals/index.js'
import { IntentModel } from '../../src/text/intent/index.js'
import { ask, factsOf, historyOf, NOW } from './support.js'

const SALE = '自家做的辣酱，25一瓶，要的私我，满四瓶包邮'
const LEAVE = '老师，孩子今天发烧，请一天假'
const askIntent = (options: unknown, said: Parameters<typeof factsOf>[0]) => ask('intent', options, factsOf(said))

describe('intent', () => {
  it('hits what is likely enough of a category', () => {
    const answer = askIntent({ is: 'commerce', at_least: 0.3 }, SALE)
    expect(answer.hit).toBe(true)
    expect(answer.score).toBeGreaterThan(0.3)
    expect(answer.sentence).toMatch(/^像商业推销（[01]\.\d\d）：/)
    expect(answer.sentence).toContain(`（${answer.score?.toFixed(2)}）`)
  })

  it('points at the words that say so', () => {
    const { spans = [] } = askIntent({ is: 'commerce', at_least: 0.3 }, SALE)
    expect(spans.length).toBeGreaterThan(0)
    for (const { start, end } of spans) expect(SALE.slice(start, end)).not.toBe('')
  })

  it('says how far off a miss is', () => {
    const answer = askIntent('commerce', LEAVE)
    expect(answer).toMatchObject({ hit: false })
    expect(answer.sentence).toMatch(/^不够像商业推销（0\.\d，需 0\.8）$/)
  })

  it('adds up several categories', () => {
    const one = askIntent({ is: 'commerce', at_least: 0 }, SALE).score as number
    const two = askIntent({ is: ['commerce', 'training_ad'], at_least: 0 }, SALE).score as number
    const all = askIntent({ is: [...CATEGORIES], at_least: 0 }, SALE).score as number
    expect(two).toBeGreaterThan(one)
    expect(all).toBeCloseTo(1)
  })

  it('can ask for more than another category has', () => {
    expect(askIntent({ is: 'commerce', at_least: 0, over: 'normal' }, SALE).hit).toBe(true)
    expect(askIntent({ is: 'commerce', at_least: 0, over: 'normal' }, LEAVE).hit).toBe(false)
  })

  it('knows what is normal', () => {
    const answer = askIntent({ is: 'normal', at_least: 0.6 }, LEAVE)
    expect(answer).toMatchObject({ hit: true })
    expect(answer.sentence).toMatch(/^像正常交流（[01]\.\d\d）$/)
  })

  it('repeats no personal data', () => {
    const said = { text: '代购面膜要的加13812345678私我拿货', entities: [['mobile', '13812345678']] as const }
    const facts = factsOf(said)
    const at = said.text.indexOf('1')
    const entities = [
      { kind: 'mobile' as const, value: '13812345678', span: { start: at, end: at + 11 }, where: 'text' as const },
    ]
    const answer = ask('intent', { is: 'commerce', at_least: 0 }, { ...facts, entities })
    expect(answer.sentence).not.toMatch(/\d{4}/)
  })

  it('hears what the line goes on from, for ten minutes', () => {
    const before = (age: number, member: string) =>
      askIntent(
        { is: 'commerce', at_least: 0 },
        {
          text: '一箱五十',
          history: historyOf({ at: NOW - age, member, text: '老家的橙子，要的私我，微信转账' }),
        },
      ).score
    const alone = askIntent({ is: 'commerce', at_least: 0 }, '一箱五十').score
    expect(before(MINUTE, 'id:钱多多妈妈')).not.toBe(alone)
    expect(before(9 * MINUTE, 'id:钱多多妈妈')).not.toBe(alone)
    expect(before(MINUTE, 'id:other')).not.toBe(alone)
    expect(before(9 * MINUTE, 'id:other')).toBe(alone)
    expect(before(11 * MINUTE, 'id:钱多多妈妈')).toBe(alone)
  })

  it('is asked once an event, whatever asks', () => {
    const facts = factsOf(SALE)
    const judge = jest.spyOn(IntentModel.prototype, 'judge')
    for (const at_least of [0.5, 0.9, 1]) ask('intent', { is: 'quiet_hours', at_least }, facts)
    const times = judge.mock.calls.length
    judge.mockRestore()
    expect(times).toBe(1)
  })

  it('says why it was not like it: too little, or less than ordinary talk', () => {
    const { score = 0 } = askIntent({ is: 'commerce', at_least: 0 }, SALE)
    const justBelow = askIntent({ is: 'commerce', at_least: Math.min(1, score + 0.001) }, SALE)
    expect(justBelow.sentence).toMatch(/（\d\.\d，需 [\d.]+）$/)
    const outdone = askIntent({ is: 'commerce', at_least: 0, over: 'normal' }, '好的 谢谢老师')
    expect(outdone.sentence).toBe('不够像商业推销（更像正常交流）')
  })

  it('says how like it was to a tenth where it was not', () => {
    const { score, detail } = ask('intent', { is: 'commerce', at_least: 0.9 }, factsOf('好的'))
    expect(score).toBe(0)
    expect(detail).toContain('0.0，需 0.9')
  })

  it.each([['nonsense'], [{ is: 'nonsense' }], [{ is: 'commerce', at_least: 2 }], [{ at_least: 0.5 }], [[]]])(
    'refuses %j',
    options => {
      expect((registry.get('intent') as AnySignal).options.safeParse(options).success).toBe(false)
    },
  )

  it('answers for what holds no words', () => {
    for (const said of [{ kind: 'voice' as const }, { kind: 'image' as const, ocr: '全场八折' }, '']) {
      expect(askIntent('commerce', said).score).toBeGreaterThanOrEqual(0)
    }
    expect(ask('intent', 'commerce', factsOf({ body: { kind: 'rename', name: '小明妈妈' } })).hit).toBe(false)
  })
})
