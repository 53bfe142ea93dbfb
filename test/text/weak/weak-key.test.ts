import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { heardOf, normalise, soundOf, toKey, weakKey } from '../../../src/text/index.js'
import { cpu } from '../../cpu.js'

const soundsOf = (text: string): string => weakKey(toKey(text)).key
const heardIn = (text: string, word: string): boolean => soundsOf(text).includes(soundsOf(word))

describe('what sounds alike has one weak key', () => {
  it.each([
    ['薇信', '微信'],
    ['喂心', '微信'],
    ['维新', '微信'],
    ['亻言', '信'],
    ['微亻言', '微信'],
    ['v❤', '微信'],
    ['V信', '微信'],
    ['wei信', '微信'],
    ['vx', '微信'],
    ['wx', '微信'],
    ['weixin', '微信'],
    ['加徽', '加微'],
    ['佳薇', '加微'],
    ['➕v', '加微'],
    ['加w', '加微'],
    ['力口微', '加微'],
    ['jiawx', '加微信'],
    ['兼耳只', '兼职'],
    ['尖职', '兼职'],
    ['代沟', '代购'],
    ['代贝勾', '代购'],
    ['亻弋购', '代购'],
    ['西示', '票'],
    ['daigou', '代购'],
    ['赚浅', '赚钱'],
    ['马扁', '骗'],
    ['哪货价', '拿货价'],
    ['進裙', '进群'],
    ['君羊', '群'],
  ])('%s and %s', (written, meant) => {
    expect(soundsOf(written)).toBe(soundsOf(meant))
  })

  it('does not tell apart what southern speakers do not', () => {
    expect(soundsOf('私信')).toBe(soundsOf('师兴'))
    expect(soundsOf('张')).toBe(soundsOf('脏'))
    expect(soundsOf('牛')).not.toBe(soundsOf('刘'))
  })

  it('leaves words apart that sound different', () => {
    expect(heardIn('老师好，孩子今天请假', '微信')).toBe(false)
    expect(heardIn('明天带水彩笔', '代购')).toBe(false)
    expect(heardIn('作业写到第三十页', '加微')).toBe(false)
  })

  it('reads letters as pinyin only from end to end', () => {
    expect(soundsOf('hello')).toBe('hello')
    expect(soundsOf('ppt')).toBe('ppt')
    expect(soundsOf('nba')).toBe('nba')
    expect(soundsOf('vip')).toBe('vip')
    expect(soundsOf('v')).toBe('v')
    expect(soundsOf('w3')).toBe('w3')
  })

  it('reads short runs as pinyin among characters only', () => {
    expect(soundsOf('代gou化妆品')).toBe(soundsOf('代购化妆品'))
    expect(soundsOf('jia我微信')).toBe(soundsOf('加我微信'))
    expect(soundsOf('有bing')).toBe(soundsOf('有病'))
    expect(soundsOf('bu')).toBe('bu')
    expect(soundsOf('3bu4')).toBe('3bu4')
    expect(soundsOf('看a')).toBe(`${soundsOf('看')}a`)
  })

  it('puts characters together that were taken apart, of any common character', () => {
    for (const [written, meant] of [
      ['纟吉', '结'],
      ['车专', '转'],
      ['氵殳', '没'],
      ['疒丙', '病'],
      ['弗贝', '费'],
      ['辶反', '返'],
      ['亻匕贝', '货'],
    ] as const) {
      expect([written, soundsOf(written)]).toEqual([written, soundsOf(meant)])
    }
  })

  it('leaves apart what only stands side by side', () => {
    for (const text of ['女子', '木子', '王者', '人们', '日月', '口味', '山东人的', '言行']) {
      expect([text, soundsOf(text).length]).toEqual([text, text.length])
    }
  })

  it('keeps what has no reading: digits, kana, rare characters', () => {
    expect(soundsOf('10086')).toBe('10086')
    expect(soundsOf('かな')).toBe('かな')
    expect(soundsOf('𠮷')).toBe('𠮷')
    expect(soundsOf('')).toBe('')
  })
})

