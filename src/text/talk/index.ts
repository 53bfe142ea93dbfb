/** What a line is in its talk: the intent model's answers on it and on what was said before, weighed. See docs/intent-model.md. */
export { loadTalkModel, talkMark, talkModel } from './load.js'
export { type InTalk, type TalkCard, type TalkClass, TalkModel } from './model.js'
export {
  type Around,
  around,
  inputsFor,
  isNight,
  LINES_AT_MOST,
  type Likelihoods,
  LOOK_BACK,
  numbersOf,
  type Part,
  type Said,
  type Turn,
} from './turn.js'
