import { renderMessage } from '../model/message.js';
import { HOUR, MINUTE } from '../model/time.js';
import { reminders } from './budgets.js';
import { isGuarded } from './categories.js';
import { isNight, nextTime } from './clock.js';
import { inform } from './inform.js';
import { instead } from './instead.js';
import { toSender } from './owed.js';
import { isSuspected } from './suspected.js';
import { gist, ruleText } from './texts.js';
/** A private word to the sender, and a copy to whoever the rule names. */
export function remind(work) {
    const { input, finding, clock, steps } = work;
    const { facts, deeds } = input;
    const { topic, category, tier } = finding.rule;
    const to = facts.member.id;
    if (input.pausedUntil !== null && input.pausedUntil > clock.now && !isGuarded(tier, category)) {
        steps.add('pause', true, '班主任要求暂停，不提醒');
        return { actions: [], opens: null };
    }
    const since = clock.now - facts.params.duplicateWindow;
    const told = deeds.last({ kinds: ['remind'], since, to, topic });
    if (told) {
        const minutes = Math.max(0, Math.round((clock.now - told.at) / MINUTE));
        steps.add('duplicate', true, `同一件事 ${minutes} 分钟前提醒过本人，不再另发`);
        return { actions: [], opens: null };
    }
    const words = privateWord(work);
    // whoever got the ready text knows already
    const informed = words.some(action => action.kind === 'alert');
    return { actions: informed ? words : [...words, ...copy(work)], opens: null };
}
function privateWord(work) {
    const { input, finding, clock, steps } = work;
    const { facts, deeds } = input;
    const { params, member, event } = facts;
    const text = ruleText(input, finding.outcome.message);
    if (text === null)
        return [];
    if (isSuspected(work))
        return [];
    const { used, max } = reminders(deeds, clock, params, member.id);
    steps.add('budget', used >= max, `今天私下提醒过本人 ${used}/${max} 次`);
    if (used >= max)
        return [];
    const night = isNight(clock, params);
    const soon = event.at + params.recallWindow;
    if (night && clock.now >= soon) {
        steps.add('night', true, '夜间，且已过撤回时限，不打扰');
        return [];
    }
    if (!input.reachable(member.id))
        return instead(work, text);
    if (night)
        steps.add('night', true, '夜间只在撤回时限内提醒本人，过时作废');
    // begun by day, it must not arrive at night
    const lapse = night ? soon : Math.min(clock.now + HOUR, Math.max(nextTime(clock, params.quiet.from), soon));
    return [toSender(work, 'remind', text, lapse)];
}
function copy(work) {
    const { input, finding } = work;
    if (finding.wanted === null)
        return [];
    return inform(work, finding.wanted, `copy:${finding.rule.topic}:${input.facts.member.id}`, () => renderMessage(input.messages, 'alert.copy', gist(input, finding)));
}
//# sourceMappingURL=remind.js.map