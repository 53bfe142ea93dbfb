/** What a message is likely to be: a small linear model that runs in the process. See docs/intent-model.md. */
export { explainIntent } from './explain.js';
export { Features, SHARE, SORTS, worthOf } from './features.js';
export { intentCard, intentModel, loadIntentModel, modelsDir, readingModel } from './load.js';
export { Meanings, parseMeanings, WORD_AT_MOST } from './meanings.js';
export { IntentModel, softmax } from './model.js';
export { spoken, spokenText } from './spoken.js';
export { decode, encode, hashOf } from './weights.js';
//# sourceMappingURL=index.js.map