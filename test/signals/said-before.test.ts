import { describe, expect, it } from '@jest/globals'
import { HOUR, MINUTE } from '../../src/model/time.js'
import { ask, factsOf, historyOf, NOW } from './support.js'

const lexicons = {
  'd.who': ['孩子', '他', '我家那个'],
  'd.not': ['没', '还没'],
  'd.arrive': ['到家', '回来'],
  'd.asked': ['回宿舍没', '到家没'],
  'd.none': ['没有人'],
}
const says = (text: string, given: object = {}) =>
  ask('phrase', ['d.who', 'd.not', 'd.arrive'], factsOf({ text, ...given }), lexicons)

describe('phrase', () => {
  it('wants a word of each class, in order and close together', () => {
    expect(says('孩子到现在还没到家').hit).toBe(true)
    expect(says('我家那个没回来').hit).toBe(true)
    expect(says('到家没有 孩子').hit).toBe(false)
    expect(says('孩子没吃').hit).toBe(false)
    expect(says('').hit).toBe(false)
  })

  it('keeps to the gap between two words, whatever stands between the lines', () => {
    const far = '他今天跟着奶奶去买菜没回来'
    expect(says(far).hit).toBe(false)
    const of = ['d.who', 'd.not', 'd.arrive']
    expect(ask('phrase', { of, gap: 12 }, factsOf(far), lexicons).hit).toBe(true)
    expect(ask('phrase', { of, gap: 0 }, factsOf('他没。\n到家'), lexicons).hit).toBe(true)
  })

  it('takes the nearest beginning, and a list of lists as one class', () => {
    expect(says('他说要看书的，后来孩子没回来').hit).toBe(true)
    expect(ask('phrase', [['d.who', 'd.not'], 'd.arrive'], factsOf('没回来'), lexicons).hit).toBe(true)
  })

  it('points at the whole of it in what was written, and at nothing in an attachment', () => {
    expect(says('急！孩子还 没 到家').spans).toEqual([{ start: 2, end: 10 }])
    expect(says('看图', { kind: 'image', ocr: '孩子没到家' })).toMatchObject({ hit: true, spans: [] })
    expect(
      ask('phrase', { of: ['d.who', 'd.not'], in: 'text' }, factsOf({ text: '', ocr: '孩子没' }), lexicons).hit,
    ).toBe(false)
  })

  it('tells what it looked for', () => {
    expect(says('孩子没到家').sentence).toBe('依次出现 d.who、d.not、d.arrive')
    expect(says('早').sentence).toBe('没有依次出现 d.who、d.not、d.arrive')
  })

  it('refuses one class alone and unknown lists', () => {
    expect(() => ask('phrase', ['d.who'], factsOf('他'), lexicons)).toThrow()
    expect(() => ask('phrase', ['d.who', 'd.nothing'], factsOf('他'), lexicons)).toThrow('d.nothing')
  })
})

describe('before', () => {
  const after = (line: object, options: unknown = 'd.asked', given: object = {}) =>
    ask('before', options, factsOf({ text: '没', history: historyOf(line), ...given }), lexicons).hit

  it('looks at the line that was said last, by anybody', () => {
    expect(after({ text: '他回宿舍没？', member: 'id:别人' })).toBe(true)
    expect(after({ text: '老师回你没', member: 'id:别人' })).toBe(false)
    const history = historyOf({ text: '到家没', at: NOW - 2 * MINUTE }, { text: '带伞', at: NOW - MINUTE })
    expect(ask('before', 'd.asked', factsOf({ text: '没', history }), lexicons).hit).toBe(false)
  })

  it('understands a line in dialect', () => {
    expect(after({ text: '门卫讲里头冇得人', member: 'id:别人' }, 'd.none')).toBe(true)
  })

  it('passes over what has no words: stickers, joins, lines whose text is no longer kept', () => {
    const history = historyOf({ text: '到家没', at: NOW - 2 * MINUTE }, { kind: 'emoticon', at: NOW - MINUTE })
    expect(ask('before', 'd.asked', factsOf({ text: '没', history }), lexicons).hit).toBe(true)
    expect(after({})).toBe(false)
  })

  it('forgets after the time given', () => {
    expect(after({ text: '到家没', at: NOW - 4 * MINUTE })).toBe(false)
    expect(after({ text: '到家没', at: NOW - 4 * MINUTE }, { words: 'd.asked', within: '5m' })).toBe(true)
    expect(after({ text: '到家没', at: NOW - HOUR }, { words: 'd.asked', within: '30m' })).toBe(false)
  })

  it('can be asked whose line it was', () => {
    const own = { text: '到家没' }
    const other = { text: '到家没', member: 'id:别人' }
    expect(after(own, { words: 'd.asked', from: 'same' })).toBe(true)
    expect(after(own, { words: 'd.asked', from: 'other' })).toBe(false)
    expect(after(other, { words: 'd.asked', from: 'other' })).toBe(true)
    expect(after(other, { words: 'd.asked', from: 'same' })).toBe(false)
  })

  it('has nothing to look at in a quiet group, and says so', () => {
    expect(ask('before', 'd.asked', factsOf('没'), lexicons)).toMatchObject({
      hit: false,
      sentence: '上一句没有词表 d.asked 的词',
    })
  })
})
