import { renderMessage } from '../model/message.js';
import { DAY, HOUR, MINUTE } from '../model/time.js';
import { isNight, wallClock } from '../policy/index.js';
const TOPIC = 'portrait';
const TEACHERS = ['head_teacher', 'deputy', 'teacher'];
/** One picture is mostly a notice; a film or several pictures are of the class. */
const PICTURES = 3;
const TOGETHER = 30 * MINUTE;
/**
 * A teacher who posts pictures of pupils hears, at most once a month, that the parents must have agreed. Called when the
 * event has been decided and counts in the history.
 */
export function portraitConsent(deps, facts) {
    const { event, group, member, params } = facts;
    if (event.body.kind !== 'message' || event.late || !TEACHERS.includes(member.role))
        return;
    const { kind } = event.body.message;
    if (kind !== 'image' && kind !== 'video')
        return;
    const now = deps.clock.now();
    if (kind === 'image') {
        const recent = { since: event.at - TOGETHER, member: member.id, kinds: ['image'] };
        if (facts.history.count(recent, PICTURES).events < PICTURES)
            return;
    }
    if (!deps.reachable(member.id) || isNight(wallClock(event.at, facts.local.minutes, now), params))
        return;
    const said = { kinds: ['remind'], since: now - 30 * DAY, to: member.id, topic: TOPIC, everywhere: true };
    if (deps.ledger.deeds(group.id).last(said))
        return;
    const draft = {
        kind: 'remind',
        target: { person: member.id, group: group.id },
        recipient: null,
        text: renderMessage(deps.rules().ruleSet.messages, 'teacher.portrait', {}),
        topic: TOPIC,
        category: null,
        severity: null,
        notBefore: now,
        expiresAt: now + HOUR,
    };
    const withhold = deps.groups.mode(group.id) === 'shadow';
    deps.ledger.addActions(`${TOPIC}/${event.id}`, [draft], now, { withhold });
    deps.wake();
}
//# sourceMappingURL=portrait.js.map