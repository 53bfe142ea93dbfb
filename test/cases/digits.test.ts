import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { DIGITS, type Digit, MOVES, parseReply } from '../../src/cases/index.js'
import { CATEGORIES } from '../../src/model/category.js'
import { RECIPIENTS } from '../../src/model/member.js'
import { SEVERITIES } from '../../src/model/rule.js'
import { bindingChoices, choicesText, shownWords } from '../../src/policy/index.js'

/** POLICY.md, section 5. */
const MEANING: Record<Digit, string> = {
  '1': '已处理',
  '2': '私下提醒',
  '3': '群内温和提醒',
  '4': '转督导',
  '5': '误报',
  '6': '以后这类不再提示',
  '0': '撤销上一步',
  '?': '看看是什么',
}

const messages = Object.entries(
  parse(readFileSync(new URL('../../rules/messages.zh-CN.yaml', import.meta.url), 'utf8')) as Record<string, string>,
)
const texts = new Map(messages)
const digitOf = (text: string) => {
  const reply = parseReply(text)
  return reply && 'digit' in reply ? reply.digit : null
}

/** Every way in which a case can be put before somebody. */
const offers = [
  ...new Set(
    SEVERITIES.flatMap(severity =>
      CATEGORIES.flatMap(category => RECIPIENTS.map(owner => choicesText(texts, { severity, category, owner }))),
    ),
  ),
]

describe('a digit means one thing everywhere', () => {
  it('in whatever is offered', () => {
    for (const offer of offers)
      for (const choice of offer.split(' ')) expect(choice.slice(1)).toBe(MEANING[choice.charAt(0) as Digit])
    expect(offers.filter(offer => /[236]/u.test(offer) === false).length).toBeGreaterThan(0)
  })

  it('in what people are told to answer: no text has a digit of its own', () => {
    const shown = messages.flatMap(([key, text]) =>
      [...text.matchAll(/(?:^|[\s　，。])([0-6?]) ?([\p{Script=Han}]{2,10})/gmu)].map(([, digit, words]) => ({
        key,
        digit: digit as Digit,
        words: words ?? '',
      })),
    )
    const help = shown.filter(({ key }) => key === 'reply.help')
    expect(help.map(({ digit, words }) => [digit, words])).toEqual(Object.entries(MEANING).sort(byHelp))
    const others = shown.filter(({ key, words }) => key !== 'reply.help' && !/^(?:可以撤销|表示)/u.test(words))
    expect(others).toEqual([])
  })

  it('as a digit and as the words that stand beside it', () => {
    for (const offer of offers)
      for (const choice of offer.split(' ')) {
        const digit = choice.charAt(0)
        expect([choice, digitOf(choice), digitOf(choice.slice(1)), digitOf(`${digit} ${choice.slice(1)}`)]).toEqual([
          choice,
          ...[digit, digit, digit],
        ])
        expect(parseReply(`a7 ${choice}`)).toEqual({ code: 'A7', digit })
      }
  })

  it('of a question about who is who, too, and what is shown there means nothing alone', () => {
    expect([digitOf('1都对'), digitOf('5 都不对'), digitOf('都对'), digitOf('都不对'), digitOf('5都对')]).toEqual([
      '1',
      '5',
      null,
      null,
      null,
    ])
  })

  it('also where the school has other words for it: they are understood behind their own digit, as they are shown', () => {
    const own = new Map([...texts, ['choice.handled', '办好啦（Ok）'], ['choice.mute', '这类先不用说']])
    const offer = choicesText(own, { severity: 'P2', category: 'commerce', owner: 'head_teacher' })
    expect(offer).toBe('1办好啦（Ok） 2私下提醒 3群内温和提醒 4转督导 5误报 6这类先不用说')
    for (const choice of offer.split(' '))
      expect(parseReply(choice, shownWords(own))).toEqual({ code: null, digit: choice.charAt(0) })
    expect(parseReply('a7 6 这类先不用说。', shownWords(own))).toEqual({ code: 'A7', digit: '6' })
    expect(parseReply('2 办好啦（Ok）', shownWords(own))).toBeNull()
    expect(parseReply('办好啦（Ok）', shownWords(own))).toBeNull()
    expect(parseReply('1 都对', shownWords(texts))).toEqual({ code: null, digit: '1' })
    expect(parseReply(bindingChoices(texts).split(' ')[1] ?? '', shownWords(texts))).toEqual({ code: null, digit: '5' })
  })

  it('and does one thing: one deed a digit, but that a question is no rule’s mistake', () => {
    const deeds = (digit: Digit) => new Set(MOVES.filter(({ on }) => on === digit).map(({ deed }) => deed))
    for (const digit of DIGITS) expect(deeds(digit).size).toBe(digit === '5' ? 2 : 1)
    expect(MOVES.filter(({ on, deed }) => on === '5' && deed === 'handled').flatMap(({ kinds }) => kinds)).toEqual([
      'binding',
      'test',
    ])
  })
})

const HELP: readonly string[] = ['1', '2', '3', '4', '5', '6', '0', '?']
function byHelp([one]: [string, string], [other]: [string, string]): number {
  return HELP.indexOf(one) - HELP.indexOf(other)
}
