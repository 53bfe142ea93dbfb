/** What a message is likely to be: a small linear model that runs in the process. See docs/intent-model.md. */
export { explainIntent, type Hidden, type Reasons } from './explain.js'
export { Features, SHARE, SORTS, worthOf } from './features.js'
export type { IntentInput } from './input.js'
export { intentCard, intentModel, loadIntentModel, modelsDir, readingModel } from './load.js'
export { Meanings, parseMeanings, WORD_AT_MOST } from './meanings.js'
export { type Intent, IntentModel, softmax, type Weights } from './model.js'
export { spoken, spokenText } from './spoken.js'
export { decode, encode, hashOf, type WeightsCard } from './weights.js'
