/** What a line is in its talk: the intent model's answers on it and on what was said before, weighed. See docs/intent-model.md. */
export { loadTalkModel, talkMark, talkModel } from './load.js';
export { TalkModel } from './model.js';
export { around, inputsFor, isNight, LINES_AT_MOST, LOOK_BACK, numbersOf, } from './turn.js';
//# sourceMappingURL=index.js.map