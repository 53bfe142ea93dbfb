import { renderMessage } from '../model/message.js';
import { choicesOf, sayDuration } from '../policy/index.js';
import * as answers from './answers.js';
import * as chain from './chain.js';
import { answer, choicesFor, choosable } from './lines.js';
import { moveFor } from './table.js';
const CLOCKWORK = {
    recallExpired: chain.recallExpired,
    repeat: chain.repeat,
    tellLeader: chain.tellLeader,
    tellNext: chain.tellNext,
    ignore: chain.ignore,
    recalled: chain.recalled,
};
const ANSWERS = {
    handled: answers.handled,
    remindSender: answers.remindSender,
    remindGroup: answers.remindGroup,
    pass: answers.pass,
    falseAlarm: answers.falseAlarm,
    mute: answers.mute,
    undo: answers.undo,
    show: answers.show,
};
/**
 * One step of a case: what changes, what is owed, what the record says. Pure; whether the case still stands as
 * `found` is for the ledger to check. Whoever replied is told of a refusal; the clock and the group are not.
 */
export function advance(found, trigger, context) {
    return trigger.kind === 'reply' ? byPerson(found, trigger, context) : byItself(found, trigger.kind, context);
}
/** What the clock and the group are refused nobody reads. */
function byItself(found, kind, context) {
    if (kind === 'deadline' && context.now < found.deadline)
        return { refused: 'too early', actions: [] };
    const move = moveFor(kind, found);
    const deed = move && CLOCKWORK[move.deed]?.(found, context);
    if (!move || !deed)
        return { refused: 'no such move', actions: [] };
    if ('refused' in deed)
        return { ...deed, actions: [] };
    const by = kind === 'deadline' ? 'clock' : 'group';
    const { what = move.what, ...moved } = deed;
    return { ...moved, record: { by, channel: by, what } };
}
function byPerson(found, reply, context) {
    const { messages, params } = context;
    const refuse = (key, given = {}) => refused(found, context, reply.by, renderMessage(messages, key, given));
    const move = moveFor(reply.digit, found);
    if (!move && found.state === 'closed')
        return refuse('refused.handled');
    if (!move && found.state === 'ignored')
        return refuse('refused.unanswered', { span: sayDuration(messages, params.chain.p2Expire) });
    const deed = move && isOffered(found, reply, move) ? ANSWERS[move.deed]?.(found, context, reply.by) : undefined;
    if (!move || !deed)
        return refuse('refused.offered', { choices: choicesFor(messages, found, reply.by.role) });
    if ('refused' in deed)
        return refuse(deed.refused);
    const record = { by: `${reply.by.role}:${reply.by.id}`, channel: reply.channel, what: move.what };
    return { ...deed, record };
}
/** Nothing moves, and whoever replied is told why. */
export function refused(found, context, by, reason) {
    return { refused: reason, actions: [answer(found, context, by, 'reply.refused', { reason })] };
}
/** Undoing and looking are always allowed; the rest depends on the severity and on who asks. */
function isOffered(found, reply, move) {
    if (move.on === '0' || move.on === '?')
        return true;
    return choicesOf(choosable(found, reply.by.role)).includes(reply.digit);
}
//# sourceMappingURL=advance.js.map