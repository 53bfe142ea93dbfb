import { advance, latestDeadline, refused } from '../cases/index.js';
import { renderMessage } from '../model/message.js';
import { caseContext } from './case-context.js';
import { addException, removeException } from './exceptions.js';
import { together } from './together.js';
/** Takes every step of the chain whose time has come, earliest first. */
export function moveDueCases(deps) {
    // A step gives the case a later deadline or closes it; the bound only guards against a table that does neither.
    for (let round = 0; round < 1000; round++) {
        // a group that has left the school file has nobody to tell
        const due = deps.ledger.dueCases(deps.clock.now()).filter(found => deps.groups.profile(found.group) !== null);
        if (due.length === 0)
            return;
        for (const found of due)
            move(deps, found, { kind: 'deadline' });
    }
    deps.log.error({}, 'cases keep being due after 1000 rounds');
}
/**
 * After the clock was set back, every deadline that was reckoned before lies too far ahead: it becomes what it would be if
 * the case had come to where it stands just now. Nothing is told, and nothing comes earlier than it would have.
 */
export function bringDeadlinesBack(deps) {
    for (const found of deps.ledger.openCases()) {
        // a trial of the connection has a deadline of its own
        if (found.kind === 'test' || deps.groups.profile(found.group) === null)
            continue;
        const latest = latestDeadline(found, caseContext(deps, found));
        if (found.deadline > latest)
            deps.ledger.rescheduleCase(found.id, latest);
    }
}
/** A recall notice was heard: the recall request for that message has been answered. */
export function recalled(deps, event) {
    if (event.body.kind !== 'recall')
        return;
    // nobody need be asked for what is done
    withdraw(deps, decisionsOn(deps, event.body.of), ({ kind }) => kind === 'ask_recall' || kind === 'recall_other');
    for (const found of deps.ledger.openCases({ group: event.group, kind: 'recall' })) {
        const record = deps.ledger.decision(found.decisionId);
        if (record && isAbout(record, event))
            move(deps, found, { kind: 'recalled' });
    }
}
/** Every decision on an event, latest first. */
function decisionsOn(deps, eventId) {
    const ids = [];
    for (let id = eventId; id !== null;) {
        const decision = deps.ledger.decision(id)?.decision;
        if (decision)
            ids.push(decision.id);
        id = decision?.supersedes ?? null;
    }
    return ids;
}
/** Where the network does not say which message was recalled, the sender's own requests are meant. */
function isAbout(record, event) {
    if (event.body.kind === 'recall' && event.body.of !== null)
        return record.decision.eventId === event.body.of;
    return record.event !== null && record.event.member === (event.from?.id ?? null);
}
/** Moves a case on, or says why not. The one place where a case changes; the move and what it brings are one write. */
export function move(deps, found, trigger) {
    return together(deps, within => moveWithin(within, found, trigger));
}
function moveWithin(deps, found, trigger) {
    const context = caseContext(deps, found);
    const result = advance(found, trigger, context);
    if ('refused' in result)
        return refuse(deps, found, result);
    const written = deps.ledger.moveCase({
        caseId: found.id,
        from: { state: found.state, step: found.step },
        to: result.to,
        move: { ...result.record, at: context.now },
        actions: result.actions,
        // whoever writes to the bot gets an answer, in shadow mode too
        withhold: deps.groups.mode(found.group) === 'shadow' && 'but_replies',
    });
    if (!written.moved) {
        if (trigger.kind !== 'reply')
            return 'overtaken';
        return refuse(deps, found, refused(found, context, trigger.by, renderMessage(context.messages, 'refused.overtaken')));
    }
    follow(deps, found, result, trigger);
    deps.caseMoved?.({ case: written.case, what: result.record.what, by: result.record.by, actions: written.actions });
    deps.wake();
    return null;
}
/** Nothing moved; whoever replied is told why. */
function refuse(deps, found, result) {
    const now = deps.clock.now();
    const by = result.actions.flatMap(({ target }) => ('person' in target ? target.person : []));
    deps.ledger.addActions(`${found.id}/refused/${by}/${now}`, result.actions, now);
    deps.wake();
    return result.refused;
}
/** What a move brings with it beside its actions. */
function follow(deps, found, moved, trigger) {
    const now = deps.clock.now();
    const by = trigger.kind === 'reply' ? trigger.by.id : moved.record.by;
    if (moved.feedback) {
        deps.ledger.addFeedback({ decisionId: found.decisionId, caseId: found.id, kind: moved.feedback, by, at: now });
    }
    if (moved.exception?.about)
        addException(deps.ledger, found.group, moved.exception.about, moved.exception.category);
    const moves = deps.ledger.caseMoves(found.id);
    if (moved.withdraws) {
        const undone = moves.at(-2);
        withdraw(deps, [undone?.id ?? ''], () => true);
        if (undone?.what === '6' && found.about)
            removeException(deps.ledger, found.group, found.about, found.category);
    }
    if (moved.to.state === 'closed') {
        // nobody needs to hear in the morning of what was settled in the night; answers to this very move still go
        const later = deps.ledger.decision(found.decisionId)?.supersededBy ?? [];
        const before = [found.decisionId, ...moves.slice(0, -1).map(one => one.id)].concat(later);
        const alarmed = before.flatMap(cause => deps.ledger.actionsOf(cause)).map(action => action.id);
        withdraw(deps, [...before, ...alarmed], action => ['alert', 'second_channel'].includes(action.kind));
    }
}
function withdraw(deps, causes, which) {
    for (const action of causes.flatMap(cause => deps.ledger.actionsOf(cause))) {
        if (action.state !== 'owed' || !which(action))
            continue;
        deps.ledger.settle(action.id, { state: 'withdrawn', now: deps.clock.now() });
    }
}
export function replyTo(deps, found, by, digit) {
    return move(deps, found, { kind: 'reply', digit, by, channel: 'wechat' });
}
//# sourceMappingURL=cases.js.map