import type { Category } from '../../src/model/category.js'
import { softmax } from '../../src/text/intent/index.js'

/** One line that was not learned from: what it is, and what the model said. */
export interface Answer {
  label: number
  logits: Float64Array
}

/** The temperature under which the answers are least surprising. */
export function temperatureOf(answers: readonly Answer[]): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let step = 8; step <= 80; step++) {
    const surprise = surpriseOf(answers, step / 20)
    if (surprise < least) [least, best] = [surprise, step / 20]
  }
  return best
}

/** Mean negative log-likelihood. */
export function surpriseOf(answers: readonly Answer[], temperature: number): number {
  const total = answers.reduce(
    (sum, { label, logits }) => sum - Math.log(Math.max(softmax(logits, temperature)[label] as number, 1e-12)),
    0,
  )
  return total / answers.length
}

export interface ClassFigures {
  category: Category
  lines: number
  precision: number
  recall: number
  /** share of its lines that reach AT_LEAST */
  sure: number
}

export interface Figures {
  lines: number
  accuracy: number
  classes: ClassFigures[]
  /** over all classes but normal: mean of the classes, and of all their lines */
  macro: { precision: number; recall: number }
  micro: { precision: number; recall: number }
  /** innocent lines taken for something else: by the likeliest class, and by a class that reaches the level */
  falseAlarms: { likeliest: number; at: { level: number; innocent: number; caught: number }[] }
  /** lines sure to be normal at a level: innocent ones, and others */
  normal: { level: number; innocent: number; others: number }[]
  /** mean distance between what is said and how often it is so, in ten bands */
  calibrationError: number
}

/** Shares of innocent lines that a threshold may wrong, at which what is caught is told. */
export const FALSE_ALARMS = [0.005, 0.01, 0.02, 0.03]

export interface OperatingPoints {
  category: Category | 'any'
  lines: number
  lookAlikes: number
  /** one a share of FALSE_ALARMS: what is caught by the threshold that wrongs no more look-alikes than that */
  caught: number[]
}

/**
 * What is caught at fixed shares of false alarms. A class is held against its own look-alikes (`near`: class of each
 * line that it could be mistaken for, -1 for none); first of all, anything but normal against every innocent line.
 */
export function operatingPoints(
  answers: readonly Answer[],
  near: readonly number[],
  classes: readonly Category[],
  temperature: number,
): OperatingPoints[] {
  const normal = classes.indexOf('normal')
  const said = answers.map(({ label, logits }, index) => ({
    label,
    near: near[index],
    p: softmax(logits, temperature),
  }))
  const points = (
    category: OperatingPoints['category'],
    own: (one: (typeof said)[number]) => boolean,
    like: (one: (typeof said)[number]) => boolean,
    score: (p: readonly number[]) => number,
  ): OperatingPoints => {
    const right = said.filter(one => one.label !== normal && own(one)).map(one => score(one.p))
    const wrong = said.filter(one => one.label === normal && like(one)).map(one => score(one.p))
    wrong.sort((a, b) => b - a)
    const caught = FALSE_ALARMS.map(share => {
      const over = wrong[Math.floor(wrong.length * share)] ?? 0
      return right.filter(one => one > over).length / Math.max(right.length, 1)
    })
    return { category, lines: right.length, lookAlikes: wrong.length, caught }
  }
  const always = () => true
  return [
    points('any', always, always, p => 1 - (p[normal] as number)),
    ...classes.flatMap((category, c) =>
      c === normal
        ? []
        : [
            points(
              category,
              one => one.label === c,
              one => one.near === c,
              p => p[c] as number,
            ),
          ],
    ),
  ].filter(one => one.lines > 0)
}

/** The level from which the signal takes a category for sure. */
export const AT_LEAST = 0.8
const LEVELS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
const NORMAL_LEVELS = [0.5, 0.8, 0.9, 0.95, 0.97, 0.99]

export function figuresOf(answers: readonly Answer[], classes: readonly Category[], temperature: number): Figures {
  const said = answers.map(({ label, logits }) => {
    const p = softmax(logits, temperature)
    return { label, p, best: p.indexOf(Math.max(...p)) }
  })
  const normal = classes.indexOf('normal')
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  const count = (list: typeof said, test: (one: (typeof said)[number]) => boolean) => list.filter(test).length
  const innocent = said.filter(one => one.label === normal)
  const others = said.filter(one => one.label !== normal)
  const figures = classes.map((category, c) => {
    const own = said.filter(one => one.label === c)
    const right = count(own, one => one.best === c)
    return {
      category,
      lines: own.length,
      precision: share(
        right,
        count(said, one => one.best === c),
      ),
      recall: share(right, own.length),
      sure: share(
        count(own, one => (one.p[c] as number) >= AT_LEAST),
        own.length,
      ),
    }
  })
  const known = figures.filter(one => one.category !== 'normal' && one.lines > 0)
  const mean = (of: (one: ClassFigures) => number) =>
    share(
      known.reduce((sum, one) => sum + of(one), 0),
      known.length,
    )
  const alarm = (one: (typeof said)[number], level: number) => one.p.some((p, c) => c !== normal && p >= level)
  const right = count(others, one => one.best === one.label)
  return {
    lines: said.length,
    accuracy: share(
      count(said, one => one.best === one.label),
      said.length,
    ),
    classes: figures,
    macro: { precision: mean(one => one.precision), recall: mean(one => one.recall) },
    micro: {
      precision: share(
        right,
        count(said, one => one.best !== normal),
      ),
      recall: share(right, others.length),
    },
    falseAlarms: {
      likeliest: share(
        count(innocent, one => one.best !== normal),
        innocent.length,
      ),
      at: LEVELS.map(level => ({
        level,
        innocent: share(
          count(innocent, one => alarm(one, level)),
          innocent.length,
        ),
        caught: share(
          count(others, one => (one.p[one.label] as number) >= level),
          others.length,
        ),
      })),
    },
    normal: NORMAL_LEVELS.map(level => ({
      level,
      innocent: share(
        count(innocent, one => (one.p[normal] as number) >= level),
        innocent.length,
      ),
      others: share(
        count(others, one => (one.p[normal] as number) >= level),
        others.length,
      ),
    })),
    calibrationError: calibrationError(
      said.map(one => ({ sure: one.p[one.best] as number, right: one.best === one.label })),
    ),
  }
}

function calibrationError(said: readonly { sure: number; right: boolean }[]): number {
  let error = 0
  for (let band = 0; band < 10; band++) {
    const inBand = said.filter(({ sure }) => Math.min(9, Math.floor(sure * 10)) === band)
    if (inBand.length === 0) continue
    const sure = inBand.reduce((sum, one) => sum + one.sure, 0) / inBand.length
    const right = inBand.filter(one => one.right).length / inBand.length
    error += (Math.abs(sure - right) * inBand.length) / said.length
  }
  return error
}
