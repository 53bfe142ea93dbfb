import { renderMessage } from '../model/message.js';
import { HOUR } from '../model/time.js';
import { choicesText, leavesAt, secondChannel, wallClock } from '../policy/index.js';
import { moveFor } from './table.js';
/** When a line of this case's severity may leave. */
export function leaves(found, context) {
    return leavesAt(wallClock(context.now, context.minutes), context.params, found.severity);
}
/** What a reader is offered: nobody outside the class passes a case to themselves. */
export function choosable(found, reader) {
    return reader === 'supervisor' || reader === 'leader' ? { ...found, owner: reader } : found;
}
/** What a reader may answer: what is offered to them and is a move of such a case. */
export function choicesFor(messages, found, reader) {
    return choicesText(messages, choosable(found, reader), digit => moveFor(digit, found) !== null);
}
/** The gist of a case, for any text about it. */
export function gist(found, context) {
    const who = context.about?.who ?? renderMessage(context.messages, 'word.group');
    return { code: found.code, time: context.time, who, what: found.summary };
}
function draft(kind, target, found, fields) {
    return { kind, target, category: found.category, ...fields };
}
/**
 * A line up the chain, held for the morning or the day as the severity asks, and what goes with it by the reader's
 * second channels; that somebody answered is no reason to wake anybody by those.
 */
export function alert(found, context, reader, key, extra = {}) {
    const choices = choicesFor(context.messages, found, reader.role);
    const notBefore = leaves(found, context);
    const line = draft('alert', { person: reader.id, group: found.group }, found, {
        recipient: reader.role,
        text: renderMessage(context.messages, key, { ...gist(found, context), choices, ...extra }),
        // not the case's own key: a reminder of the bot's is no new report of the matter
        topic: `chain:${found.key}`,
        severity: found.severity,
        notBefore,
        expiresAt: notBefore + context.params.chain.p2Expire,
    });
    return [line, ...(key === 'chain.answered' ? [] : secondChannel(line, found.code, context))];
}
/** An answer to whoever replied; at any hour. */
export function answer(found, context, reader, key, params = {}) {
    return draft('reply', { person: reader.id, group: found.group }, found, {
        recipient: reader.role,
        text: renderMessage(context.messages, key, { code: found.code, ...params }),
        topic: key,
        severity: null,
        notBefore: context.now,
        expiresAt: context.now + HOUR,
    });
}
/** A gentle word to the person whom the case is about. */
export function toSender(found, context, person, text) {
    return draft('remind', { person, group: found.group }, found, {
        recipient: null,
        text,
        topic: `case:${found.code}`,
        severity: null,
        notBefore: context.now,
        expiresAt: context.now + HOUR,
    });
}
/** One line to the group that names nobody. */
export function toGroup(found, context, text) {
    return draft('collective', { group: found.group }, found, {
        recipient: null,
        text,
        topic: `case:${found.code}`,
        severity: null,
        notBefore: context.now,
        expiresAt: context.now + HOUR,
    });
}
/** Takes the bot's own last line back. */
export function takeBack(found, context, line) {
    return {
        ...draft('recall_own', line.target, found, {
            recipient: null,
            text: '',
            topic: `case:${found.code}`,
            severity: null,
            notBefore: context.now,
            expiresAt: context.now + context.params.recallWindow,
        }),
        messageId: line.messageId,
    };
}
//# sourceMappingURL=lines.js.map