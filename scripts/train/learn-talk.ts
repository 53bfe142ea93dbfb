import type { Category } from '../../src/model/category.js'
import type { Severity } from '../../src/model/rule.js'
import { softmax } from '../../src/text/intent/index.js'
import type { TalkClass } from '../../src/text/talk/index.js'
import { randomOf, shuffled } from './random.js'
import type { TalkLine } from './talks.js'

/** One line of a talk as numbers, and the class. */
export interface TalkSample {
  numbers: Float64Array
  label: number
}

export interface TalkSettings {
  epochs: number
  rate: number
  /** pulls weights to nothing */
  decay: number
  seed: number
}

export const TALK_SETTINGS: TalkSettings = { epochs: 24, rate: 0.1, decay: 2e-3, seed: 20261122 }

/** Of these the policy tells the grave ones from the others. */
const TOLD_APART: readonly Category[] = ['self_harm_bullying', 'abuse_conflict']
/** A class of fewer lines is not learned. */
const LINES_AT_LEAST = 40

const nameOf = (category: Category, severity: Severity | null): string =>
  TOLD_APART.includes(category) ? `${category} ${severity === 'P0' ? 'P0' : 'P1'}` : category

/** The classes that there are lines enough of, `normal` among them, by name. */
export function classesOf(lines: readonly TalkLine[]): TalkClass[] {
  const counts = new Map<string, number>()
  for (const { label, severity } of lines) {
    if (label === null) continue
    const name = nameOf(label, severity)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count >= LINES_AT_LEAST)
    .map(([name]) => name)
    .sort()
    .map(name => {
      const [category, severity] = name.split(' ') as [Category, Severity?]
      return { category, severity: severity ?? null }
    })
}

/** The place of a line's class; -1 for a line that is not learned. */
export function classOf({ label, severity }: TalkLine, classes: readonly TalkClass[]): number {
  if (label === null) return -1
  const name = nameOf(label, severity)
  return classes.findIndex(one => nameOf(one.category, one.severity) === name)
}

/** What was learned: one weight an input and class. */
export interface LearnedTalk {
  bias: Float64Array
  weights: Float64Array
}

/**
 * Multinomial logistic regression over inputs of one scale (AdaGrad, one line at a time, weights averaged over the last
 * half). The same samples and seed give the same weights; they are given for the inputs as they are.
 */
export function learnTalk(samples: readonly TalkSample[], width: number, settings: TalkSettings): LearnedTalk {
  const size = samples[0]?.numbers.length ?? 0
  const { means, scales } = spreadOf(samples, size)
  const inputs = samples.map(({ numbers }) =>
    Float64Array.from(numbers, (number, i) => (number - (means[i] as number)) / (scales[i] as number)),
  )
  const weights = new Float64Array((size + 1) * width)
  const squares = new Float64Array(weights.length).fill(1)
  const sum = new Float64Array(weights.length)
  let summed = 0
  const logits = new Float64Array(width)
  const random = randomOf(settings.seed)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const index of shuffled([...samples.keys()], random)) {
      const input = inputs[index] as Float64Array
      logits.set(weights.subarray(size * width))
      for (let i = 0; i < size; i++) {
        const number = input[i] as number
        if (number === 0) continue
        for (let c = 0; c < width; c++) logits[c] = (logits[c] as number) + number * (weights[i * width + c] as number)
      }
      const slopes = softmax(logits, 1)
      const label = (samples[index] as TalkSample).label
      slopes[label] = (slopes[label] as number) - 1
      for (let i = 0; i <= size; i++) {
        const number = i === size ? 1 : (input[i] as number)
        if (number === 0) continue
        const decay = i === size ? 0 : settings.decay
        for (let c = 0; c < width; c++) {
          const at = i * width + c
          const gradient = number * (slopes[c] as number) + decay * (weights[at] as number)
          const square = (squares[at] as number) + gradient * gradient
          squares[at] = square
          weights[at] = (weights[at] as number) - (settings.rate * gradient) / Math.sqrt(square)
        }
      }
    }
    if (epoch >= settings.epochs / 2) {
      for (let at = 0; at < weights.length; at++) sum[at] = (sum[at] as number) + (weights[at] as number)
      summed++
    }
  }
  return asTheyAre(
    sum.map(one => one / summed),
    means,
    scales,
    width,
  )
}

function spreadOf(samples: readonly TalkSample[], size: number): { means: Float64Array; scales: Float64Array } {
  const means = new Float64Array(size)
  const scales = new Float64Array(size)
  for (const { numbers } of samples) numbers.forEach((number, i) => (means[i] = (means[i] as number) + number))
  means.forEach((total, i) => (means[i] = total / samples.length))
  for (const { numbers } of samples)
    numbers.forEach((number, i) => (scales[i] = (scales[i] as number) + (number - (means[i] as number)) ** 2))
  // an input that never changes says nothing
  scales.forEach((total, i) => (scales[i] = Math.sqrt(total / samples.length) || 1))
  return { means, scales }
}

/** Weights for the inputs as they are, from those for inputs of one scale. */
function asTheyAre(learned: Float64Array, means: Float64Array, scales: Float64Array, width: number): LearnedTalk {
  const size = means.length
  const weights = new Float64Array(size * width)
  const bias = Float64Array.from(learned.subarray(size * width))
  for (let i = 0; i < size; i++) {
    for (let c = 0; c < width; c++) {
      const weight = (learned[i * width + c] as number) / (scales[i] as number)
      weights[i * width + c] = weight
      bias[c] = (bias[c] as number) - weight * (means[i] as number)
    }
  }
  return { bias, weights }
}
