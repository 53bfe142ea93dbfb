import { parseLogLine } from '../../src/gateways/replay/line.js';
import { CATEGORIES } from '../../src/model/category.js';
import { RECIPIENTS } from '../../src/model/member.js';
import { RESPONSES, SEVERITIES } from '../../src/model/rule.js';
import { HOUR, MINUTE } from '../../src/model/time.js';
/** What no labelled log may have: lines that `replay` cannot read, times that go back, ids twice, unknown values. */
export function mistakesOf({ header, events }) {
    const mistakes = [];
    const seen = new Set();
    const senders = new Set(['系统', 'system', ...header.members.flatMap(namesOf)]);
    let before = Number.NEGATIVE_INFINITY;
    for (const event of events) {
        const wrong = (says) => void mistakes.push({ id: event.id, says });
        try {
            parseLogLine(JSON.stringify(event));
        }
        catch (error) {
            wrong(error instanceof Error ? error.message : String(error));
        }
        if (seen.has(event.id))
            wrong('id twice');
        seen.add(event.id);
        const at = Date.parse(event.t);
        if (at < before)
            wrong('earlier than the line before');
        before = at;
        if (event.type === 'system' && !senders.has(event.from))
            wrong('a grey line from a person');
        for (const says of valuesWrong(event))
            wrong(says);
    }
    return mistakes;
}
const namesOf = (member) => [
    member.name,
    ...[member.aka ?? []].flat(),
];
/** Values of labels that are not of the vocabulary. */
export function valuesWrong(labels) {
    const wrong = [];
    const one = (key, value, valid) => {
        if (!valid.includes(value))
            wrong.push(`${key}: ${String(value)}`);
    };
    one('label', labels.label, CATEGORIES);
    one('expect', labels.expect, RESPONSES);
    for (const other of labels.also_ok ?? [])
        one('also_ok', other, RESPONSES);
    const escalates = labels.expect === 'escalate';
    if (escalates || labels.severity !== undefined)
        one('severity', labels.severity, SEVERITIES);
    if (escalates || labels.to !== undefined)
        one('to', labels.to, RECIPIENTS);
    return wrong;
}
/** Labels that say something where it has no meaning; they are left as they are. */
export function idleLabels({ events }) {
    return events.flatMap(event => {
        if (event.expect === 'escalate')
            return [];
        const idle = ['severity', 'to', 'duplicate_alert'].filter(key => event[key] !== undefined);
        return idle.length === 0 ? [] : [{ id: event.id, says: `${idle.join(', ')} with ${event.expect}` }];
    });
}
/** A voice message is asked about once a day, whatever their number. */
const WITHOUT_THRESHOLD = new Set(['voice_message']);
const WINDOW = 10 * MINUTE;
const COOLDOWN = 6 * HOUR;
const A_DAY = 2;
/**
 * Marks of the collective line that do not fit the policy's numbers: five alike from three senders in ten minutes or
 * three identical from one, never at night, once per topic in six hours, two a day. "Alike" is taken as: same label,
 * also to be counted. Whether the matter is another topic is for people to say; hence doubtful, not wrong.
 */
export function doubtfulMarks({ events }) {
    const doubts = [];
    const marked = [];
    const missing = [];
    for (const [index, event] of events.entries()) {
        if (!isCounted(event))
            continue;
        const at = Date.parse(event.t);
        const alike = events
            .slice(0, index + 1)
            .filter(one => one.label === event.label && isCounted(one) && at - Date.parse(one.t) <= WINDOW);
        const reached = thresholdReached(alike, event);
        const cools = (one) => one.label === event.label && at - Date.parse(one.t) < COOLDOWN;
        const cooling = marked.some(cools);
        const today = marked.filter(one => dayOf(one) === dayOf(event)).length;
        const free = !isNight(event) && !cooling && !missing.some(cools) && today < A_DAY;
        const doubt = (says) => void doubts.push({ id: event.id, says });
        if (event.collective) {
            if (isNight(event))
                doubt('marked at night');
            if (cooling)
                doubt('marked within six hours of the same label');
            if (today >= A_DAY)
                doubt('the third mark of a day');
            if (!reached && !WITHOUT_THRESHOLD.has(event.label))
                doubt(`marked below the threshold: ${alike.length} of this label from ${sendersOf(alike)} in ten minutes`);
            marked.push(event);
        }
        else if (reached && free) {
            doubt('threshold reached, no mark');
            missing.push(event);
        }
    }
    return doubts;
}
const isCounted = (event) => event.expect === 'collect' || event.collective === true;
function thresholdReached(alike, event) {
    if (alike.length >= 5 && sendersOf(alike) >= 3)
        return true;
    const same = alike.filter(one => one.from === event.from && one.type === event.type && one.text === event.text);
    return same.length >= 3;
}
const sendersOf = (events) => new Set(events.map(({ from }) => from)).size;
/** Logs are written in the group's own time. */
const dayOf = ({ t }) => t.slice(0, 10);
const isNight = ({ t }) => t.slice(11, 16) >= '22:00' || t.slice(11, 16) < '07:00';
//# sourceMappingURL=check.js.map