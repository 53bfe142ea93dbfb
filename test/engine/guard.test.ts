import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Guards, mayHold } from '../../src/engine/guard.js'
import { evaluate, evaluateRule } from '../../src/engine/index.js'
import { Marker } from '../../src/engine/marker.js'
import { Detectors } from '../../src/engine/slots.js'
import { isRead, registry, scannerOf } from '../../src/signals/index.js'
import { normalise } from '../../src/text/index.js'
import { factsOf, resourcesOf } from '../signals/support.js'
import { compiledOf, ruleOf, when } from './support.js'

const LEXICONS = { 'l.a': ['甲'], 'l.b': ['乙', '丁乙'], 'l.c': ['丙'], 'l.said': ['没有意思'] }

function guarded(written: Record<string, unknown>, wanted?: typeof isRead) {
  const resources = resourcesOf(LEXICONS)
  const [detectors, scanner] = [new Detectors(registry, resources), scannerOf(resources)]
  const guard = new Guards(detectors, scanner, wanted).of(when(written))
  return { guard, scanner, marker: new Marker(scanner, detectors) }
}

function passes(written: Record<string, unknown>, said: Parameters<typeof factsOf>[0], wanted?: typeof isRead) {
  const { guard, marker } = guarded(written, wanted)
  return guard.length === 0 ? 'always' : mayHold(guard, marker.marks(factsOf(said)))
}

