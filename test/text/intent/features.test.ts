import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { normalise } from '../../../src/text/index.js'
import { Features } from '../../../src/text/intent/features.js'
import { gram, HASH_BITS, named, SALT } from '../../../src/text/intent/hash.js'
import { inputOf, MEANINGS, slotsOf } from './support.js'

const shared = (a: number[], b: number[]): number => a.filter(slot => b.includes(slot)).length

describe('features', () => {
  it('are the same for the same message, whatever was read before', () => {
    const features = new Features(MEANINGS)
    const first = [...features.read(inputOf('要的私我')).ids.subarray(0, features.length)]
    features.read(inputOf('明天的家长会改到周四下午三点，请互相转告'))
    const again = [...features.read(inputOf('要的私我')).ids.subarray(0, features.length)]
    expect(again).toEqual(first)
  })

  it('are one, two and three characters in a row, ends included', () => {
    const { text } = SALT
    const code = (character: string) => character.charCodeAt(0)
    const slots = slotsOf(inputOf('要的私'))
    expect(slots).toContain(gram(text, code('要'), 0, 0))
    expect(slots).toContain(gram(text, code('要'), code('的'), 0))
    expect(slots).toContain(gram(text, code('要'), code('的'), code('私')))
    expect(slots).not.toContain(gram(text, code('的'), code('要'), 0))
    expect(slotsOf(inputOf('私'))).not.toEqual(slots)
  })

  it('tell who, what kind, how and when', () => {
    expect(slotsOf(inputOf('好', { role: 'teacher' }))).toContain(named('role:teacher'))
    expect(slotsOf(inputOf('好', { kind: 'link' }))).toContain(named('kind:link'))
    expect(slotsOf(inputOf('好', { question: true }))).toContain(named('asks'))
    expect(slotsOf(inputOf('好', { minutes: 22 * 60 + 30 }))).toContain(named('night'))
    expect(slotsOf(inputOf('好', { minutes: 3 * 60 }))).toContain(named('small hours'))
    expect(slotsOf(inputOf('好', { minutes: 8 * 60 }))).not.toContain(named('night'))
    expect(slotsOf(inputOf('好', { entities: ['price', 'price'] }))).toContain(named('entity:price'))
    expect(slotsOf(inputOf('请大家记得带伞'))).toContain(named('imperative'))
    expect(slotsOf(inputOf('😂'))).toContain(named('emoji only'))
    expect(slotsOf(inputOf('好'))).toContain(named('length:2'))
  })

  it('take any pupil and any number for the same', () => {
    expect(slotsOf(inputOf('好', { entities: ['student'] }))).toEqual(slotsOf(inputOf('好')))
    expect(slotsOf(inputOf('38元一箱'))).toEqual(slotsOf(inputOf('25元一箱')))
  })

  it('keep the line before apart from the line itself, and count it less', () => {
    const alone = slotsOf(inputOf('多少钱'))
    const answering = slotsOf(inputOf('多少钱', { before: '橙子要的私我' }))
    expect(shared(alone, answering)).toBe(alone.length)
    expect(answering).toContain(named('goes on'))
    expect(shared(answering, slotsOf(inputOf('橙子要的私我')))).toBeLessThan(20)
  })

  it('tell whether the line before asked, by its key', () => {
    expect(slotsOf(inputOf('三箱', { before: '还有吗' }))).toContain(named('before asked'))
    expect(slotsOf(inputOf('三箱', { before: '橙子要的私我' }))).toContain(named('before told'))
    expect(slotsOf(inputOf('三箱'))).not.toContain(named('before told'))
  })

  it('take two characters together wherever they stand, each pair once', () => {
    const pair = (a: string, b: string) => {
      const [low, high] = [a.charCodeAt(0), b.charCodeAt(0)].sort((x, y) => x - y) as [number, number]
      return gram(SALT.pair, low, high, 0)
    }
    expect(slotsOf(inputOf('橙子要的私我'))).toContain(pair('橙', '私'))
    expect(slotsOf(inputOf('私下要橙子'))).toContain(pair('橙', '私'))
    const told = slotsOf(inputOf('橙私橙私橙私'))
    expect(told.filter(slot => slot === pair('橙', '私'))).toHaveLength(1)
    const features = new Features(MEANINGS).read(inputOf('一'.repeat(9)))
    expect(features.ends[4]).toBe(features.ends[3])
  })

  it('pair no more than the first characters of a long text', () => {
    const long = String.fromCharCode(...Array.from({ length: 200 }, (_, index) => 0x4e00 + index))
    const features = new Features(MEANINGS).read(inputOf(long))
    expect((features.ends[4] as number) - (features.ends[3] as number)).toBeLessThanOrEqual((32 * 31) / 2)
  })

  it('read titles, file names and pictures as they read text', () => {
    const { text } = SALT
    const attached = normalise('免费试听')
    const slots = slotsOf(inputOf('', { kind: 'link', attached }))
    expect(slots).toContain(gram(text, '试'.charCodeAt(0), '听'.charCodeAt(0), 0))
  })

  it('say where in the key they come from', () => {
    const features = new Features(MEANINGS).read(inputOf('要的私我'))
    for (let i = features.ends[0] as number; i < (features.ends[1] as number); i++) {
      expect(features.from[i]).toBeGreaterThanOrEqual(0)
      expect(features.to[i]).toBeGreaterThan(features.from[i] as number)
      expect(features.to[i]).toBeLessThanOrEqual(4)
    }
  })

  it('stay in the feature space and in their arrays, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(2_000), (part, times) => {
        const features = new Features(MEANINGS).read(inputOf(part.repeat(times).slice(0, 20_000), { before: part }))
        expect(features.length).toBeLessThanOrEqual(features.ids.length)
        expect(features.ends.at(-1)).toBe(features.length)
        for (const slot of features.ids.subarray(0, features.length)) {
          expect(slot >= 0 && slot < 1 << HASH_BITS).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })
})
