import { ROLE_LABELS } from '../model/labels.js';
import { renderMessage } from '../model/message.js';
import { firstDeadline, isCare, isNight, wallClock } from '../policy/index.js';
import { superior } from './chain.js';
import { alert, answer, gist, leaves, takeBack, toGroup, toSender } from './lines.js';
/** At most so many characters of a message about self-harm are ever shown. */
const CARE_EXCERPT = 15;
/** The case is over because of this person's digit. */
function closed(context, by, digit) {
    return { state: 'closed', closedAt: context.now, closedBy: `${by.role}:${digit}` };
}
/** Everybody else who was told of an emergency hears that somebody answered. */
function tellOthers(found, context, by) {
    if (found.severity !== 'P0')
        return [];
    return context.told
        .filter(person => person.id !== by.id)
        .flatMap(person => alert(found, context, person, 'chain.answered', { by: ROLE_LABELS[by.role] }));
}
export function handled(found, context, by) {
    return {
        to: closed(context, by, '1'),
        actions: [answer(found, context, by, 'reply.handled'), ...tellOthers(found, context, by)],
    };
}
export function falseAlarm(found, context, by) {
    return {
        to: closed(context, by, '5'),
        actions: [answer(found, context, by, 'reply.false_alarm'), ...tellOthers(found, context, by)],
        feedback: 'false_alarm',
    };
}
/** Sends the ready text to the sender, or hands it over where the bot cannot or should not send it now. */
export function remindSender(found, context, by) {
    const { about, readyText } = context;
    if (context.shadow)
        return { refused: 'refused.trial_remind' };
    if (!about)
        return { refused: 'refused.nobody_to_remind' };
    if (readyText === null)
        return { refused: 'refused.no_words' };
    const night = isNight(wallClock(context.now, context.minutes), context.params);
    const to = closed(context, by, '2');
    if (!about.reachable || !about.reminderFree || night)
        return { to, actions: [answer(found, context, by, 'reply.ready_text', { text: readyText })] };
    const actions = [toSender(found, context, about.id, readyText), answer(found, context, by, 'reply.reminded')];
    return { to, actions };
}
export function remindGroup(found, context, by) {
    const { groupText } = context;
    if (context.shadow)
        return { refused: 'refused.trial_group' };
    if (groupText === null)
        return { refused: 'refused.no_group_words' };
    if (isNight(wallClock(context.now, context.minutes), context.params))
        return { refused: 'refused.night' };
    if (!context.publicLineFree)
        return { refused: 'refused.lines_used' };
    const actions = [toGroup(found, context, groupText), answer(found, context, by, 'reply.posted')];
    return { to: closed(context, by, '3'), actions };
}
export function pass(found, context, by) {
    const reader = superior(context);
    if (context.shadow)
        return { refused: 'refused.trial_pass' };
    if (!reader || reader.id === by.id)
        return { refused: 'refused.no_superior' };
    const passed = { ...found, owner: reader.role, state: 'passed' };
    const deadline = leaves(found, context) + firstDeadline(context.params.chain, found.severity);
    return {
        to: { state: 'passed', owner: reader.role, step: 0, deadline },
        actions: [
            ...alert(passed, context, reader, 'chain.passed', { by: ROLE_LABELS[by.role] }),
            answer(found, context, by, 'reply.passed', { to: ROLE_LABELS[reader.role] }),
        ],
    };
}
export function mute(found, context, by) {
    if (!context.about)
        return { refused: 'refused.nobody_to_mute' };
    return {
        to: closed(context, by, '6'),
        actions: [answer(found, context, by, 'reply.muted', { what: found.summary })],
        exception: { category: found.category, about: context.about.id },
    };
}
/** Back to where the case stood before this person's last digit. The chain starts again from now. */
export function undo(found, context, by) {
    const { last, lastLine, now, params } = context;
    if (!last)
        return { refused: 'refused.nothing_to_undo' };
    if (last.by.id !== by.id)
        return { refused: 'refused.not_yours' };
    const { state, step } = last.from;
    const again = leaves(found, context) + firstDeadline(params.chain, found.severity);
    const deadline = state === 'waiting' ? Math.max(found.deadline, now) : again;
    // only 4 gives a case to somebody else
    const owner = last.digit === '4' && last.from.owner === found.owner ? last.by.role : last.from.owner;
    return {
        to: { state, step, owner, deadline, closedAt: null, closedBy: null },
        actions: [...(lastLine ? [takeBack(found, context, lastLine)] : []), answer(found, context, by, 'reply.undone')],
        withdraws: true,
    };
}
export function show(found, context, by) {
    const excerpt = context.excerpt ?? renderMessage(context.messages, 'word.text_gone');
    const characters = [...excerpt];
    const short = isCare(found.category) && context.excerpt !== null && characters.length > CARE_EXCERPT;
    const text = short ? `${characters.slice(0, CARE_EXCERPT).join('')}…` : excerpt;
    return { to: {}, actions: [answer(found, context, by, 'reply.show', { ...gist(found, context), text })] };
}
//# sourceMappingURL=answers.js.map