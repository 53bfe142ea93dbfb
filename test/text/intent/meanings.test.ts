import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Meanings, parseMeanings } from '../../../src/text/intent/index.js'
import { inputOf, slotsOf } from './support.js'

const meanings = new Meanings([['摔', '摔伤', '磕破', '划口子'], ['头', '额头', '口子'], ['摔伤']])

function read(key: string, atMost = 100): [number, string][] {
  const found: [number, string][] = []
  meanings.read(key, atMost, (meaning, from, to) => found.push([meaning, key.slice(from, to)]))
  return found
}

describe('meanings', () => {
  it('are those of the longest word at each place, one after the other', () => {
    expect(read('他摔了额头')).toEqual([
      [0, '摔'],
      [1, '额头'],
    ])
    expect(read('划口子')).toEqual([[0, '划口子']])
    expect(read('开口子')).toEqual([[1, '口子']])
  })

  it('are all of a word', () => {
    expect(read('摔伤')).toEqual([
      [0, '摔伤'],
      [2, '摔伤'],
    ])
  })

  it('are looked for no further than asked, and in no half word', () => {
    expect(read('到家磕破', 3)).toEqual([])
    expect(read('')).toEqual([])
  })

  it('are found wherever their words stand, by a plain search too', () => {
    const words = ['摔', '摔伤', '磕破', '划口子', '头', '额头', '口子', '我', '伤', '划']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), parts => {
        const key = parts.join('')
        for (const [, word] of read(key)) expect(key).toContain(word)
        expect(read(key).length > 0).toBe(/摔|磕破|口子|头/.test(key))
      }),
    )
  })

  it('are what the model counts: two words of one meaning share a feature that two others do not', () => {
    const shared = (a: string, b: string) => {
      const other = new Set(slotsOf(inputOf(b)))
      return slotsOf(inputOf(a)).filter(slot => other.has(slot)).length
    }
    // same lengths, no character in common
    expect(shared('便宜卖', '要的说')).toBeGreaterThan(shared('便宜卖', '去打球'))
  })
})

describe('the file of meanings', () => {
  it('is read line by line', () => {
    expect(parseMeanings('fall: 摔 跌倒\nhead: 头\n').count).toBe(2)
    expect(parseMeanings('').count).toBe(0)
  })

  it.each(['fall 摔', 'fall: ', 'Fall: 摔', `fall: ${'摔'.repeat(9)}`])('is refused for %s', row => {
    expect(() => parseMeanings(row)).toThrow(RangeError)
  })
})