describe('guards', () => {
  it.each([
    [{ words: 'l.a' }, '有甲', true],
    [{ words: 'l.a' }, '没有', false],
    [{ all: [{ words: 'l.a' }, { words: 'l.b' }] }, '甲', false],
    [{ all: [{ words: 'l.a' }, { words: 'l.b' }] }, '甲乙', true],
    [{ any: [{ words: 'l.a' }, { words: 'l.b' }] }, '乙', true],
    [{ any: [{ words: 'l.a' }, { words: 'l.b' }] }, '丙', false],
    [{ any: [{ words: 'l.a' }, { all: [{ words: 'l.c' }, { shape: { at_least: 9 } }] }] }, '丙', true],
    [{ any: [{ words: 'l.a' }, { pattern: '代购|VIP' }] }, 'vip', true],
    [{ any: [{ words: 'l.a' }, { pattern: '代购|VIP' }] }, '乙', false],
    [{ consists_of: 'l.a' }, '乙', false],
    [{ all: [{ price: 'any' }, { words: 'l.a' }] }, '乙', false],
    [{ words: 'l.said' }, '娃说活着冇得意思', true],
    [{ any: [{ all: [{ pattern: '老|师' }, { pattern: '丁丁' }] }, { words: 'l.a' }] }, '老师', false],
    [{ any: [{ all: [{ pattern: '丁丁' }, { pattern: '老|师' }] }, { words: 'l.a' }] }, '丁丁', true],
  ])('%j on %s: %s', (written, said, expected) => {
    expect(passes(written, said)).toBe(expected)
  })

  it.each([
    { shape: { at_least: 1 } },
    { not: { words: 'l.a' } },
    { any: [{ words: 'l.a' }, { shape: { at_least: 1 } }] },
    { any: [{ words: 'l.a' }, { not: { words: 'l.b' } }] },
    { any: [] },
    { all: [] },
    { pattern: '.{30}' },
  ])('say nothing of %j', written => {
    expect(passes(written, '')).toBe('always')
  })

  it.each<[Record<string, unknown>, Parameters<typeof factsOf>[0], boolean]>([
    [{ price: 'any' }, { entities: [['price', '20']] }, true],
    [{ price: 'any' }, '卖', false],
    [{ contact: 'mobile' }, { entities: [['mobile', '13812345678', 'attached']] }, true],
    [{ score: 'any' }, { entities: [['price', '20']] }, false],
    [{ kind: 'voice' }, { kind: 'voice' }, true],
    [{ kind: ['voice', 'image'] }, '甲', false],
    [{ kind: 'message' }, '甲', true],
    [{ role: 'teacher' }, { role: 'teacher' }, true],
    [{ role: 'teacher' }, { role: 'parent' }, false],
    [{ link: 'any' }, '甲', false],
    [{ link: 'any' }, { kind: 'miniprogram' }, true],
    [{ intent: { is: 'normal', at_least: 0.01 } }, '收到', true],
    [{ intent: { is: 'normal', at_least: 1 } }, '收到', false],
    [{ any: [{ price: 'any' }, { words: 'l.a' }] }, '甲', true],
    [{ any: [{ price: 'any' }, { words: 'l.a' }] }, '乙', false],
    [{ all: [{ kind: 'text' }, { words: 'l.a' }] }, '乙', false],
  ])('know of an event more than its words: %j on %j: %s', (written, said, expected) => {
    expect(passes(written, said)).toBe(expected)
  })

  it('can be kept to words', () => {
    const written = { all: [{ price: 'any' }, { words: 'l.a' }, { kind: 'voice' }] }
    expect(passes(written, '甲', isRead)).toBe(true)
    expect(passes(written, { entities: [['price', '20']] }, isRead)).toBe(false)
    expect(passes({ any: [{ price: 'any' }, { words: 'l.a' }] }, '', isRead)).toBe('always')
  })

  it('take the least likely first', () => {
    const first = (...of: Record<string, unknown>[]) => {
      const { guard, marker } = guarded({ all: of })
      return (event: Parameters<typeof factsOf>[0]) => marker.marks(factsOf(event))[guard[0] as number] === 1
    }
    const words = first({ kind: 'text' }, { words: 'l.a' })
    expect([words('甲'), words('乙')]).toEqual([true, false])
    const price = first({ words: 'l.a' }, { price: 'any' })
    expect([price('甲'), price({ entities: [['price', '20']] })]).toEqual([false, true])
  })

  it('look at what is attached too', () => {
    expect(passes({ words: 'l.a' }, { kind: 'image', ocr: '甲' })).toBe(true)
    expect(passes({ pattern: '代购' }, { kind: 'link', title: '代购' })).toBe(true)
  })

  it('stay what they were while signals look through other texts', () => {
    const { guard, scanner, marker } = guarded({ words: 'l.a' })
    const marks = marker.marks(factsOf('有甲'))
    for (const other of ['乙', '丙', '丁']) scanner.scan(normalise(other))
    expect(mayHold(guard, marks)).toBe(true)
  })

  it('say of each event what is missing in it', () => {
    const written = { any: [{ all: [{ words: 'l.a' }, { words: 'l.b' }] }, { words: 'l.c' }] }
    const of = (compiled: ReturnType<typeof compiledOf>, said: string) => evaluate(compiled, factsOf(said)).trace()[0]
    const rules = [ruleOf({ id: 'a', when: when(written) })]
    const compiled = compiledOf(rules, LEXICONS)
    of(compiled, '无')
    expect(of(compiled, '甲')).toEqual(of(compiledOf(rules, LEXICONS), '甲'))
  })

  it('change no result', () => {
    const leaf = fc.constantFrom<Record<string, unknown>>(
      { words: 'l.a' },
      { words: ['l.b', 'l.c'] },
      { words: { list: 'l.b', in: 'attached' } },
      { consists_of: 'l.c' },
      { pattern: '甲.*乙' },
      { pattern: { re: '[乙丙]丁?', on: 'key' } },
      { pattern: '.{3}' },
      { shape: { at_least: 3 } },
      { kind: 'text' },
      { intent: { is: 'normal', at_least: 0.5 } },
      { price: 'any' },
    )
    const { tree } = fc.letrec<{ tree: Record<string, unknown> }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(all => ({ all })),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(any => ({ any })),
        tie('tree').map(not => ({ not })),
      ),
    }))
    const said = fc
      .array(fc.constantFrom('甲', '乙', '丙', '丁', ' ', '-'), { maxLength: 6 })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(tree, said, said, (written, text, title) => {
        const compiled = compiledOf([ruleOf({ id: 'a', when: when(written) })], LEXICONS)
        const facts = factsOf({ text, title })
        // evaluateRule asks the signals themselves, without a guard
        expect(evaluate(compiled, facts).rule !== null).toBe(evaluateRule(compiled, 'a', facts)?.result === 'fired')
      }),
      { numRuns: 500 },
    )
  })
})
