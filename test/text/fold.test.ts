import { describe, expect, it } from '@jest/globals'
import { DROP, displayOf, folded, isEmojiPoint, keyOf, SPECIAL, TABLES } from '../../src/text/fold.js'
import { normalise, toKey } from '../../src/text/index.js'

describe('the tables', () => {
  it('say of every unit what the slow way says', () => {
    const wrong: number[] = []
    for (let code = 0; code < 0x10000; code++) {
      if (code >= 0xd800 && code <= 0xf8ff) continue
      const shown = displayOf(code)
      const entry = shown === '' ? DROP : shown.length === 1 ? shown.charCodeAt(0) : SPECIAL
      if (TABLES.display[code] !== entry) wrong.push(code)
    }
    expect(wrong).toEqual([])
  })

  it('give a key that is its own key, for every character', () => {
    const wrong: number[] = []
    for (const cp of everyCharacter()) {
      const key = toKey(String.fromCodePoint(cp))
      if (toKey(key) !== key) wrong.push(cp)
    }
    expect(wrong).toEqual([])
  })

  it('let no character grow beyond measure', () => {
    const wrong: number[] = []
    for (const cp of everyCharacter()) {
      const { display, key } = normalise(String.fromCodePoint(cp))
      if (display.length > 6 || key.length > 6) wrong.push(cp)
    }
    expect(wrong).toEqual([])
  })
})

/** Code points of the first two planes. */
function* everyCharacter(): Generator<number> {
  for (let cp = 0; cp < 0x20000; cp++) if (cp < 0xd800 || cp > 0xdfff) yield cp
}

describe('single characters', () => {
  it.each([
    ['Ａ', 'A', 'a'],
    ['ｱ', 'ア', 'ア'],
    ['①', '1', '1'],
    ['❷', '2', '2'],
    ['⓴', '20', '20'],
    ['⓿', '0', '0'],
    ['𝟗', '9', '9'],
    ['٥', '5', '5'],
    ['🅰', 'a', 'a'],
    ['Ⅷ', 'VIII', 'viii'],
    ['㎡', 'm2', 'm2'],
    ['ß', 'ß', 'ß'],
    ['İ', 'İ', 'i'],
    ['Å', 'Å', 'a'],
    ['ﬁ', 'fi', 'fi'],
    ['後', '後', '后'],
    ['龜', '龜', '龟'],
    ['〇', '〇', '〇'],
    ['。', '。', ''],
    ['　', ' ', ''],
    ['\u200b', '', ''],
    ['\u0000', '', ''],
    ['\ue000', '', ''],
    ['\n', '\n', ''],
    ['\t', ' ', ''],
    ['￥', '¥', ''],
  ])('%s shows as %j and matches as %j', (character, display, key) => {
    const cp = character.codePointAt(0) as number
    expect(displayOf(cp)).toBe(display)
    expect(keyOf(cp)).toBe(key)
    const text = normalise(character)
    expect(text.display).toBe(display)
    expect(text.key).toBe(key)
  })
})

describe('isEmojiPoint', () => {
  it.each([...'😂❤☀🌹👍🧧➕✂'])('%s is one', emoji => {
    expect(isEmojiPoint(emoji.codePointAt(0) as number)).toBe(true)
  })
  it.each([...'a1#©®™‼🅰㊙㊗〰中①'])('%s is none', sign => {
    expect(isEmojiPoint(sign.codePointAt(0) as number)).toBe(false)
  })
})

describe('folded', () => {
  it('forgets rather than fill the memory', () => {
    for (let cp = 0x20000; cp < 0x20000 + 50_000; cp++) folded(cp)
    expect(folded(0x20bb7)).toEqual({ display: '𠮷', key: '𠮷', emoji: false })
    expect(folded(0x1f602).emoji).toBe(true)
  })
})
