import { describe, expect, it } from '@jest/globals'
import { learn, type Sample, SETTINGS, sampleOf } from '../../../scripts/train/learn.js'
import { figuresOf, operatingPoints, surpriseOf, temperatureOf } from '../../../scripts/train/measure.js'
import { randomOf, shuffled } from '../../../scripts/train/random.js'
import { shrink } from '../../../scripts/train/shrink.js'
import { foldsOf, heldOut, modelsOf } from '../../../scripts/train/validate.js'
import { CATEGORIES } from '../../../src/model/category.js'
import { IntentModel } from '../../../src/text/intent/index.js'
import { inputOf, MEANINGS } from './support.js'

const NORMAL = CATEGORIES.indexOf('normal')
const COMMERCE = CATEGORIES.indexOf('commerce')
const GOODS = ['橙子', '蜂蜜', '面膜', '鸡蛋', '辣酱', '童装', '茶叶', '月饼', '大米', '红枣', '奶粉', '核桃']
const inputs = GOODS.flatMap(thing => [inputOf(`${thing}要的私我`), inputOf(`孩子书包里有${thing}`)])
const samples: Sample[] = inputs.map((input, index) => sampleOf(input, index % 2 === 0 ? COMMERCE : NORMAL, MEANINGS))
const learned = () => learn(samples, CATEGORIES.length, SETTINGS)

describe('learning', () => {
  it('finds what tells classes apart', () => {
    const model = new IntentModel(shrink(learned(), CATEGORIES, 1), MEANINGS)
    expect(model.judge(inputOf('腊肠要的私我')).best).toBe('commerce')
    expect(model.judge(inputOf('孩子书包里有水')).best).toBe('normal')
  })

  it('gives the same bytes again', () => {
    expect(shrink(learned(), CATEGORIES, 1)).toEqual(shrink(learned(), CATEGORIES, 1))
  })

  it('leaves out what was seen once', () => {
    const once = learn(samples.slice(0, 1), CATEGORIES.length, SETTINGS)
    expect(once.slots.length).toBe(0)
  })
})

describe('shrinking', () => {
  it('keeps rows in order and loses little', () => {
    const weights = shrink(learned(), CATEGORIES, 1)
    expect([...weights.slots]).toEqual([...weights.slots].sort((a, b) => a - b))
    expect(weights.values.every(value => Math.abs(value) > 2)).toBe(true)
    expect(weights.starts.at(-1)).toBe(weights.cells.length)
  })
})

describe('folds', () => {
  it('keep groups whole', () => {
    const groups = Array.from({ length: 100 }, (_, index) => index % 17)
    const folds = foldsOf(groups, 1)
    expect(new Set(folds).size).toBe(5)
    groups.forEach((group, index) => {
      expect(folds[index]).toBe(folds[groups.indexOf(group)])
    })
  })

  it('answer every line by a model that has not seen its group', () => {
    // each group says its own nonsense for a sale: unseen, it cannot be known
    const own = '甲乙丙丁戊己庚辛壬癸'
    const told = [...own].map(character => inputOf(character.repeat(4)))
    const prepared = {
      inputs: told,
      samples: told.map((input, index) => sampleOf(input, index % 2 === 0 ? COMMERCE : NORMAL, MEANINGS)),
      meanings: MEANINGS,
      groups: [...told.keys()],
    }
    const answers = heldOut(prepared, SETTINGS, modelsOf(prepared, SETTINGS))
    expect(answers.map(answer => answer.label)).toEqual(told.map((_, index) => (index % 2 === 0 ? COMMERCE : NORMAL)))
    const grams = learn(
      told.map(input => sampleOf(input, COMMERCE, MEANINGS)),
      CATEGORIES.length,
      SETTINGS,
    )
    expect(grams.slots.length).toBeLessThan(30)
  })
})

describe('figures', () => {
  const logits = (sure: Partial<Record<'commerce' | 'normal', number>>) => {
    const all = new Float64Array(CATEGORIES.length).fill(-20)
    all[COMMERCE] = sure.commerce ?? -20
    all[NORMAL] = sure.normal ?? -20
    return all
  }
  const answers = [
    { label: COMMERCE, logits: logits({ commerce: 5 }) },
    { label: COMMERCE, logits: logits({ normal: 1 }) },
    { label: NORMAL, logits: logits({ normal: 3 }) },
    { label: NORMAL, logits: logits({ commerce: 0.5, normal: 0 }) },
  ]

  it('count what is right, what is missed and who is wronged', () => {
    const figures = figuresOf(answers, CATEGORIES, 1)
    expect(figures.accuracy).toBe(0.5)
    expect(figures.classes.find(one => one.category === 'commerce')).toMatchObject({
      lines: 2,
      precision: 0.5,
      recall: 0.5,
    })
    expect(figures.micro).toEqual({ precision: 0.5, recall: 0.5 })
    expect(figures.macro).toEqual({ precision: 0.5, recall: 0.5 })
    expect(figures.falseAlarms.likeliest).toBe(0.5)
    expect(figures.falseAlarms.at.find(({ level }) => level === 0.8)).toMatchObject({ innocent: 0, caught: 0.5 })
    expect(figures.normal.find(({ level }) => level === 0.9)).toMatchObject({ innocent: 0.5, others: 0.5 })
  })

  it('tell what is caught while few look-alikes are wronged', () => {
    const [any, commerce, ...rest] = operatingPoints(answers, [-1, -1, COMMERCE, COMMERCE], CATEGORIES, 1)
    // at these shares not one of two innocent lines may be wronged: the surer sale is above both
    expect(any).toEqual({ category: 'any', lines: 2, lookAlikes: 2, caught: [0.5, 0.5, 0.5, 0.5] })
    expect(commerce).toEqual({ category: 'commerce', lines: 2, lookAlikes: 2, caught: [0.5, 0.5, 0.5, 0.5] })
    expect(rest).toEqual([])
    const [, alone] = operatingPoints(answers, [-1, -1, -1, -1], CATEGORIES, 1)
    expect(alone).toMatchObject({ lookAlikes: 0, caught: [1, 1, 1, 1] })
  })

  it('choose the temperature that surprises least', () => {
    const temperature = temperatureOf(answers)
    expect(surpriseOf(answers, temperature)).toBeLessThanOrEqual(surpriseOf(answers, 1))
    expect(temperature).toBeGreaterThan(1)
  })
})

describe('random numbers', () => {
  it('are the same for the same seed, and spread', () => {
    const draw = (seed: number) => Array.from({ length: 1_000 }, randomOf(seed))
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
    const mean = draw(3).reduce((sum, one) => sum + one, 0) / 1_000
    expect(mean).toBeGreaterThan(0.45)
    expect(mean).toBeLessThan(0.55)
  })

  it('shuffle without losing anything', () => {
    const things = [...Array(50).keys()]
    const mixed = shuffled(things, randomOf(9))
    expect(mixed).not.toEqual(things)
    expect([...mixed].sort((a, b) => a - b)).toEqual(things)
  })
})
