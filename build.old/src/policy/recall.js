import { renderMessage } from '../model/message.js';
import { SECOND } from '../model/time.js';
import { alertTo } from './alert.js';
import { CLASS_DATA_CATEGORIES } from './categories.js';
import { isNight, timeOfDay, wallClock } from './clock.js';
import { escalate } from './escalate.js';
import { instead } from './instead.js';
import { NOTHING, toSender } from './owed.js';
import { recallWindow, spell } from './recall-window.js';
import { route } from './routing.js';
import { isSuspected } from './suspected.js';
import { gist, ruleText } from './texts.js';
/** So long the recall notice is waited for before the sender is asked. */
const GRACE = 10 * SECOND;
/** How grave it is if nobody takes it back. */
export function recallSeverity(finding) {
    return finding.severity ?? (finding.rule.category === 'privacy_leak' ? 'P1' : 'P2');
}
/** Who is told of a recall request. */
export function recallRoute(work) {
    const { input, finding } = work;
    const { category } = finding.rule;
    return route({
        category,
        severity: recallSeverity(finding),
        wanted: finding.wanted ?? 'head_teacher',
        sender: input.facts.member,
        classData: CLASS_DATA_CATEGORIES.includes(category),
    }, input.people);
}
/** Asks the sender at once, tells the head teacher, and opens a case that waits for the recall. */
export function askRecall(work, way) {
    const { input, finding, clock, steps } = work;
    const { event, member, params } = input.facts;
    const { topic, category } = finding.rule;
    const severity = recallSeverity(finding);
    const deadline = event.at + recallWindow(input.facts);
    const key = `recall:${event.id}`;
    // whoever holds the account would not take it back
    if (category !== 'mispost' && isSuspected(work))
        return escalate(work, severity, way);
    if (clock.now >= deadline) {
        const running = input.openCase(key);
        steps.add('recall_window', true, running ? '已过撤回时限，等候处理' : '已过撤回时限，直接告诉负责的人');
        return category === 'mispost' || running ? NOTHING : escalate(work, severity, way);
    }
    const asked = { kinds: ['ask_recall'], since: clock.now - params.recallWindow, to: member.id, topic };
    if (input.deeds.last(asked)) {
        steps.add('duplicate', true, '刚请本人撤回过，不再另发');
        return NOTHING;
    }
    const until = timeOfDay(wallClock(clock.now, clock.minutes, deadline).minutes);
    steps.add('recall_window', false, `请本人撤回，${spell(deadline - event.at)}内有效，等到 ${until}`);
    const words = request(work, deadline);
    // a message in the wrong group is between the bot and its sender
    if (category === 'mispost')
        return { actions: words, opens: null };
    const code = input.openCase(key)?.code ?? input.nextCode();
    return {
        actions: tryFirst(work, deadline, [...words, ...tellAsked(work, severity, way, code, words)]),
        opens: {
            kind: 'recall',
            severity,
            category,
            key,
            owner: way.to,
            about: member.id,
            deadline,
            summary: finding.rule.title,
        },
    };
}
/** The private request, or a ready text for somebody who can reach the sender. Empty when nobody should be woken. */
export function request(work, deadline) {
    const { input, finding, clock, steps } = work;
    const { event, member, params } = input.facts;
    const text = ruleText(input, finding.outcome.message);
    if (text === null)
        return [];
    if (isSuspected(work))
        return [];
    const night = isNight(clock, params);
    const expiresAt = night ? Math.min(deadline, event.at + params.recallWindow) : deadline;
    if (clock.now >= expiresAt) {
        steps.add('night', true, '夜间，发出已超过两分钟，不打扰本人');
        return [];
    }
    if (!input.reachable(member.id))
        return instead(work, text);
    return [toSender(work, 'ask_recall', text, expiresAt)];
}
/**
 * Where the network can take back what others wrote, it is asked first, and everybody else only if no recall notice came
 * (which withdraws the rest). Whatever it answers: in ten seconds the sender is asked.
 */
export function tryFirst(work, deadline, rest) {
    const { input, finding, clock, steps } = work;
    const { event, group } = input.facts;
    if (!input.recallsOthers || clock.now >= deadline)
        return [...rest];
    steps.add('recall_window', true, '先试着撤回原消息，撤不掉再请本人');
    const first = {
        kind: 'recall_other',
        target: { group: group.id },
        recipient: null,
        text: '',
        topic: finding.rule.topic,
        category: finding.rule.category,
        severity: null,
        notBefore: clock.now,
        expiresAt: deadline,
        messageId: event.id,
    };
    const then = Math.min(clock.now + GRACE, deadline);
    return [first, ...rest.map(action => ({ ...action, notBefore: Math.max(action.notBefore, then) }))];
}
/** Tells the person in charge that the sender was asked; once in the duplicate window for one sender and matter. */
function tellAsked(work, severity, way, code, words) {
    const { input, finding, clock } = work;
    const { member, params } = input.facts;
    const reader = way.told[0];
    // whoever got the ready text knows already
    if (!reader || words.some(action => action.kind === 'alert'))
        return [];
    const topic = `recall:${finding.rule.topic}:${member.id}`;
    if (input.deeds.last({ kinds: ['alert'], since: clock.now - params.duplicateWindow, topic }))
        return [];
    const text = renderMessage(input.messages, 'alert.asked_recall', { code, ...gist(input, finding) });
    return alertTo(work, reader, severity, { text, topic, code });
}
//# sourceMappingURL=recall.js.map