import { renderMessage } from '../model/message.js';
import { DAY, HOUR } from '../model/time.js';
import { publicLines } from './budgets.js';
import { isNight, nextTime } from './clock.js';
import { inform } from './inform.js';
import { toGroup } from './owed.js';
import { gist } from './texts.js';
import { speaksOfEmergency } from './thread.js';
/** topic of the line that tells a group how to get the bot's words in private */
const INVITE = 'befriend';
/**
 * What is done instead of a private word to somebody whom the bot cannot reach: one neutral line to the group, where the
 * messages have one for the category (`instead.quiet_hours`); else a ready text for whoever can reach them, and, once in
 * the life of a group, a line that says how to be reached. Never both lines, and never about a member of staff.
 */
export function instead(work, text) {
    const { finding, steps } = work;
    if (finding.rule.category === 'mispost') {
        steps.add('reach', true, '无法私聊本人；发错群的事不告诉别人');
        return [];
    }
    return groupLine(work) ?? [...readyText(work, text), ...invite(work)];
}
/** The bot cannot write to this person: somebody of the class can, by hand. */
export function readyText(work, text) {
    const { input, finding, clock, steps } = work;
    const { params } = input.facts;
    if (isNight(clock, params) && finding.respond !== 'ask_recall') {
        steps.add('reach', true, '无法私聊本人，夜间作罢');
        return [];
    }
    steps.add('reach', true, '无法私聊本人，把话术交给老师');
    return inform(work, finding.wanted ?? 'head_teacher', `ready:${finding.rule.topic}:${input.facts.member.id}`, () => renderMessage(input.messages, 'alert.ready_text', { ...gist(input, finding), text }));
}
/** The neutral line, or nothing where the group hears it anyway; null where somebody has to be told otherwise. */
function groupLine(work) {
    const { input, finding, clock, steps } = work;
    const { params, member } = input.facts;
    const { category, topic } = finding.rule;
    const key = `instead.${category}`;
    if (finding.respond !== 'remind' || member.role !== 'parent' || !input.messages.has(key))
        return null;
    const night = isNight(clock, params);
    // only what is about the night itself is still of use in the morning
    if (night && category !== 'quiet_hours')
        return null;
    const leaves = night ? nextTime(clock, params.quiet.to) : clock.now;
    // one a night, however long the night
    const since = Math.min(clock.now - params.collectiveCooldown, leaves - (night ? DAY : 0));
    if (input.deeds.last({ kinds: ['collective'], since, topic })) {
        steps.add('cooldown', true, '无法私聊本人；群里刚说过或将要说同一句，不另发');
        return [];
    }
    if (!isFree(work, leaves))
        return null;
    steps.add('reach', true, '无法私聊本人，改为在群里说一句，不点名');
    if (night)
        steps.add('night', true, '夜间不在群里说话，留到早上说一次');
    return [line(work, renderMessage(input.messages, key), topic, leaves)];
}
/** How to be reached in private: said once in a group, by day, while nothing grave is talked about. */
function invite(work) {
    const { input, clock, steps } = work;
    const { params, member, history } = input.facts;
    if (member.role !== 'parent' || input.befriends === false || isNight(clock, params))
        return [];
    if (speaksOfEmergency(history, params, clock.now))
        return [];
    if (input.deeds.last({ kinds: ['collective'], since: 0, topic: INVITE }) || !isFree(work, clock.now))
        return [];
    steps.add('reach', true, '在群里说一次怎样加小助手为好友，以后就能私下提醒');
    return [line(work, renderMessage(input.messages, 'notice.befriend'), INVITE, clock.now)];
}
/** Whether the group may hear one more line: no pause, and some of that day's budget left. */
function isFree({ input, clock, steps }, leaves) {
    if (input.pausedUntil !== null && input.pausedUntil > clock.now) {
        steps.add('pause', true, '班主任要求暂停，群里不说话');
        return false;
    }
    const { used, max } = publicLines(input.deeds, clock, input.facts.params, leaves);
    steps.add('budget', used >= max, `当日群内已说 ${used}/${max} 句`);
    return used < max;
}
function line(work, text, topic, leaves) {
    const { clock, input } = work;
    const draft = toGroup(work, 'collective', text, topic, 0);
    const evening = nextTime({ ...clock, now: leaves }, input.facts.params.quiet.from);
    return { ...draft, notBefore: leaves, expiresAt: Math.min(leaves + HOUR, evening) };
}
//# sourceMappingURL=instead.js.map