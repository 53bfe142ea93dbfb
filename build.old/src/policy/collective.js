import { HOUR } from '../model/time.js';
import { publicLines } from './budgets.js';
import { alike } from './bursts.js';
import { CHORUS, CHORUS_TOPICS } from './categories.js';
import { isNight, nextTime } from './clock.js';
import { NOTHING, toGroup } from './owed.js';
import { ruleText } from './texts.js';
/** The one collective line of a burst, unless it was said lately, the day's lines are used up, or it is night. */
export function collective(work) {
    const { input, finding, clock, steps } = work;
    const { params } = input.facts;
    const burst = finding.rule.burst;
    const text = ruleText(input, burst?.message ?? null);
    if (!finding.collective || !burst || text === null)
        return NOTHING;
    if (input.pausedUntil !== null && input.pausedUntil > clock.now) {
        steps.add('pause', true, '班主任要求暂停，群里不说话');
        return NOTHING;
    }
    const topic = finding.rule.topic;
    const hours = Math.round((burst.cooldown / HOUR) * 10) / 10;
    const last = [topic, ...alike(finding.rule.category)]
        .map(one => input.deeds.last({ kinds: ['collective'], since: clock.now - burst.cooldown, topic: one }))
        .find(found => found !== null);
    steps.add('cooldown', last !== undefined, `${hours} 小时内${last ? '已' : '没有'}说过同一句集体提示`);
    if (last)
        return NOTHING;
    // one chorus of thanks and receipts hears one line, whatever it began with
    const since = clock.now - burst.within;
    const chorus = CHORUS.includes(finding.rule.category) ? CHORUS_TOPICS : [];
    if (chorus.some(one => input.deeds.last({ kinds: ['collective'], since, topic: one }) !== null)) {
        steps.add('cooldown', true, '刚刚说过一句集体提示');
        return NOTHING;
    }
    const { used, max } = publicLines(input.deeds, clock, params);
    steps.add('budget', used >= max, `今天群内已说 ${used}/${max} 句`);
    if (used >= max)
        return NOTHING;
    if (isNight(clock, params)) {
        steps.add('night', true, '夜间不在群里说话');
        return NOTHING;
    }
    const expiresAt = Math.min(clock.now + burst.within, nextTime(clock, params.quiet.from));
    return { actions: [toGroup(work, 'collective', text, topic, expiresAt)], opens: null };
}
//# sourceMappingURL=collective.js.map