import type { Category } from '../../model/category.js'
import { Features, SORTS, worthOf } from './features.js'
import type { IntentInput } from './input.js'
import type { Meanings } from './meanings.js'
import { type RowData, Rows } from './rows.js'

/**
 * What a file of weights holds. Most weights of a feature are nothing, so each row says only which classes it speaks
 * for or against: row i is `cells[starts[i]]` to `cells[starts[i + 1]]` (classes) with `values` beside them (int8).
 */
export interface Weights extends RowData {
  classes: readonly Category[]
  /** a value times this is a logit */
  scale: number
  /** logits are divided by this before they become probabilities (fitted on lines held out) */
  temperature: number
}

/** Probabilities by class, as one answer of the model. */
export interface Intent {
  /** by the place of the class in the model's list */
  readonly probabilities: readonly number[]
  probability(category: Category): number
  /** the likeliest class */
  readonly best: Category
}

/** A linear model over hashed features. Holds no state of any message; not to be called from two threads. */
export class IntentModel {
  readonly classes: readonly Category[]
  readonly #weights: Weights
  readonly #rows: Rows
  readonly #features: Features
  readonly #sum: Int32Array
  /** used again and again */
  readonly #logits: Float64Array
  readonly #index: ReadonlyMap<Category, number>

  /** Throws RangeError for weights that do not fit together. `meanings`: those that the weights were learned with. */
  constructor(weights: Weights, meanings: Meanings) {
    const { classes } = weights
    this.#features = new Features(meanings)
    this.#rows = new Rows(weights, classes.length)
    this.#weights = weights
    this.classes = classes
    this.#sum = new Int32Array(classes.length)
    this.#logits = new Float64Array(classes.length)
    this.#index = new Map(classes.map((category, index) => [category, index]))
  }

  /** What one message is likely to be. Some microseconds. */
  judge(input: IntentInput): Intent {
    const probabilities = softmax(this.#read(input, this.#logits), this.#weights.temperature)
    let best = 0
    for (let c = 1; c < probabilities.length; c++) {
      if ((probabilities[c] as number) > (probabilities[best] as number)) best = c
    }
    return {
      probabilities,
      best: this.classes[best] as Category,
      probability: category => probabilities[this.#index.get(category) ?? -1] ?? 0,
    }
  }

  /** How much each feature of the text speaks for one class and against another, by its place in the text's key. */
  reasons(input: IntentInput, category: Category, rather: Category): { from: number; to: number; worth: number }[] {
    const features = this.#features.read(input)
    const pro = this.#index.get(category) ?? -1
    const con = this.#index.get(rather) ?? -1
    const found: { from: number; to: number; worth: number }[] = []
    // characters and meanings have a place in the text, the rest has none
    for (let i = features.ends[0] as number; i < (features.ends[2] as number); i++) {
      const slot = features.ids[i] as number
      const from = features.from[i] as number
      if (from < 0) continue
      const worth = this.#rows.value(slot, pro) - this.#rows.value(slot, con)
      if (worth > 0) found.push({ from, to: features.to[i] as number, worth: worth * this.#weights.scale })
    }
    return found
  }

  /** One a class, before they become probabilities. */
  logits(input: IntentInput): Float64Array {
    return this.#read(input, new Float64Array(this.classes.length))
  }

  #read(input: IntentInput, logits: Float64Array): Float64Array {
    const { scale } = this.#weights
    const features = this.#features.read(input)
    const { ends } = features
    logits.fill(0)
    let from = 0
    for (const [index, sort] of SORTS.entries()) {
      const to = ends[index] as number
      if (to > from) this.#addUp(features, from, to, worthOf(sort, to - from) * scale, logits)
      from = to
    }
    return logits
  }

  #addUp({ ids }: Features, from: number, to: number, factor: number, logits: Float64Array): void {
    const sum = this.#sum
    sum.fill(0)
    this.#rows.addUp(ids, from, to, sum)
    for (let c = 0; c < sum.length; c++) logits[c] = (logits[c] as number) + (sum[c] as number) * factor
  }
}

/** Probabilities of logits, divided by a temperature first. */
export function softmax(logits: Float64Array, temperature: number): number[] {
  let highest = Number.NEGATIVE_INFINITY
  for (let c = 0; c < logits.length; c++) if ((logits[c] as number) > highest) highest = logits[c] as number
  const result: number[] = []
  let total = 0
  for (let c = 0; c < logits.length; c++) {
    const part = Math.exp(((logits[c] as number) - highest) / temperature)
    result.push(part)
    total += part
  }
  for (let c = 0; c < result.length; c++) result[c] = (result[c] as number) / total
  return result
}