describe('letters that may be first letters of words', () => {
  it.each([
    ['dg化妆品', 'DG'],
    ['加wwx', 'WWX'],
    ['1对1fd', 'FD'],
  ])('%s', (text, letters) => {
    const key = toKey(text)
    expect(heardOf(key)).toContain(letters)
    expect(soundOf(key)).toBe(heardOf(key).toLowerCase())
  })

  it.each([['3g5'], ['mpweixinqqcomsabcd'], ['weixin'], ['加vx'], ['老师好']])('%s: none', text => {
    expect(heardOf(toKey(text))).not.toMatch(/[A-Z]/)
  })

  it('stand at their places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('微', '亻', '言', 'v', 'dg', 'jia', '7', 'https'), { maxLength: 12 }),
        parts => {
          const key = toKey(parts.join(''))
          expect(heardOf(key).length).toBe(weakKey(key).key.length)
          expect(heardOf(key).toLowerCase()).toBe(soundOf(key))
        },
      ),
    )
  })
})

describe('places in a weak key', () => {
  const written = (text: string, word: string): string => {
    const normal = normalise(text)
    const { key, starts, ends } = weakKey(normal.key)
    const at = key.indexOf(soundsOf(word))
    return normal.key.slice(starts[at], ends[at + soundsOf(word).length - 1])
  }

  it('point at what was written', () => {
    expect(written('jiawx聊', '加微')).toBe('jiawx')
    expect(written('要的加喂心哦', '加微信')).toBe('加喂心')
    expect(written('找兼耳只的来', '兼职')).toBe('兼耳只')
    expect(written('有事daigou找我', '代购')).toBe('daigou')
    expect(written('+vx聊', '加微信')).toBe('加vx')
  })

  it('cover the whole key in order, whatever is written', () => {
    const pieces = fc.constantFrom('微', '亻', '言', 'v', 'x', 'jia', '力口', '兼耳只', '7', '𠮷', '😂', 'ing', ' ')
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 30 }),
        parts => {
          const key = toKey(parts.join(''))
          const weak = weakKey(key)
          expect(weak.starts.length).toBe(weak.key.length)
          expect(weak.ends.length).toBe(weak.key.length)
          let end = 0
          for (let i = 0; i < weak.key.length; i++) {
            const from = weak.starts[i] as number
            expect(from === end || (i > 0 && from === weak.starts[i - 1])).toBe(true)
            end = weak.ends[i] as number
            expect(end).toBeGreaterThan(from)
          }
          expect(end).toBe(key.length)
          expect(weakKey(key)).toEqual(weak)
        },
      ),
    )
  })
})

describe('hostile text', () => {
  it.each([
    ['letters without end', 'xi'.repeat(50_000)],
    ['letters that are nearly pinyin', `${'gan'.repeat(20_000)}q`],
    ['parts of characters', '亻'.repeat(100_000)],
    ['words', '加喂心'.repeat(30_000)],
  ])('%s takes no time', (_, text) => {
    expect(cpu(() => weakKey(text))).toBeLessThan(2_000)
  })
})

const PUBLIC = join(process.cwd(), '..', 'shared', 'eval', 'public')
const given = existsSync(PUBLIC) ? describe : describe.skip

given('other people’s chit-chat (skipped where ../shared/eval is absent)', () => {
  it('hardly ever sounds like an offer to get in touch (兼职 does: 简直)', () => {
    const lines = readdirSync(PUBLIC)
      .filter(file => file.endsWith('.jsonl') && !file.startsWith('cold'))
      .flatMap(file => readFileSync(join(PUBLIC, file), 'utf8').split('\n').filter(Boolean))
      .map(line => (JSON.parse(line) as { text: string }).text)
    for (const word of ['加微信', '代购', '拿货价', '扫码进群', '私信我']) {
      const heard = lines.filter(line => heardIn(line, word) && !toKey(line).includes(toKey(word)))
      expect([word, heard.length / lines.length < 0.001]).toEqual([word, true])
    }
  })
})
