import { Features, type IntentInput, type Meanings, SORTS, softmax, worthOf } from '../../src/text/intent/index.js'
import { randomOf, shuffled } from './random.js'

/** One line as numbers: places in the feature space, what each counts, and the class. */
export interface Sample {
  slots: Int32Array
  values: Float32Array
  label: number
}

export interface Settings {
  epochs: number
  rate: number
  /** pulls weights to nothing */
  decay: number
  /** a feature that stands in fewer lines is not learned */
  seenIn: number
  seed: number
}

export const SETTINGS: Settings = { epochs: 5, rate: 0.15, decay: 1e-4, seenIn: 2, seed: 20260901 }

/** Weights as learned, before they are made small. */
export interface Learned {
  slots: Int32Array
  /** row by row, one weight a class */
  weights: Float32Array
  classes: number
}

/** A line as numbers. */
export function sampleOf(input: IntentInput, label: number, meanings: Meanings): Sample {
  const { ids, ends, length } = new Features(meanings).read(input)
  const values = new Float32Array(length)
  let from = 0
  for (const [index, sort] of SORTS.entries()) {
    const end = ends[index] as number
    values.fill(worthOf(sort, end - from), from, end)
    from = end
  }
  return { slots: ids.slice(0, length), values, label }
}

/** A class whose probability is this near to right is left alone. */
const SETTLED = 1e-4

/** Multinomial logistic regression, one line at a time (AdaGrad). The same samples and seed give the same weights. */
export function learn(samples: readonly Sample[], classes: number, settings: Settings): Learned {
  const rowOf = rowsOf(samples, settings.seenIn)
  const rows = samples.map(sample => Int32Array.from(sample.slots, slot => rowOf.get(slot) ?? -1))
  const weights = new Float32Array(rowOf.size * classes)
  const squares = new Float32Array(weights.length).fill(1e-2)
  const logits = new Float64Array(classes)
  const active = new Int32Array(classes)
  const random = randomOf(settings.seed)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const index of shuffled([...samples.keys()], random)) {
      const sample = samples[index] as Sample
      const row = rows[index] as Int32Array
      score(row, sample.values, weights, logits)
      const slopes = softmax(logits, 1)
      slopes[sample.label] = (slopes[sample.label] as number) - 1
      let wrong = 0
      for (let c = 0; c < classes; c++) if (Math.abs(slopes[c] as number) > SETTLED) active[wrong++] = c
      for (let i = 0; i < row.length; i++) {
        const from = (row[i] as number) * classes
        if (from < 0) continue
        const value = sample.values[i] as number
        for (let k = 0; k < wrong; k++) {
          const at = from + (active[k] as number)
          const gradient = (slopes[active[k] as number] as number) * value + settings.decay * (weights[at] as number)
          const square = (squares[at] as number) + gradient * gradient
          squares[at] = square
          weights[at] = (weights[at] as number) - (settings.rate * gradient) / Math.sqrt(square)
        }
      }
    }
  }
  const slots = Int32Array.from(rowOf.keys())
  return { slots, weights, classes }
}

/** Logits of one sample, into `logits`. */
function score(row: Int32Array, values: Float32Array, weights: Float32Array, logits: Float64Array): void {
  const classes = logits.length
  logits.fill(0)
  for (let i = 0; i < row.length; i++) {
    const at = (row[i] as number) * classes
    if (at < 0) continue
    const value = values[i] as number
    for (let c = 0; c < classes; c++) logits[c] = (logits[c] as number) + (weights[at + c] as number) * value
  }
}

function rowsOf(samples: readonly Sample[], seenIn: number): Map<number, number> {
  const seen = new Map<number, number>()
  for (const { slots } of samples) for (const slot of new Set(slots)) seen.set(slot, (seen.get(slot) ?? 0) + 1)
  const kept = [...seen].filter(([, times]) => times >= seenIn).map(([slot]) => slot)
  return new Map(kept.sort((a, b) => a - b).map((slot, row) => [slot, row]))
}
