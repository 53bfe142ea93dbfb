import { renderMessage } from '../model/message.js';
import { HOUR, inHours } from '../model/time.js';
import { isNight, nextTime, publicLines, speaksOfEmergency, wallClock } from '../policy/index.js';
import { asks } from './questions/track.js';
import { startOfDay } from './when.js';
const TOPIC = 'after_work';
/**
 * Once a day, where the head teacher wants it: somebody asks after work, and the group is told that teachers answer
 * when they are back. A public line like others: within the day's budget, not at night, not during a pause,
 * not while the group speaks of an emergency.
 */
export function afterWork(deps, facts, outcome, pausedUntil) {
    const { event, group, params, local } = facts;
    if (!group.afterWorkNote || event.late || !asks(facts, outcome.decision))
        return;
    const now = deps.clock.now();
    const wall = wallClock(event.at, local.minutes, now);
    const working = local.workday && inHours(wall.minutes, params.workHours);
    if (working || isNight(wall, params) || (pausedUntil !== null && pausedUntil > now))
        return;
    if (speaksOfEmergency(facts.history, params, now))
        return;
    const since = startOfDay(deps, group);
    const deeds = deps.ledger.deeds(group.id);
    const { used, max } = publicLines(deeds, wall, params);
    if (used >= max)
        return;
    if (deeds.count({ kinds: ['collective'], since, topic: TOPIC }) > 0)
        return;
    const draft = {
        kind: 'collective',
        target: { group: group.id },
        recipient: null,
        text: renderMessage(deps.rules().ruleSet.messages, 'notice.after_work', {}),
        topic: TOPIC,
        category: null,
        severity: null,
        notBefore: now,
        // not into the night
        expiresAt: Math.min(now + HOUR / 4, nextTime(wall, params.quiet.from)),
    };
    const withhold = deps.groups.mode(group.id) === 'shadow';
    deps.ledger.addActions(`${TOPIC}/${event.id}`, [draft], now, { withhold });
    deps.wake();
}
//# sourceMappingURL=after-work.js.map