import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { CATEGORIES } from '../../../src/model/category.js'
import { BanzhangError } from '../../../src/model/errors.js'
import {
  decode,
  encode,
  hashOf,
  IntentModel,
  intentModel,
  loadIntentModel,
  softmax,
  type Weights,
  type WeightsCard,
} from '../../../src/text/intent/index.js'
import { inputOf, MEANINGS, modelThatKnows } from './support.js'

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0)

describe('softmax', () => {
  it('makes probabilities of any logits', () => {
    expect(sum(softmax(Float64Array.of(1, 2, 3), 1))).toBeCloseTo(1)
    expect([...softmax(Float64Array.of(2, 2), 1)]).toEqual([0.5, 0.5])
    expect([...softmax(Float64Array.of(1000, 0), 1)]).toEqual([1, 0])
    expect(sum(softmax(Float64Array.of(-1e308, -1e308), 1))).toBeCloseTo(1)
  })

  it('is less sure when it is hotter', () => {
    const [cool] = softmax(Float64Array.of(2, 0), 1)
    const [hot] = softmax(Float64Array.of(2, 0), 3)
    expect(hot).toBeLessThan(cool as number)
  })
})

describe('a model', () => {
  const model = modelThatKnows('要的私我')

  it('knows what it learned, and nothing else', () => {
    expect(model.judge(inputOf('要的私我')).best).toBe('commerce')
    expect(model.judge(inputOf('要的私我')).probability('commerce')).toBeGreaterThan(0.9)
    expect(model.judge(inputOf('作业写完了')).best).toBe('normal')
  })

  it('gives probabilities that add up, and none to a class that it does not have', () => {
    const { probability } = model.judge(inputOf('要的私我'))
    expect(probability('commerce') + probability('normal')).toBeCloseTo(1)
    expect(probability('homework')).toBe(0)
  })

  it('keeps an answer as it was when it is asked again', () => {
    const first = model.judge(inputOf('要的私我'))
    const before = first.probability('commerce')
    model.judge(inputOf('作业写完了'))
    expect(first.probability('commerce')).toBe(before)
  })

  it('says which characters speak for a class', () => {
    const reasons = model.reasons(inputOf('橙子要的私我'), 'commerce', 'normal')
    expect(reasons.length).toBeGreaterThan(5)
    expect(Math.min(...reasons.map(({ from }) => from))).toBe(2)
    expect(reasons.every(({ worth }) => worth > 0)).toBe(true)
  })

  it('refuses weights that do not fit together', () => {
    const good: Weights = {
      classes: ['commerce', 'normal'],
      slots: Int32Array.of(5),
      starts: Uint32Array.of(0, 1),
      cells: Uint8Array.of(1),
      values: Int8Array.of(-128),
      scale: 1,
      temperature: 1,
    }
    expect(() => new IntentModel(good, MEANINGS)).not.toThrow()
    const bad: Partial<Weights>[] = [
      { starts: Uint32Array.of(0) },
      { starts: Uint32Array.of(0, 2) },
      { values: Int8Array.of(1, 2) },
      { cells: Uint8Array.of(2) },
      { slots: Int32Array.of(1 << 20) },
      { slots: Int32Array.of(-1) },
    ]
    for (const change of bad) expect(() => new IntentModel({ ...good, ...change }, MEANINGS)).toThrow(RangeError)
  })
})

const MEANT = 'sell: 私我\n'

describe('the file of weights', () => {
  const weights: Weights = {
    classes: ['commerce', 'homework', 'normal'],
    slots: Int32Array.of(3, 70_000, 1_000_000),
    starts: Uint32Array.of(0, 2, 2, 3),
    cells: Uint8Array.of(0, 2, 1),
    values: Int8Array.of(-128, 127, 5),
    scale: 0.01,
    temperature: 1.4,
  }
  const bytes = encode(weights)
  const card: WeightsCard = {
    version: 1,
    classes: weights.classes,
    rows: 3,
    cells: 3,
    scale: 0.01,
    temperature: 1.4,
    weights: hashOf(bytes),
    meanings: hashOf(MEANT),
    corpus: '',
    lines: 0,
    features: '',
    seed: 1,
  }

  it('gives back what was put in', () => {
    expect(decode(card, bytes)).toEqual(weights)
  })

  it('is refused when a bit has changed, or the card is of something else', () => {
    const changed = Buffer.from(bytes)
    changed[3] = 1
    expect(() => decode(card, changed)).toThrow(RangeError)
    expect(() => decode({ ...card, version: 2 as 1 }, bytes)).toThrow(RangeError)
    expect(() => decode({ ...card, classes: ['nonsense' as 'normal'] }, bytes)).toThrow(RangeError)
  })

  it('that is missing or damaged is an error that says what to do', () => {
    const dir = mkdtempSync(join(tmpdir(), 'models-'))
    try {
      const failure = (): BanzhangError => {
        try {
          loadIntentModel(dir)
        } catch (error) {
          return error as BanzhangError
        }
        throw new Error('read without complaint')
      }
      expect(failure()).toBeInstanceOf(BanzhangError)
      expect(failure().code).toBe('BZ504')
      expect(failure().hint).toContain('models/')
      writeFileSync(join(dir, 'intent.json'), JSON.stringify(card))
      writeFileSync(join(dir, 'intent.bin'), bytes.subarray(1))
      expect(failure().code).toBe('BZ504')
      writeFileSync(join(dir, 'intent.bin'), bytes)
      writeFileSync(join(dir, 'meanings.txt'), 'sell: 私我 要的\n')
      expect(failure().code).toBe('BZ504')
      writeFileSync(join(dir, 'meanings.txt'), MEANT)
      expect(loadIntentModel(dir).classes).toEqual(weights.classes)
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})

describe('the model that is shipped', () => {
  const model = intentModel()

  it('knows every category, is read once and is small', () => {
    expect([...model.classes]).toEqual([...CATEGORIES])
    expect(intentModel()).toBe(model)
  })

  it('tells plain cases apart', () => {
    const best = (text: string) => model.judge(inputOf(text)).best
    expect(best('自家做的辣酱，25一瓶，要的私我，满四瓶包邮')).toBe('commerce')
    expect(best('老师，孩子今天发烧，请一天假')).toBe('normal')
    expect(best('好的，谢谢告知')).not.toBe('commerce')
  })

  it('answers whatever is written', () => {
    for (const text of ['', ' ', '😂'.repeat(10_000), 'a'.repeat(100_000), '\u0000\ud800', '加微'.repeat(9_999)]) {
      const intent = model.judge(inputOf(text))
      expect(sum(CATEGORIES.map(intent.probability))).toBeCloseTo(1)
    }
  })
})
