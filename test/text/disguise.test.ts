import { describe, expect, it } from '@jest/globals'
import { compileLexicon, normalise, spanOf, toKey } from '../../src/text/index.js'

/** What advertisers say. */
const PHRASES = [
  '加我微信',
  '私聊我领取',
  '拿货价批发',
  '代购化妆品',
  '兼职日结',
  '扫码进群',
  '帮忙投票',
  '砍一刀',
  '名师辅导',
  '免费试听',
  'vx abc123',
  'QQ 10001',
]

const spread = (text: string, between: string): string => [...text].join(between)
const each = (text: string, dress: (character: string) => string): string => [...text].map(dress).join('')
const TRADITIONAL: Record<string, string> = {
  货: '貨',
  价: '價',
  发: '發',
  购: '購',
  妆: '妝',
  职: '職',
  结: '結',
  码: '碼',
  进: '進',
  师: '師',
  辅: '輔',
  导: '導',
  费: '費',
  试: '試',
  听: '聽',
  领: '領',
  帮: '幫',
}
const letter =
  (first: number) =>
  (character: string): string => {
    const code = character.toLowerCase().charCodeAt(0) - 0x61
    return code >= 0 && code < 26 ? String.fromCodePoint(first + code) : character
  }
const digit =
  (first: number) =>
  (character: string): string =>
    /\d/.test(character) ? String.fromCodePoint(first + Number(character)) : character

/** The ways to dress a text that the first key undoes; homophones and look-alikes are the weak key’s. */
const DISGUISES: Record<string, (text: string) => string> = {
  spaces: text => spread(text, ' '),
  'wide spaces': text => spread(text, '\u3000'),
  'no-break spaces': text => spread(text, '\u00a0'),
  'line feeds': text => spread(text, '\n'),
  hyphens: text => spread(text, '-'),
  dots: text => spread(text, '.'),
  'Chinese signs': text => spread(text, '，'),
  asterisks: text => spread(text, '*'),
  'zero-width spaces': text => spread(text, '\u200b'),
  'zero-width joiners': text => spread(text, '\u200d'),
  'word joiners': text => spread(text, '\u2060'),
  'byte order marks': text => spread(text, '\ufeff'),
  'soft hyphens': text => spread(text, '\u00ad'),
  'direction marks': text => spread(text, '\u202e'),
  'variation selectors': text => spread(text, '\ufe0f'),
  'more variation selectors': text => spread(text, '\u{e0101}'),
  tags: text => spread(text, '\u{e0041}'),
  'combining marks': text => spread(text, '\u0336'),
  'enclosing marks': text => spread(text, '\u20e3'),
  'Hangul fillers': text => spread(text, '\u3164'),
  'braille blanks': text => spread(text, '\u2800'),
  emoji: text => spread(text, '😂'),
  'WeChat emoji': text => spread(text, '[呲牙]'),
  'full width': text => each(text, c => (/[!-~]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)),
  'upper case': text => text.toUpperCase(),
  traditional: text => each(text, c => TRADITIONAL[c] ?? c),
  circled: text => each(text, letter(0x24d0)),
  'negative circled': text => each(text, letter(0x1f150)),
  squared: text => each(text, letter(0x1f130)),
  'negative squared': text => each(text, letter(0x1f170)),
  bold: text => each(text, letter(0x1d41a)),
  script: text => each(text, letter(0x1d4ea)),
  monospace: text => each(text, letter(0x1d68a)),
  'double-struck digits': text => each(text, digit(0x1d7d8)),
  'Arabic digits': text => each(text, digit(0x0660)),
  'Devanagari digits': text => each(text, digit(0x0966)),
  keycaps: text => each(text, c => (/\d/.test(c) ? `${c}\ufe0f\u20e3` : c)),
  'everything at once': text => spread(text, ' \u200b-😂\u0301'),
}

describe('disguises that the key undoes', () => {
  const matcher = compileLexicon(PHRASES)

  it.each(Object.keys(DISGUISES))('%s', name => {
    const dress = DISGUISES[name] as (text: string) => string
    for (const phrase of PHRASES) {
      const original = `各位好，${dress(phrase)}。谢谢`
      const text = normalise(original)
      const hits = matcher.find(text.key)
      expect(hits.map(hit => hit.word)).toEqual([phrase])
      const hit = hits[0] as { start: number; end: number }
      const span = spanOf(text, hit.start, hit.end)
      const written = original.slice(span.start, span.end)
      // the evidence is what was written, from the first letter to the last
      expect(toKey(written)).toBe(toKey(phrase))
      expect(original.startsWith('各位好，')).toBe(true)
      expect(span.start).toBeGreaterThanOrEqual(4)
      expect(span.end).toBeLessThanOrEqual(original.length - 3)
    }
  })

  it('finds nothing in what parents really write', () => {
    for (const text of [
      '老师好，孩子今天发烧，请一天假',
      '微信群里的通知我看到了',
      '后天要带铲子和打折叠椅',
      '帮忙问一下校车几点到',
      '谢谢老师的辅导[玫瑰][玫瑰]',
    ]) {
      expect(matcher.find(toKey(text))).toEqual([])
    }
  })
})
