import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { normalise, spanOf, toKey } from '../../src/text/index.js'
import { growth, LINEAR } from '../cpu.js'

/** Text with everything that disguises are made of. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\u200b',
        '\ufe0f',
        '\u20e3',
        '\u0301',
        '\ud83d',
        '\udc00',
        '👨‍👩‍👧',
        '🇨🇳',
        '🇻',
        '[玫瑰]',
        '[',
        '❤',
        '薇',
        '➕',
        '+v',
        'ﷺ',
        '㈱',
        'ｶﾞ',
        '𝟙',
        '①',
        '\u{e0041}',
        '謝',
      ),
    ),
  )
  .map(parts => parts.join(''))

describe('match key', () => {
  it.each([
    ['width and case', 'ＶＸ：ＡＢＣ１２３', 'vxabc123'],
    ['spaces and signs', '加 - 微.信 / a_b', '加微信ab'],
    ['invisible characters', '微\u200b信\u2060号\ufeff', '微信号'],
    ['tag characters', '代\u{e0041}\u{e0042}购', '代购'],
    ['variation selectors', '代\ufe0f购\u{e0101}', '代购'],
    ['combining marks', 'V\u0336X\u0336 e\u0301 é', 'vxee'],
    ['traditional', '謝謝老師辛苦', '谢谢老师辛苦'],
    ['circled digits', '①②③❶❷➀➊⓵⓿⑩⓫', '123121110' + '1011'],
    ['mathematical', '𝟙𝟚𝟛 𝓋𝓍 𝗩𝗫', '123vxvx'],
    ['other scripts’ digits', '١٢٣ १२३ １２３', '123123123'],
    ['keycaps', '1️⃣3️⃣9️⃣', '139'],
    ['negative circled and squared letters', 'Ⓥ🅥🅅🆅', 'vvvv'],
    ['regional letters that are no flag', '🇻🇽', 'vx'],
    ['Roman numerals and squares', 'Ⅻ ㎏ ㈱', 'xiikg株'],
    ['Chinese numerals stay', '壹贰三', '壹贰三'],
    ['line feeds', '收\n到\r\n', '收到'],
    ['nothing', '', ''],
    ['only signs', '……！！！～', ''],
  ])('%s', (_name, text, key) => {
    expect(toKey(text)).toBe(key)
  })

  it('reads emoji that stand for words', () => {
    expect(toKey('➕薇')).toBe('加薇')
    expect(toKey('薇❤️')).toBe('薇心')
    expect(toKey('V❤')).toBe('v心')
    expect(toKey('发🧧🧧🧧')).toBe('发红包')
    expect(toKey('🐧123456')).toBe('qq123456')
  })

  it('reads a plus sign before a contact, and nowhere else', () => {
    expect(toKey('+v abc')).toBe('加vabc')
    expect(toKey('＋ 薇')).toBe('加薇')
    expect(toKey('5+3=8')).toBe('538')
    expect(toKey('数学+语文')).toBe('数学语文')
  })

  it('leaves other emoji out', () => {
    expect(toKey('谢谢老师❤❤🌹👍🏽')).toBe('谢谢老师')
    expect(toKey('👨‍👩‍👧回家了🇨🇳')).toBe('回家了')
  })
})

describe('emoji', () => {
  it('are listed in order, joined ones as one', () => {
    expect(normalise('好[玫瑰]👨‍👩‍👧x👍🏽🇨🇳❤️').emoji).toEqual(['[玫瑰]', '👨‍👩‍👧', '👍🏽', '🇨🇳', '❤️'])
  })

  it('WeChat codes are emoji, other brackets are text', () => {
    expect(normalise('[强][强]').emoji).toEqual(['[强]', '[强]'])
    expect(toKey('[重要]明天停课[Smile]')).toBe('重要明天停课')
    expect(normalise('[愛心][強][擁抱][Love]').emoji).toEqual(['[爱心]', '[强]', '[拥抱]', '[爱情]'])
    expect(toKey('[愛心][強][擁抱][Love]')).toBe('')
    expect(toKey('[重點]')).toBe('重点')
    expect(normalise('[重要]').emoji).toEqual([])
    expect(toKey('[')).toBe('')
    expect(toKey('[[玫瑰]]')).toBe('')
  })

  it('a flag with a hidden tail does not swallow text', () => {
    expect(toKey('🏴\u{e0067}\u{e007f}代购')).toBe('代购')
  })
})

describe('display', () => {
  it('keeps signs, spaces and emoji, in plain form', () => {
    expect(normalise('Ｖ：１２３\u200b，❤️').display).toBe('V:123,❤️')
  })

  it('composes marks and cuts towers of them', () => {
    expect(normalise('e\u0301').display).toBe('é')
    expect(normalise('a' + '\u0301'.repeat(1000)).display.length).toBeLessThan(10)
  })

  it('drops controls but keeps line feeds', () => {
    expect(normalise('a\u0007b\nc\u202ed').display).toBe('ab\ncd')
  })

  it('drops halves of surrogate pairs', () => {
    expect(normalise('\ud83dx\udc00').display).toBe('x')
  })
})

describe('the map back', () => {
  it('points at what was written', () => {
    const text = normalise('请加\u200b Ｖ-❤️：ab1️⃣')
    const start = text.key.indexOf('v')
    const span = spanOf(text, start, text.key.length)
    expect(text.original.slice(span.start, span.end)).toBe('Ｖ-❤️：ab1️⃣')
  })

  it('takes marks that hang on the last character, not the punctuation after it', () => {
    const text = normalise('电9\u0301\u200b。好')
    const span = spanOf(text, 0, 2)
    expect(text.original.slice(span.start, span.end)).toBe('电9\u0301\u200b')
  })

  it('works on the display text too', () => {
    const text = normalise('电\u200b话：１３９')
    const at = text.display.indexOf('139')
    const span = spanOf(text, at, at + 3, 'display')
    expect(text.original.slice(span.start, span.end)).toBe('１３９')
  })

  it('an empty range is an empty span', () => {
    expect(spanOf(normalise('收到'), 1, 1)).toEqual({ start: 1, end: 1 })
    expect(spanOf(normalise(''), 0, 0)).toEqual({ start: 0, end: 0 })
  })

  it('is monotonic, in range and one longer than its view', () => {
    fc.assert(
      fc.property(hostile, original => {
        const text = normalise(original)
        for (const [view, map] of [
          [text.key, text.map],
          [text.display, text.displayMap],
        ] as const) {
          expect(map.length).toBe(view.length + 1)
          expect(map[view.length]).toBe(original.length)
          for (let i = 0; i < view.length; i++) {
            expect(map[i]).toBeLessThanOrEqual(map[i + 1] as number)
            expect(map[i]).toBeLessThan(original.length)
          }
        }
        const whole = spanOf(text, 0, text.key.length)
        expect(whole.end).toBeLessThanOrEqual(original.length)
      }),
      { numRuns: 300 },
    )
  })

  it('a key is its own key', () => {
    fc.assert(
      fc.property(hostile, original => {
        const once = toKey(original)
        expect(toKey(once)).toBe(once)
      }),
      { numRuns: 300 },
    )
  })

  it('no sign, space, mark or invisible character is left in a key', () => {
    fc.assert(
      fc.property(hostile, original => {
        expect(toKey(original)).not.toMatch(/[\p{C}\p{Z}\p{Mn}]/u)
      }),
    )
  })
})

describe('hostile size', () => {
  it.each([
    ['marks', '\u0301\u0316'],
    ['joiners', '👨\u200d'],
    ['brackets', '['],
    ['emoji', '😂'],
    ['halves', '\ud83d'],
    ['ligatures', 'ﷺ'],
    ['han', '汉'],
  ])('a text of four times as much of %s takes about four times as long', (_name, unit) => {
    expect(growth(n => normalise('a' + unit.repeat(n / unit.length)), 1 << 16)).toBeLessThan(LINEAR)
  })

  it('does not let one text leak into the next', () => {
    normalise('x'.repeat(100_000))
    expect(normalise('好').key).toBe('好')
  })
})
