import { MINUTE } from '../model/time.js';
import { spell } from './recall-window.js';
/** Lines that follow each other this closely are one posting: an advertisement in three messages is one strike. */
const SAME_POSTING = 30 * MINUTE;
/** How many postings these instants are, `now` included. Instants newest first. */
function postings(instants, now) {
    let count = 1;
    let previous = now;
    for (const at of instants) {
        if (previous - at > SAME_POSTING)
            count++;
        previous = at;
    }
    return count;
}
/** The so-manieth posting of one topic by one person within the window goes to a human instead. */
export function strikes(input, finding, steps) {
    const rule = finding.rule.escalateAfter;
    if (!rule || (finding.respond !== 'remind' && finding.respond !== 'ask_recall'))
        return finding;
    const { history, member } = input.facts;
    const earlier = history.recent({
        since: input.now - rule.within,
        member: member.id,
        topic: finding.rule.topic,
        respond: ['remind', 'ask_recall', 'escalate'],
    });
    const count = postings(earlier.map(event => event.at), input.now);
    const sentence = `${spell(rule.within)}内同一件事第 ${count}/${rule.strikes} 次`;
    if (count < rule.strikes) {
        steps.add('strike', false, sentence);
        return finding;
    }
    steps.add('strike', true, `${sentence}，请老师来处理`);
    return { ...finding, respond: 'escalate', severity: rule.severity, wanted: rule.to, struck: count };
}
//# sourceMappingURL=strikes.js.map