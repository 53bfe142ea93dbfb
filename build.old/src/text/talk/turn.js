import { MESSAGE_KINDS } from '../../model/event.js';
import { ROLES } from '../../model/member.js';
import { MINUTE } from '../../model/time.js';
const NIGHT = { from: 22 * 60, to: 7 * 60 };
/** By minutes after local midnight. */
export const isNight = (minutes) => minutes >= NIGHT.from || minutes < NIGHT.to;
/** Further back nothing is looked at; texts are not kept longer. */
export const LOOK_BACK = 10 * MINUTE;
export const LINES_AT_MOST = 16;
const SAME_BREATH = 5 * MINUTE;
const JOINED_AT_MOST = 4;
const LONG = 10;
/** Parts of what the model is told, in order. */
export const PARTS = ['own', 'joined', 'own before', 'other before', 'form'];
const STAFFED = ROLES.filter(role => role !== 'bot');
const FORM = 7 + STAFFED.length * 2 + MESSAGE_KINDS.length;
/** How many numbers a turn comes to, with an intent model of so many classes. */
export const inputsFor = (classes) => 4 * classes + FORM;
/** Where the parts end among these numbers. */
export const endsOf = (classes) => [
    classes,
    2 * classes,
    3 * classes,
    4 * classes,
    4 * classes + FORM,
];
/** Nothing is quite certain: this keeps the odds finite. */
const LEAST = 1e-4;
export const odds = (p) => Math.log((p + LEAST) / (1 - p + LEAST));
/** A turn as numbers: log-odds of every class by part, those of nothing where there is no such line, then its form. */
export function numbersOf(turn, classes) {
    const numbers = new Float64Array(inputsFor(classes));
    let at = 0;
    for (const said of [turn.own, turn.joined ?? turn.own, turn.ownBefore?.said, turn.otherBefore?.said]) {
        for (let c = 0; c < classes; c++)
            numbers[at++] = odds(said?.[c] ?? 0);
    }
    numbers.set(formOf(turn), at);
    return numbers;
}
/** Who, what and when, as numbers; into an array of that length, if one is given. */
export function formOf(turn, form = new Float64Array(FORM)) {
    const { pause } = turn;
    form.fill(0);
    let at = 0;
    form[at++] = turn.joined ? 1 : 0;
    form[at++] = Math.min(turn.length, 60) / 20;
    form[at++] = turn.question ? 1 : 0;
    form[at++] = turn.night ? 1 : 0;
    form[at++] = pause.own && pause.minutes < SAME_BREATH / MINUTE ? 1 : 0;
    form[at++] = since(pause.minutes);
    form[at++] = since(turn.ownBefore?.minutes ?? LONG);
    at = oneOf(form, at, STAFFED, turn.role);
    at = oneOf(form, at, STAFFED, turn.otherBefore?.role);
    oneOf(form, at, MESSAGE_KINDS, turn.kind);
    return form;
}
const since = (minutes) => Math.log1p(Math.min(Math.max(minutes, 0), LONG));
function oneOf(numbers, from, all, one) {
    const index = one === undefined ? -1 : all.indexOf(one);
    if (index >= 0)
        numbers[from + index] = 1;
    return from + all.length;
}
export function around(earlier, member, at) {
    // what comes late is judged by what was said before it
    const said = earlier.filter(line => isMessage(line) && line.at <= at && at - line.at <= LOOK_BACK);
    const breath = [];
    for (const line of said) {
        if (line.member !== member || at - line.at > SAME_BREATH)
            break;
        if (line.text)
            breath.unshift(line.text);
    }
    return {
        breath: breath.slice(-JOINED_AT_MOST),
        own: said.find(line => line.member === member && line.text) ?? null,
        other: said.find(line => line.member !== member && line.text) ?? null,
        last: said[0] ?? null,
    };
}
const isMessage = ({ kind }) => MESSAGE_KINDS.includes(kind);
//# sourceMappingURL=turn.js.map