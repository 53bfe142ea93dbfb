import { MINUTE } from '../model/time.js';
import { CHORUS, WISHES } from './categories.js';
/** Of a chorus, so many have to be of the kind that the line is about. */
const OWN_AT_LEAST = 2;
/** Topics of the rules that let one person's thanks pass, and a receipt that may be meant for another parent. */
const LONE = ['thanks', 'ack_lone'];
/** Topic of the rule that lets one emoji pass. */
const LONE_STICKER = 'sticker_lone';
/** So many alike from so many people in so short a time: one collective line, then silence for the cooldown. */
export function bursts(input, finding, steps) {
    const rule = finding.rule.burst;
    if (finding.respond !== 'collect' || !rule)
        return finding;
    const { history, member } = input.facts;
    const since = input.now - rule.within;
    const alikes = history.recent({ since, topic: finding.rule.topic, respond: ['collect'] });
    const before = [...alikes];
    for (const category of others(CHORUS, finding.rule.category)) {
        before.push(...history.recent({ since, category, respond: ['collect'] }));
    }
    // what it began with was none too many, and is one of them all the same
    if (finding.rule.category === 'sticker_flood') {
        before.push(...history.recent({ since, kinds: ['emoticon'] }), ...history.recent({ since, topic: LONE_STICKER }));
    }
    if (CHORUS.includes(finding.rule.category)) {
        for (const topic of LONE)
            before.push(...history.recent({ since, topic }));
    }
    const count = new Set(before.map(line => line.eventId)).size + 1;
    const senders = new Set([...before.map(line => line.member), member.id]).size;
    const minutes = Math.round(rule.within / MINUTE);
    // of a chorus, who comes last alone does not say which line is due
    const telling = count === 1 || alikes.length + 1 >= OWN_AT_LEAST || !CHORUS.includes(finding.rule.category);
    const due = count >= rule.count && senders >= rule.senders && telling;
    steps.add('burst', due, `同类第 ${count}/${rule.count} 条，${senders}/${rule.senders} 人，${minutes} 分钟内`);
    return { ...finding, collective: due && rule.message !== null };
}
/** The other categories for which the same line would be said. */
export function alike(category) {
    return others(WISHES, category);
}
function others(together, category) {
    return together.includes(category) ? together.filter(other => other !== category) : [];
}
//# sourceMappingURL=bursts.js.map