import { CATEGORIES } from '../../src/model/category.js'
import { type IntentInput, IntentModel, type Meanings, type Weights } from '../../src/text/intent/index.js'
import { learn, type Sample, type Settings } from './learn.js'
import type { Answer } from './measure.js'
import { randomOf, shuffled } from './random.js'
import { shrink } from './shrink.js'

export const FOLDS = 5

/** What the corpus comes to before learning: one entry a line. */
export interface Prepared {
  inputs: readonly IntentInput[]
  samples: readonly Sample[]
  meanings: Meanings
  /** lines with one number stay together */
  groups: readonly number[]
}

/** In which fold each line is held out; groups go whole, so that nothing learned from is near what it is tried on. */
export function foldsOf(groups: readonly number[], seed: number): number[] {
  const order = shuffled([...new Set(groups)], randomOf(seed))
  const fold = new Map(order.map((group, index) => [group, index % FOLDS]))
  return groups.map(group => fold.get(group) as number)
}

/** What is learned without one fold, made small; of the rest at most `atMost` lines, whole groups. */
export function weightsWithout(
  fold: number,
  folds: readonly number[],
  prepared: Prepared,
  settings: Settings,
  atMost = Number.POSITIVE_INFINITY,
): Weights {
  const rest = [...folds.keys()].filter(index => folds[index] !== fold)
  const some = rest.length <= atMost ? rest : firstGroups(rest, prepared.groups, atMost, settings.seed + fold)
  const learned = learn(
    some.map(index => prepared.samples[index] as Sample),
    CATEGORIES.length,
    settings,
  )
  return shrink(learned, CATEGORIES, 1)
}

/** One model a fold, learned without it; of the rest at most `atMost` lines. */
export function modelsOf(prepared: Prepared, settings: Settings, atMost?: number): IntentModel[] {
  const folds = foldsOf(prepared.groups, settings.seed)
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = weightsWithout(fold, folds, prepared, settings, atMost)
    return new IntentModel(weights, prepared.meanings)
  })
}

/** Every line as a model answers that has not seen its group; the model as it is shipped, made small. */
export function heldOut(prepared: Prepared, settings: Settings, models: readonly IntentModel[]): Answer[] {
  return foldsOf(prepared.groups, settings.seed).map((fold, index) => {
    const { label } = prepared.samples[index] as Sample
    return { label, logits: (models[fold] as IntentModel).logits(prepared.inputs[index] as IntentInput) }
  })
}

function firstGroups(lines: readonly number[], groups: readonly number[], atMost: number, seed: number): number[] {
  const kept = new Set<number>()
  let count = 0
  const sizes = new Map<number, number>()
  for (const line of lines) sizes.set(groups[line] as number, (sizes.get(groups[line] as number) ?? 0) + 1)
  for (const group of shuffled([...sizes.keys()], randomOf(seed))) {
    if (count >= atMost) break
    kept.add(group)
    count += sizes.get(group) as number
  }
  return lines.filter(line => kept.has(groups[line] as number))
}
