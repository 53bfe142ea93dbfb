import { accuses } from './accuses.js';
import { asks } from './asks.js';
import { before } from './before.js';
import { burst } from './burst.js';
import { consistsOf } from './consists-of.js';
import { contact } from './contact.js';
import { follows } from './follows.js';
import { goesOn } from './goes-on.js';
import { inTalk } from './in-talk.js';
import { intent } from './intent.js';
import { joinedWithin } from './joined-within.js';
import { kind } from './kind.js';
import { link } from './link.js';
import { mentions } from './mentions.js';
import { nameCard } from './name-card.js';
import { pattern } from './pattern.js';
import { personalData } from './personal-data.js';
import { phrase } from './phrase.js';
import { price } from './price.js';
import { quarrel } from './quarrel.js';
import { question } from './question.js';
import { recent } from './recent.js';
import { repeat } from './repeat.js';
import { replyWanted } from './reply-wanted.js';
import { role } from './role.js';
import { score } from './score.js';
import { shape } from './shape.js';
import { student } from './student.js';
import { time } from './time.js';
import { words } from './words.js';
export { isTeacherLike } from './cards.js';
export { catalogueOf } from './catalogue.js';
export { certain, counted, explainCount, settled } from './evidence.js';
export { leaning } from './intent.js';
export { prepared, resourcesOf } from './resources.js';
export { isRead, scannerOf } from './scanner.js';
export { defineSignal, OptionError, } from './signal.js';
export { loadSignals } from './third-party.js';
/** Every signal shipped. A new one is one file and one line here. */
const SIGNALS = [
    words,
    consistsOf,
    pattern,
    phrase,
    contact,
    personalData,
    price,
    score,
    student,
    link,
    kind,
    role,
    nameCard,
    time,
    question,
    replyWanted,
    accuses,
    asks,
    mentions,
    shape,
    burst,
    repeat,
    recent,
    before,
    quarrel,
    follows,
    goesOn,
    joinedWithin,
    intent,
    inTalk,
];
export function registryOf(signals) {
    return new Map(signals.map(signal => [signal.name, signal]));
}
export const registry = registryOf(SIGNALS);
//# sourceMappingURL=index.js.map