import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { initialsOf, muddlesOf, toKey } from '../../../src/text/index.js'

describe('first letters', () => {
  it.each([
    ['兼职日结', 'jz日结'],
    ['兼职日结', '兼职rj'],
    ['兼职日结', '兼z日结'],
    ['兼职日结', 'jzrj'],
    ['拿货价', '拿hj'],
    ['加qq群', 'jqq群'],
  ])('of %s: %s', (word, written) => {
    expect(initialsOf(word)).toContain(written)
  })

  it('are not looked for where letters alone would say too little', () => {
    expect(initialsOf('拿货价')).not.toContain('nhj')
    expect(initialsOf('代购')).toEqual([])
    expect(initialsOf('代')).toEqual([])
    expect(initialsOf('')).toEqual([])
  })

  it('are of characters that have a reading', () => {
    expect(initialsOf('かなな')).toEqual([])
    expect(initialsOf('vip123')).toEqual([])
  })
})

describe('the wrong order', () => {
  it.each([
    ['兼职日结', '职兼日结'],
    ['兼职日结', '职兼结日'],
    ['兼职日结', '兼职结日'],
    ['兼职日结', '结日职兼'],
    ['拿货价', '货拿价'],
    ['加qq群', 'qq加群'],
    ['转发20个群', '发转20个群'],
  ])('of %s: %s', (word, written) => {
    expect(muddlesOf(word)).toContain(written)
  })

  it('is none where the sentence is only another one', () => {
    expect(muddlesOf('加我微信')).not.toContain('我加微信')
    expect(muddlesOf('要的找')).not.toContain('的要找')
    expect(muddlesOf('加我微信')).toContain('我加信微')
  })

  it('keeps letters and digits together', () => {
    for (const way of muddlesOf('转发20个群')) expect(way).toContain('20')
    for (const way of muddlesOf('加vip群聊')) expect(way).toContain('vip')
  })
})

describe('look-alikes', () => {
  it.each([
    ['兼职日结', '兼职曰结'],
    ['免费试听', '兔费试听'],
    ['加我微信', '加找微信'],
    ['拿货价', '拿贷价'],
  ])('of %s: %s', (word, written) => {
    expect(muddlesOf(word)).toContain(written)
  })

  it('are one at a time', () => {
    expect(muddlesOf('免费日结')).not.toContain('兔费曰结')
  })
})

describe('any word', () => {
  it('is none of its own disguises, and has no end of them', () => {
    const characters = fc.constantFrom(...'加我微信代购兼职日结免费试听a1')
    fc.assert(
      fc.property(fc.array(fc.oneof(characters, fc.string({ maxLength: 2 })), { maxLength: 12 }), parts => {
        const key = toKey(parts.join(''))
        for (const ways of [initialsOf(key), muddlesOf(key)]) {
          expect(ways).not.toContain(key)
          expect(new Set(ways).size).toBe(ways.length)
          expect(ways.length).toBeLessThan(150)
        }
      }),
    )
  })

  it('that is very long is left as it is', () => {
    const key = '加微信'.repeat(1000)
    expect([...initialsOf(key), ...muddlesOf(key)]).toEqual([])
  })
})
