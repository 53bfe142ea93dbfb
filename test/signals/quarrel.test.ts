import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Remembered } from '../../src/model/history.js'
import { MINUTE, SECOND } from '../../src/model/time.js'
import { type AnySignal, registry } from '../../src/signals/index.js'
import { ask as askSignal, factsOf, historyOf, memberOf, NOW, resourcesOf } from './support.js'

const LEXICONS = {
  'abuse.hot': ['什么态度', '你以为你是谁', '有完没完', '凭什么', '胡说八道', '你想怎么样', '说话注意点'],
  'talk.laugh': ['哈哈', '谢谢', '消消气'],
}
const OPTIONS = { words: 'abuse.hot', calm: 'talk.laugh' }

const a = memberOf('parent', '钱多多妈妈', ['钱多多'])
const b = memberOf('parent', '冯小满爸爸', ['冯小满'])
const c = memberOf('parent', '郑安爸爸')

type Said = [member: typeof a, text: string, secondsAgo?: number]

/** What the signal says of the last line, after the others; each 20 s apart unless it says how long ago it was. */
function ask(lines: readonly Said[], options: Record<string, unknown> = OPTIONS) {
  const earlier = lines
    .slice(0, -1)
    .map(([member, text, ago], at) => lineOf(member, text, ago ?? (lines.length - at) * 20))
  const [member, text] = lines.at(-1) as Said
  return askSignal('quarrel', options, factsOf({ text, member, history: historyOf(...earlier) }), LEXICONS)
}

const lineOf = (member: typeof a, text: string, ago: number): Partial<Remembered> => ({
  member: member.id,
  at: NOW - ago * SECOND,
  text,
})

const QUARREL: Said[] = [
  [a, '凭什么我家连扫三天 你说清楚'],
  [b, '我按学号排的 你有完没完'],
  [a, '你什么态度！你以为你是谁啊'],
]

describe('quarrel', () => {
  it('is two people who answer each other hotly', () => {
    expect(ask(QUARREL)).toMatchObject({ hit: true, count: 3, needed: 3 })
    expect(ask(QUARREL).sentence).toBe('2 人你来我往 3/3 个来回，火气渐长')
  })

  it('is seen early, and goes on being seen', () => {
    expect(ask(QUARREL.slice(0, 2)).hit).toBe(false)
    expect(ask([...QUARREL, [b, '我态度怎么了！你想怎么样！']])).toMatchObject({ hit: true, count: 4 })
  })

  it('may have three sides, and others may speak in between', () => {
    expect(
      ask([
        [a, '凭什么我家连扫三天 你说清楚'],
        [c, '你有完没完'],
        [a, '你什么态度！'],
        [b, '明天带水壶吗'],
        [c, '胡说八道！你！'],
      ]).hit,
    ).toBe(true)
  })

  it('is not one person alone, however hot', () => {
    expect(
      ask([
        [a, '凭什么'],
        [b, '明天几点到校'],
        [a, '你什么态度！'],
        [a, '你以为你是谁啊！'],
      ]).hit,
    ).toBe(false)
  })

  it('counts several lines in a row as one turn', () => {
    expect(
      ask([
        [a, '你什么态度！'],
        [a, '凭什么！你说'],
        [a, '你想怎么样！'],
        [b, '你有完没完！'],
      ]).hit,
    ).toBe(false)
  })

  it('is no heated but civil discussion', () => {
    const talk: Said[] = [
      [a, '我坚决反对周末上课！孩子需要休息！'],
      [b, '我倒觉得可以，孩子在家也是玩！'],
      [a, '玩是家长的问题，不能这样解决！你们再想想！'],
      [b, '双职工没办法呀！学校想过我们吗？'],
      [a, '那就投票，我还是不同意！'],
    ]
    talk.forEach((_, end) => expect(ask(talk.slice(0, end + 1)).hit).toBe(false))
  })

  it('is no joy and no banter', () => {
    expect(
      ask([
        [a, '你家娃太厉害了！！'],
        [b, '你家的才棒呢！！'],
        [a, '你也拿奖了呀！！'],
        [b, '你太会说了！！'],
      ]).hit,
    ).toBe(false)
    expect(
      ask([
        [a, '凭什么你家娃这么高'],
        [b, '哈哈你想怎么样'],
        [a, '你什么态度！'],
        [b, '你有完没完！'],
      ]).hit,
    ).toBe(false)
    expect(ask([...QUARREL.slice(0, 2), [a, '你什么态度！😂']]).hit).toBe(false)
  })

  it('ends with a friendly word, with time, and with what has cooled down', () => {
    expect(ask([...QUARREL.slice(0, 2), [c, '两位消消气'], [a, '你什么态度！']]).hit).toBe(false)
    const old = QUARREL.map(([member, text], at): Said => [member, text, 400 - at])
    expect(ask([...old.slice(0, 2), [a, '你什么态度！你以为你是谁啊']]).hit).toBe(false)
    expect(ask([...old.slice(0, 2), [a, '你什么态度！你以为你是谁啊']], { ...OPTIONS, within: '10m' }).hit).toBe(true)
  })

  it('speaks for the line at hand: a calm line in a quarrel is none', () => {
    expect(ask([...QUARREL, [c, '明天几点到校呀']]).hit).toBe(false)
    expect(ask([...QUARREL, [b, '算了 不说了']]).hit).toBe(false)
  })

  it('wants as many turns as it is told', () => {
    expect(ask(QUARREL, { ...OPTIONS, turns: 4 }).hit).toBe(false)
    expect(ask(QUARREL.slice(1), { ...OPTIONS, turns: 2 }).hit).toBe(true)
  })

  it('repeats no word of it', () => {
    for (const { text } of QUARREL.map(([, text]) => ({ text }))) expect(ask(QUARREL).sentence).not.toContain(text)
  })

  it('needs the texts of the last minutes: without them it stays silent', () => {
    const history = historyOf(...QUARREL.map(([member]) => ({ member: member.id, at: NOW - MINUTE })))
    const facts = factsOf({ text: '你什么态度！', member: b, history })
    expect(askSignal('quarrel', OPTIONS, facts, LEXICONS).hit).toBe(false)
  })

  it('knows no lexicon that is not there', () => {
    const signal = registry.get('quarrel') as AnySignal
    expect(() => signal.prepare(signal.options.parse({ words: 'no.such' }), resourcesOf(LEXICONS))).toThrow()
  })

  it('never hits what it said could not hit, and never one speaker', () => {
    const signal = registry.get('quarrel') as AnySignal
    const parsed = signal.options.parse(OPTIONS)
    const needs = signal.needs?.(parsed, resourcesOf(LEXICONS))
    const texts = fc.constantFrom(
      '你什么态度！',
      '凭什么！',
      '好的',
      '明天见',
      '有完没完',
      '滚',
      '你说',
      '哈哈',
      '！！！',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(a, b, c), texts), { minLength: 1, maxLength: 8 }), lines => {
        const said = lines.map(([member, text], at): Said => [member, text, (lines.length - at) * 5])
        if (!ask(said).hit) return
        expect(new Set(said.map(([member]) => member.id)).size).toBeGreaterThan(1)
        const strings = [needs ?? []].flat().flatMap(need => need.strings)
        expect(strings.some(string => (said.at(-1) as Said)[1].includes(string))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
