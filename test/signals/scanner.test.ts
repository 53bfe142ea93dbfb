import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Scanner, scannerOf } from '../../src/signals/scanner.js'
import { normalise, weakKey } from '../../src/text/index.js'
import { resourcesOf } from './support.js'

describe('Scanner', () => {
  it('tells which sets occur, overlaps and parts of longer words included', () => {
    const scanner = new Scanner()
    const sets = [['代购'], ['购物'], ['海外代购'], ['物'], ['代']].map(strings => scanner.add({ on: 'key', strings }))
    const occurring = (text: string) => sets.map(set => set.occursIn(normalise(text)))
    expect(occurring('海外代购物')).toEqual([true, true, true, true, true])
    expect(occurring('代—购')).toEqual([true, false, false, false, true])
    expect(occurring('海外')).toEqual([false, false, false, false, false])
    expect(occurring('')).toEqual([false, false, false, false, false])
  })

  it('takes the same strings for the same set', () => {
    const scanner = new Scanner()
    expect(scanner.add({ on: 'key', strings: ['甲', '乙'] }).index).toBe(
      scanner.add({ on: 'key', strings: ['甲', '乙'] }).index,
    )
    expect(scanner.add({ on: 'key', strings: ['乙'] }).index).not.toBe(
      scanner.add({ on: 'key', strings: ['甲'] }).index,
    )
  })

  it('finds nothing of an empty set and skips empty strings', () => {
    const scanner = new Scanner()
    const [none, empty] = [scanner.add({ on: 'key', strings: [] }), scanner.add({ on: 'key', strings: [''] })]
    const text = normalise('什么都有')
    expect([none.occursIn(text), empty.occursIn(text)]).toEqual([false, false])
  })

  it('reads the shown text in lower case', () => {
    const set = new Scanner().add({ on: 'display', strings: ['vip 1'] })
    expect(set.occursIn(normalise('加入 VIP 1 群'))).toBe(true)
    expect(new Scanner().add({ on: 'key', strings: ['vip 1'] }).occursIn(normalise('VIP 1'))).toBe(false)
  })

  it('finds what sounds alike, and strings of one set wherever they are looked for', () => {
    const scanner = new Scanner()
    const heard = scanner.add({ on: 'sound', strings: [weakKey('微信').key] })
    const either = scanner.add({ on: 'key', strings: ['代购'] }, { on: 'display', strings: ['a-b'] })
    const said = (text: string) => [heard, either].map(set => set.occursIn(normalise(text)))
    expect(said('加喂心')).toEqual([true, false])
    expect(said('代-购')).toEqual([false, true])
    expect(said('A-b')).toEqual([false, true])
    expect(said('ab')).toEqual([false, false])
  })

  it('takes sets that are added to a string that was there already, of one character or more', () => {
    const scanner = new Scanner()
    const text = normalise('代购')
    const first = [['代'], ['代购']].map(strings => scanner.add({ on: 'key', strings }))
    expect(first.map(set => set.occursIn(text))).toEqual([true, true])
    const second = [['代', '丙'], ['代购', '丙'], ['购']].map(strings => scanner.add({ on: 'key', strings }))
    expect([...first, ...second].map(set => set.occursIn(text))).toEqual([true, true, true, true, true])
    expect([...first, ...second].map(set => set.occursIn(normalise('丙')))).toEqual([false, false, true, true, false])
  })

  it('sees sets that were added after a text was scanned', () => {
    const scanner = new Scanner()
    const text = normalise('甲乙')
    expect(scanner.add({ on: 'key', strings: ['甲'] }).occursIn(text)).toBe(true)
    expect(scanner.add({ on: 'key', strings: ['乙'] }).occursIn(text)).toBe(true)
  })

  it('keeps two texts apart while both are looked at', () => {
    const set = new Scanner().add({ on: 'key', strings: ['甲'] })
    const [a, b, c] = [normalise('甲'), normalise('乙'), normalise('甲乙')]
    expect([a, b, a, b, c, b, a].map(text => set.occursIn(text))).toEqual([true, false, true, false, true, false, true])
  })

  it('agrees with looking for each string', () => {
    const word = fc.array(fc.constantFrom('甲', '乙', 'a'), { minLength: 1, maxLength: 4 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 40 }),
        fc.array(word).map(parts => parts.join('')),
        (lists, said) => {
          const scanner = new Scanner()
          const sets = lists.map(list => scanner.add({ on: 'key', strings: list }))
          const text = normalise(said)
          expect(sets.map(set => set.occursIn(text))).toEqual(
            lists.map(list => list.some(one => text.key.includes(one))),
          )
        },
      ),
    )
  })

  it('grows to many thousand strings', () => {
    const scanner = new Scanner()
    const strings = Array.from({ length: 5000 }, (_, i) => `词${i.toString(36)}尾`)
    const sets = strings.map(string => scanner.add({ on: 'key', strings: [string] }))
    const found = sets.filter(set => set.occursIn(normalise('说到词2s0尾和词1尾')))
    expect(found.map(set => strings[set.index])).toEqual(['词1尾', '词2s0尾'])
  })

  it('says in which sets something stands that is known of an event', () => {
    const scanner = new Scanner()
    const [price, either] = [
      scanner.add({ on: 'entity', strings: ['price'] }),
      scanner.add({ on: 'entity', strings: ['price', 'score'] }, { on: 'key', strings: ['甲'] }),
    ]
    expect(scanner.setsOf('entity', 'price')).toEqual([price.index, either.index])
    expect(scanner.setsOf('entity', 'score')).toEqual([either.index])
    expect(scanner.setsOf('kind', 'price')).toEqual([])
    expect([price, either].map(set => set.occursIn(normalise('甲 price')))).toEqual([false, true])
  })

  it('is one for all that share their resources', () => {
    const resources = resourcesOf()
    expect(scannerOf(resources)).toBe(scannerOf(resources))
    expect(scannerOf(resourcesOf())).not.toBe(scannerOf(resources))
  })
})
