import { behind, CLASS_LINE } from '../model/line.js';
import { renderMessage } from '../model/message.js';
import { DAY } from '../model/time.js';
import { firstDeadline, isCare } from '../policy/index.js';
import { alert, leaves } from './lines.js';
/** Who holds a role, unless the case is about them. */
function holder(role, context) {
    const person = context.people(role);
    const { about } = context;
    return person && person.id !== about?.id && role !== about?.role ? person : null;
}
/** The person who owns the case now; whoever was told first where the role is vacant. */
function owners(found, context) {
    const owner = holder(found.owner, context) ?? context.told[0];
    return owner ? [owner] : [];
}
/** A case that somebody took and passed on concerns its new owner only; of a P0, everybody told is told again. */
function reminded(found, context) {
    const everybody = found.severity === 'P0' && found.state === 'open' && context.told.length > 0;
    return everybody ? context.told : owners(found, context);
}
/** About as many as a day holds. */
const CLOSE_REPEATS = 15;
/**
 * Emergencies: once the leader was told, again after 10 minutes, 20, 40 … but at least every two hours. What nobody
 * answered for a day is said once a day from then on: the line that comes at every hour is the one that nobody reads.
 */
function interval(found, context) {
    const { chain, emergencyThread } = context.params;
    if (found.step > CLOSE_REPEATS)
        return DAY;
    return Math.min(chain.p0Leader * 2 ** (found.step - 1), emergencyThread);
}
/** When the next step of the chain is due, of a case that has just come to stand as `found`. */
function dueAfter(found, context) {
    const { chain } = context.params;
    const told = leaves(found, context);
    const { severity, step } = found;
    if (step === 0)
        return told + firstDeadline(chain, severity);
    if (severity === 'P0' && step === 1)
        return told + Math.max(0, chain.p0Leader - chain.p0Repeat);
    if (severity === 'P0')
        return told + interval({ ...found, step: step - 1 }, context);
    return told + (step === 1 ? Math.max(0, chain.p1Deputy - chain.p1Repeat) : chain.p2Expire);
}
/** The same after the step that is being taken now. */
function next(found, context) {
    return dueAfter({ ...found, step: found.step + 1 }, context);
}
/** No deadline of a case can lie later than this, unless the clock was set back since it was reckoned. */
export function latestDeadline(found, context) {
    const { now, params } = context;
    if (found.state === 'waiting')
        return now + Math.max(params.recallWindow, params.recallWindowFile);
    return dueAfter(found, context) + (found.severity === 'P2' ? params.chain.p2Bundle : 0);
}
export function recallExpired(found, context) {
    const deadline = leaves(found, context) + firstDeadline(context.params.chain, found.severity);
    return {
        to: { state: 'open', step: 0, deadline },
        actions: owners(found, context).flatMap(reader => alert(found, context, reader, 'alert.recall_expired')),
    };
}
/** Whoever has not got the line before will have that one: two would come at once. Their other channels are told again. */
export function repeat(found, context) {
    const alerts = reminded(found, context).flatMap(reader => alert(found, context, reader, 'chain.repeat'));
    return {
        to: { step: found.step + 1, deadline: next(found, context) },
        actions: alerts.filter(({ kind, target }) => kind !== 'alert' || !isPending(target, context)),
    };
}
function isPending(target, { pending }) {
    return 'person' in target && pending.includes(target.person);
}
/** The leader is told; where there is none, or the leader knows, everybody is told again. */
export function tellLeader(found, context) {
    const leader = holder('leader', context);
    if (!leader || context.told.some(person => person.id === leader.id))
        return repeat(found, context);
    return {
        to: { step: found.step + 1, deadline: next(found, context) },
        actions: alert(found, context, leader, 'chain.passed', {
            by: renderMessage(context.messages, 'word.nobody_answered'),
        }),
    };
}
/** The next in line takes over; where there is nobody, the owner is reminded once more. */
export function tellNext(found, context) {
    const reader = behind(CLASS_LINE, found.owner)
        .map(role => holder(role, context))
        .find(person => person !== null);
    if (!reader)
        return repeat(found, context);
    const passed = { ...found, owner: reader.role };
    return {
        to: { state: 'passed', owner: reader.role, step: found.step + 1, deadline: next(found, context) },
        actions: alert(passed, context, reader, 'chain.passed', {
            by: renderMessage(context.messages, 'word.nobody_answered'),
        }),
    };
}
/** A day without an answer is over; but the owner's day begins when the line reached them, and not before. */
export function ignore(found, context) {
    const [owner] = owners(found, context);
    const heard = owner && context.heard.get(owner.id);
    if (owner && heard === null)
        return tellAgain(found, context, owner);
    const { p2Expire } = context.params.chain;
    // a line is always a moment under way, and a clock may have been set back: only a long delay counts
    if (heard && heard <= context.now && heard > context.now - p2Expire / 2)
        return { to: { deadline: heard + p2Expire }, actions: [], what: 'heard late' };
    return { to: { state: 'ignored', closedAt: context.now, closedBy: 'expired' }, actions: [] };
}
function tellAgain(found, context, owner) {
    const key = isCare(found.category) ? 'alert.care' : found.severity === 'P2' ? 'alert.p2' : 'alert.p1';
    const alerts = alert(found, context, owner, key, { also: '' });
    return {
        to: { deadline: leaves(found, context) + context.params.chain.p2Expire },
        actions: alerts.filter(({ target }) => !isPending(target, context)),
        what: 'told again',
    };
}
export function recalled(_found, context) {
    return { to: { state: 'closed', closedAt: context.now, closedBy: 'recalled' }, actions: [] };
}
/** Whom digit 4 hands the case to: the supervisor, or the leader; null where there is neither. */
export function superior(context) {
    return holder('supervisor', context) ?? holder('leader', context);
}
//# sourceMappingURL=chain.js.map