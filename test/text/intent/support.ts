import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { normalise } from '../../../src/text/index.js'
import { Features } from '../../../src/text/intent/features.js'
import { type IntentInput, IntentModel, Meanings, type Weights } from '../../../src/text/intent/index.js'

export const ROOT = process.cwd()
export const CORPUS = join(ROOT, 'corpus')
export const MODELS = join(ROOT, 'models')
/** Two meanings: to sell, and a child. */
export const MEANINGS = new Meanings([
  ['私我', '要的说', '便宜卖'],
  ['孩子', '娃'],
])
export const hasCorpus = existsSync(CORPUS)

export function inputOf(text: string, given: Partial<IntentInput> = {}): IntentInput {
  return {
    role: 'parent',
    kind: 'text',
    text: normalise(text),
    attached: normalise(''),
    entities: [],
    question: false,
    minutes: 15 * 60,
    before: '',
    ...given,
  }
}

/** Places in the feature space of what a message is made of. */
export function slotsOf(input: IntentInput): number[] {
  const features = new Features(MEANINGS).read(input)
  return [...features.ids.subarray(0, features.length)]
}

/** A model that knows of one text that it is a sale, and takes everything else for normal. */
export function modelThatKnows(text: string): IntentModel {
  const input = inputOf(text)
  const features = new Features(MEANINGS).read(input)
  const [from, to] = [features.ends[0] as number, features.ends[1] as number]
  const slots = [...new Set(features.ids.subarray(from, to))].sort((a, b) => a - b)
  const any = slotsOf(inputOf(''))[0] as number
  const all = [...slots, any].sort((a, b) => a - b)
  const weights: Weights = {
    classes: ['commerce', 'normal'],
    slots: Int32Array.from(all),
    starts: Uint32Array.from([...all.keys(), all.length]),
    cells: Uint8Array.from(all, slot => (slot === any ? 1 : 0)),
    values: Int8Array.from(all, slot => (slot === any ? 60 : 120)),
    scale: 0.05,
    temperature: 1,
  }
  return new IntentModel(weights, MEANINGS)
}
