import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DIALECT_WORDS } from '../../src/text/dialect/words.js'
import { normalise, spanOf, standardReading, toKey } from '../../src/text/index.js'

const keyOf = (text: string) => standardReading(normalise(text))?.key ?? null

const table = DIALECT_WORDS.trim()
  .split('\n')
  .map(line => line.split(' ') as [string, string, ...string[]])

describe('a text with its dialect in standard words', () => {
  it.each([
    ['讲活着冇得意思', '讲活着没有意思'],
    ['她写活起没得意思', '她写活着没有意思'],
    ['恁家娃打俺娃', '你家孩子打我孩子'],
    ['唔知佢喺边度', '不知道他在哪里'],
    ['俺不晓得咋办', '我不知道怎么办'],
  ])('%s', (said, standard) => {
    expect(keyOf(said)).toBe(standard)
  })

  it.each(['明天几点到校', '没得到通知', '他感冒得厉害', '阿拉伯数字写一遍', '这本玉米有虫', ''])('leaves %s', said => {
    expect(keyOf(said)).toBeNull()
  })

  it('points at the whole word as it was written', () => {
    const written = '说 【冇】得 意思'
    const reading = standardReading(normalise(written))
    const at = reading?.key.indexOf('没有') as number
    const { start, end } = spanOf(reading as NonNullable<typeof reading>, at, at + 2)
    expect(written.slice(start, end)).toBe('冇】得')
  })

  it('keeps offsets in order and inside the text, whatever is said', () => {
    const words = fc.constantFrom(...table.map(([word]) => word), ...table.flatMap(([, , ...longer]) => longer))
    const said = fc.array(fc.oneof(words, fc.constantFrom('孩子', '，', '😂', ' ', '到')), { maxLength: 12 })
    fc.assert(
      fc.property(said, parts => {
        const text = normalise(parts.join(''))
        const reading = standardReading(text)
        if (!reading) return
        expect(reading.map).toHaveLength(reading.key.length + 1)
        expect([...reading.map]).toEqual([...reading.map].sort((a, b) => a - b))
        expect(reading.map.at(-1)).toBe(text.original.length)
        expect(reading.original).toBe(text.original)
      }),
    )
  })
})

describe('the table', () => {
  it('holds each word once, in the form of match keys, and no word that says the same in standard words', () => {
    const words = table.map(([word]) => word)
    expect(new Set(words).size).toBe(words.length)
    for (const [word, standard] of table) {
      expect(word).toBe(toKey(word))
      expect(standard).toBe(toKey(standard))
      expect(standard).not.toBe(word)
    }
  })

  it('names only longer words that hold the word', () => {
    for (const [word, , ...longer] of table)
      for (const one of longer) expect(one.length > word.length && one.includes(word)).toBe(true)
  })
})
