import { renderMessage } from '../model/message.js';
import { DAY, HOUR } from '../model/time.js';
/** Somebody else may be writing from the sender's account: it gets nothing in the chat (POLICY.md). */
export function isSuspected({ input, finding, steps }) {
    const suspected = finding.rule.category === 'scam_impersonation' || input.suspected?.(input.facts.member.id) === true;
    if (suspected)
        steps.add('reach', true, '账号可能被盗，不与它私聊');
    return suspected;
}
/** Its owner is told beside the chat, once a case, by every channel that the school file gives. */
export function tellOwner(work, code) {
    const { input, finding, clock, steps } = work;
    const { member, group } = input.facts;
    if (finding.rule.category !== 'scam_impersonation' || finding.severity !== 'P0' || code === null)
        return [];
    const channels = input.channels?.(member.id) ?? [];
    // codes come round again after a long while; no case stays open for a month
    const told = { kinds: ['second_channel'], since: clock.now - 30 * DAY, to: member.id, topic: code };
    if (channels.length === 0 || input.deeds.last(told))
        return [];
    steps.add('reach', true, '账号可能被盗，用第二通道告诉它的主人');
    return channels.map(channel => ({
        kind: 'second_channel',
        target: { person: member.id, group: group.id },
        // not as somebody in charge: what fails on the way to them is no failed alert
        recipient: null,
        text: renderMessage(input.messages, 'second.hijacked', { code }),
        topic: code,
        category: finding.rule.category,
        severity: 'P0',
        notBefore: clock.now,
        expiresAt: clock.now + 6 * HOUR,
        channel,
    }));
}
//# sourceMappingURL=suspected.js.map