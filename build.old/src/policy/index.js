export { EVENING_DIGEST, publicLines, reminders } from './budgets.js';
export { isCare } from './categories.js';
export { bindingChoices, choicesOf, choicesText, shownWords } from './choices.js';
export { isNight, nextTime, timeOfDay, wallClock } from './clock.js';
export { decide } from './decide.js';
export { firstDeadline } from './escalate.js';
export { leavesAt } from './night.js';
export { doubtOf, heldUntil, withOpinion } from './opinion.js';
export { sayDuration, windowOf } from './recall-window.js';
export { failureAlarm, secondChannel } from './second-channel.js';
export { senderText } from './texts.js';
export { speaksOfEmergency } from './thread.js';
export { unreached } from './unreached.js';
//# sourceMappingURL=index.js.map