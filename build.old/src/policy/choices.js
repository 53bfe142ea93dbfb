import { renderMessage } from '../model/message.js';
import { CARE_CATEGORIES, GUARDED_CATEGORIES } from './categories.js';
const WORDS = {
    '1': 'choice.handled',
    '2': 'choice.remind_sender',
    '3': 'choice.remind_group',
    '4': 'choice.pass',
    '5': 'choice.false_alarm',
    '6': 'choice.mute',
};
/** What is offered of a question about who is who. */
const BINDING = { '1': 'choice.all_right', '5': 'choice.all_wrong' };
/** The head of the class; whoever else owns a case, it has left the class already. */
const CLASS_OWNERS = ['head_teacher', 'deputy'];
/** The digits a case offers, in order. `0` and `?` are always understood and not offered. */
export function choicesOf(found) {
    const inClass = CLASS_OWNERS.includes(found.owner);
    const passable = inClass ? ['4'] : [];
    if (found.severity === 'P0' || CARE_CATEGORIES.includes(found.category))
        return ['1', ...passable, '5'];
    const talk = inClass ? ['2', '3'] : ['2'];
    const mutable = inClass && !GUARDED_CATEGORIES.includes(found.category) ? ['6'] : [];
    return ['1', ...talk, ...passable, '5', ...mutable];
}
/** `1已处理 4转督导 5误报`; of what the case offers, those that can be taken now. */
export function choicesText(messages, found, possible = () => true) {
    return choicesOf(found)
        .filter(possible)
        .map(digit => `${digit}${renderMessage(messages, WORDS[digit])}`)
        .join(' ');
}
/** `1都对 5都不对` */
export function bindingChoices(messages) {
    return Object.entries(BINDING)
        .map(([digit, key]) => `${digit}${renderMessage(messages, key)}`)
        .join(' ');
}
/** Every word that is shown beside a digit, as people may copy it. */
export function shownWords(messages) {
    const shown = {};
    for (const [digit, key] of [...Object.entries(WORDS), ...Object.entries(BINDING)])
        (shown[digit] ??= []).push(renderMessage(messages, key));
    return shown;
}
//# sourceMappingURL=choices.js.map