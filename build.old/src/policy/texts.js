import { ROLE_LABELS } from '../model/labels.js';
import { renderMessage } from '../model/message.js';
import { CARE_CATEGORIES } from './categories.js';
import { choicesText } from './choices.js';
import { timeOfDay } from './clock.js';
import { recallWindow, windowPhrase } from './recall-window.js';
/** When it was said, by whom (masked) and what it is: all that a person in charge is told. Never a quote. */
export function gist(input, finding) {
    const { facts } = input;
    return { time: timeOfDay(facts.local.minutes), who: input.who(facts.member.id), what: finding.rule.title };
}
/** That everybody but the reader knows as well; empty where the reader is the only one. */
export function alsoTold(messages, told, reader) {
    const others = told.filter(person => person.id !== reader.id).map(person => ROLE_LABELS[person.role]);
    return others.length > 0 ? renderMessage(messages, 'word.also_told', { list: [...new Set(others)].join('、') }) : '';
}
/** The line that opens a case, for one reader. */
export function alertText(input, finding, found, told, reader) {
    const about = { code: found.code, ...gist(input, finding) };
    // a reader outside the class is not offered to pass the case to themselves
    const owner = reader.role === 'supervisor' || reader.role === 'leader' ? reader.role : found.owner;
    const choices = choicesText(input.messages, { ...found, owner });
    const also = alsoTold(input.messages, told, reader);
    if (finding.struck !== null)
        return renderMessage(input.messages, 'alert.strikes', { ...about, choices, count: String(finding.struck) });
    const key = CARE_CATEGORIES.includes(found.category) ? 'alert.care' : `alert.${found.severity.toLowerCase()}`;
    return renderMessage(input.messages, key, { ...about, choices, also });
}
/** A text that the rule chose, or null where it chose none. */
export function ruleText(input, key) {
    const { facts, now } = input;
    const window = recallWindow(facts);
    const open = now < facts.event.at + window;
    return senderText(input.messages, key, timeOfDay(facts.local.minutes), open ? window : null);
}
/** A text named by a rule: `time` is when the message came, `window` how long it can still be taken back. */
export function senderText(messages, key, time, window) {
    return key === null ? null : renderMessage(messages, key, { time, window: windowPhrase(messages, window) });
}
//# sourceMappingURL=texts.js.map