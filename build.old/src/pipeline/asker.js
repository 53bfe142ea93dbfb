import { CLASS_LINE, inLine } from '../model/line.js';
import { renderMessage } from '../model/message.js';
import { HOUR } from '../model/time.js';
import { dutyOf } from './duty.js';
/** Null for everybody who is on no list. */
export function askerOf(deps, message) {
    const ids = deps.groups.selves(message.from.id);
    const groups = deps.groups.all().filter(group => group.people.some(person => ids.includes(person.id)));
    const listed = groups.length > 0 || ids.some(id => deps.groups.rolesOf(id).length > 0);
    return listed ? { message, ids, groups } : null;
}
/** Who looks after a group: its head teacher, or whoever stands in; where it has none, the next in line. */
export function headOf(group) {
    return inLine(CLASS_LINE, group.people)[0] ?? null;
}
/** The groups that the asker looks after, or stands in for. */
export function headed(asker) {
    return asker.groups.filter(group => {
        const role = headOf(group)?.role;
        return group.people.some(person => person.role === role && asker.ids.includes(person.id));
    });
}
/** The same without those where the asker only stands in: what is said in the head teacher's name is theirs alone. */
export function owned(deps, asker) {
    const now = deps.clock.now();
    return headed(asker).filter(group => !asker.ids.includes(dutyOf(deps.ledger, group.id, now)?.to ?? ''));
}
/** As whom the asker speaks in a group; null where they have no part. */
export function personIn(deps, asker, group) {
    return deps.groups.profile(group)?.people.find(person => asker.ids.includes(person.id)) ?? null;
}
/** One private line back to whoever wrote. */
export function answer(deps, asker, key, params = {}) {
    const { message } = asker;
    const draft = line(deps, { person: message.from.id, group: asker.groups[0]?.id ?? '' }, key, params);
    draft.recipient = deps.groups.rolesOf(message.from.id)[0] ?? null;
    deps.ledger.addActions(`private/${message.id}`, [draft], deps.clock.now());
    deps.wake();
}
/** A command was not carried out: why, in one sentence. */
export function refuse(deps, asker, key, params = {}) {
    answer(deps, asker, 'reply.not_done', { reason: say(deps, key, params) });
}
/** A text of the rules in force. */
export function say({ rules }, key, params = {}) {
    return renderMessage(rules().ruleSet.messages, key, params);
}
/** A private line that leaves now. */
export function line(deps, target, key, params) {
    const now = deps.clock.now();
    return {
        kind: 'reply',
        target,
        recipient: null,
        text: say(deps, key, params),
        topic: key,
        category: null,
        severity: null,
        notBefore: now,
        expiresAt: now + HOUR,
    };
}
//# sourceMappingURL=asker.js.map