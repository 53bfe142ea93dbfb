import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compileLexicon, normalise, remainder, spanOf, toKey } from '../../src/text/index.js'
import { growth, LINEAR } from '../cpu.js'

/** The plain definition: from left to right, the longest word at each place. */
function naive(key: string, words: readonly string[]): [number, number][] {
  const found: [number, number][] = []
  for (let i = 0; i < key.length; ) {
    const longest = words.filter(w => w !== '' && key.startsWith(w, i)).sort((a, b) => b.length - a.length)[0]
    if (longest === undefined) i++
    else {
      found.push([i, i + longest.length])
      i += longest.length
    }
  }
  return found
}

describe('compileLexicon', () => {
  it('finds words however they are dressed, and where', () => {
    const matcher = compileLexicon(['加微信', '代购'])
    const text = normalise('想要的加-微\u200b信，韩国 代購')
    const hits = matcher.find(text.key)
    expect(hits.map(h => h.word)).toEqual(['加微信', '代购'])
    const span = spanOf(text, hits[1]?.start as number, hits[1]?.end as number)
    expect(text.original.slice(span.start, span.end)).toBe('代購')
  })

  it('prefers the leftmost, then the longest', () => {
    const matcher = compileLexicon(['老师', '老师辛苦', '谢谢老师', '谢'])
    expect(matcher.find('谢谢老师辛苦了').map(h => h.word)).toEqual(['谢谢老师'])
    expect(matcher.find('老师辛苦').map(h => h.word)).toEqual(['老师辛苦'])
  })

  it('finds a short word inside one that breaks off', () => {
    const matcher = compileLexicon(['abcde', 'bc'])
    expect(matcher.find('abcdx').map(h => [h.start, h.end])).toEqual([[1, 3]])
  })

  it('a word given as emoji or full width matches its key', () => {
    expect(compileLexicon(['➕ Ｖ']).find(toKey('加v'))).toHaveLength(1)
  })

  it('skips words that leave nothing, reports the first of two alike', () => {
    const matcher = compileLexicon(['！！', '', '收到', '收 到'])
    expect(matcher.find('收到')).toEqual([{ word: '收到', index: 2, start: 0, end: 2 }])
    expect(matcher.find('')).toEqual([])
  })

  it('works without words', () => {
    const matcher = compileLexicon([])
    expect(matcher.find('收到')).toEqual([])
  })

  it('is the plain definition, fast', () => {
    const alphabet = fc.constantFrom('a', 'b', 'c')
    const word = fc.array(alphabet, { maxLength: 5 }).map(l => l.join(''))
    const text = fc.array(alphabet, { maxLength: 40 }).map(l => l.join(''))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), text, (words, key) => {
        const matcher = compileLexicon(words)
        const expected = naive(key, words)
        expect(matcher.find(key).map(h => [h.start, h.end])).toEqual(expected)
        for (const hit of matcher.find(key)) expect(words[hit.index]).toBe(key.slice(hit.start, hit.end))
      }),
      { numRuns: 1000 },
    )
  })

  it('scans a long text against a thousand words at once', () => {
    const words = Array.from({ length: 1000 }, (_, i) => `${'啊'.repeat(i % 17)}词${i}`)
    const matcher = compileLexicon(words)
    const text = '啊'.repeat(1 << 18)
    expect(matcher.find(text)).toEqual([])
    expect(growth(n => matcher.find(text.slice(0, n)), 1 << 16)).toBeLessThan(LINEAR)
  })
})

describe('remainder', () => {
  const acks = compileLexicon(['收到', '好的', '谢谢', '谢谢老师', '老师辛苦了'])
  it.each([
    ['收到，谢谢老师！', ''],
    ['好的好的收到', ''],
    ['收到，李雷明天请假', '李雷明天请假'],
    ['老师，收到', '老师'],
    ['谢谢老师辛苦了', '辛苦了'],
    ['', ''],
  ])('%s', (text, rest) => {
    expect(remainder(toKey(text), acks)).toBe(rest)
  })
})
