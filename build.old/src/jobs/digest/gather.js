import { ACTION_LABELS, CATEGORY_LABELS } from '../../model/terms.js';
import { DAY, HOUR, MINUTE } from '../../model/time.js';
import { say } from '../../pipeline/asker.js';
import { undeliveredOf } from '../../pipeline/undelivered.js';
import { sayDate, startOfDay } from '../../pipeline/when.js';
import { timeOfDay } from '../../policy/index.js';
import { maskName } from '../../text/index.js';
import { rosterOf } from '../roster.js';
import { workingTime } from './working-time.js';
/** POLICY.md: so long a parent waits, in working hours, before a question counts as unanswered. */
const UNANSWERED = 2 * HOUR;
const RISING_AT_LEAST = 5;
const RISING_TIMES = 3;
/** Floods are counted in a line of their own. */
const NO_TOPICS = [
    'normal',
    'ack_flood',
    'flattery',
    'blessing',
    'sticker_flood',
    'voice_message',
    'quiet_hours',
];
/** A silence shorter than this is a hiccup of the network. */
const GAP_AT_LEAST = 5 * MINUTE;
/** The facts of the evening, from the ledger. */
export function gatherEvening(it) {
    const { deps, group, now, params, since } = it;
    const calendar = (at) => deps.localTime(at, group.timezone);
    const overdue = (question) => workingTime(question.at, now, params, calendar) >= UNANSWERED;
    const stats = deps.ledger.stats({ group: group.id, since });
    const unsure = unsureOf(it);
    const counted = stats.byCategory.filter(({ respond }) => respond === 'collect');
    return {
        ...header(it),
        questions: questionsOf(it, overdue),
        cases: casesOf(it, () => true),
        complaints: complaintsOf(it),
        floods: sum([...counted, ...unsure.map(one => ({ ...one, count: -one.count }))]).filter(({ count }) => count > 0),
        unsure: sum(unsure),
        rising: risingOf(it),
        corrections: correctionsOf(it),
        undelivered: undeliveredTo(it),
        gaps: gapsOf(it),
        members: it.weekly ? membersOf(it) : null,
        withheld: withheldOf(it),
    };
}
/** What cannot wait for the evening: questions of the night, grave cases, and P2 cases that were held for the morning. */
export function gatherMorning(it, held) {
    const { deps, group, params, since, now } = it;
    const workday = deps.localTime(now, group.timezone).workday;
    const begins = startOfDay(deps, group, now) + params.workHours.from * MINUTE;
    return {
        ...header(it),
        questions: questionsOf(it, ({ at, health }) => at >= since && at < begins && (workday || health)),
        cases: casesOf(it, found => found.severity !== 'P2' || held.has(found.id)),
        complaints: [],
        floods: [],
        unsure: [],
        rising: [],
        corrections: 0,
        undelivered: undeliveredTo(it),
        gaps: gapsOf(it),
        members: null,
        withheld: null,
    };
}
function header({ deps, group, now }) {
    return { group: group.name, date: sayDate(deps, deps.localTime(now, group.timezone).date) };
}
function questionsOf(it, which) {
    return it.deps.ledger
        .openQuestions(it.group.id)
        .filter(which)
        .map(question => ({
        age: ageOf(it, it.now - question.at),
        who: who(it, question.asker),
        text: question.excerpt ?? say(it.deps, 'word.text_gone'),
        asked: question.asked,
        health: question.health,
    }));
}
function ageOf({ deps }, age) {
    if (age < HOUR)
        return say(deps, 'digest.minutes_ago', { count: Math.max(1, Math.round(age / MINUTE)) });
    if (age < DAY)
        return say(deps, 'digest.hours_ago', { count: Math.round(age / HOUR) });
    return say(deps, 'digest.days_ago', { count: Math.round(age / DAY) });
}
/** Cases that wait for the reader; never one that is about them. */
function casesOf({ deps, group, reader }, which) {
    const owns = ({ owner }) => (group.people.find(person => person.role === owner) ?? reader).id === reader.id;
    return deps.ledger
        .openCases({ group: group.id })
        .filter(found => found.state !== 'waiting' && found.about !== reader.id && owns(found) && which(found))
        .sort((one, other) => one.severity.localeCompare(other.severity))
        .map(({ code, summary }) => ({ code, what: summary }));
}
function complaintsOf(it) {
    const { deps, group, since, reader } = it;
    const lines = deps.ledger.decisions({ group: group.id, category: 'complaint_dissent', since, limit: 50 });
    const latest = new Map(lines.filter(({ member }) => member !== reader.id).map(line => [line.eventId, line]));
    return [...latest.values()].map(({ member, at }) => {
        const clock = timeOfDay(deps.localTime(at, group.timezone).minutes);
        return `${member ? who(it, member) : say(deps, 'word.group')} ${clock}`;
    });
}
/** What is only counted because of a second opinion is no flood. */
function unsureOf({ deps, group, since }) {
    const calls = deps.ledger.opinionCalls({ group: group.id, since });
    return calls.filter(({ changed }) => changed !== null).map(({ about }) => ({ category: about, count: 1 }));
}
function sum(counts) {
    const totals = new Map();
    for (const { category, count } of counts)
        if (category !== null)
            totals.set(category, (totals.get(category) ?? 0) + count);
    return [...totals]
        .map(([category, count]) => ({ label: CATEGORY_LABELS[category], count }))
        .sort((one, other) => other.count - one.count);
}
/** Topics of today that come up far more often than in the week before. */
function risingOf({ deps, group, now }) {
    const today = startOfDay(deps, group, now);
    const talk = (since, until) => deps.ledger
        .stats({ group: group.id, since, until })
        .byCategory.filter(({ category }) => category !== null && !NO_TOPICS.includes(category));
    const usual = new Map(sum(talk(today - 7 * DAY, today)).map(({ label, count }) => [label, count / 7]));
    return sum(talk(today, now + 1)).filter(({ label, count }) => count >= RISING_AT_LEAST && count >= RISING_TIMES * (usual.get(label) ?? 0));
}
function correctionsOf({ deps, group, since }) {
    return deps.ledger.feedback(since).filter(({ decisionId }) => groupOf(deps, decisionId) === group.id).length;
}
function groupOf(deps, decisionId) {
    return deps.ledger.decision(decisionId)?.decision.group ?? null;
}
function undeliveredTo({ deps, group, reader }) {
    const counts = new Map();
    for (const { kind } of undeliveredOf(deps.ledger, group.id, reader.id))
        counts.set(ACTION_LABELS[kind], (counts.get(ACTION_LABELS[kind]) ?? 0) + 1);
    return [...counts].map(([label, count]) => ({ label, count }));
}
function gapsOf({ deps, group, since, now }) {
    const clock = (at) => timeOfDay(deps.localTime(at, group.timezone).minutes);
    const all = deps.ledger.gaps(since);
    const spans = all
        .map(({ from, to }) => ({ from: Math.max(from, since), to: Math.min(to, now) }))
        .filter(({ from, to }) => to - from >= GAP_AT_LEAST);
    const lost = all.filter(({ from, to }) => from === to).length;
    const minutes = Math.round(spans.reduce((total, { from, to }) => total + to - from, 0) / MINUTE);
    const said = spans.slice(0, 2).map(({ from, to }) => `${clock(from)}–${clock(to)}`);
    if (spans.length > 2)
        said.push(say(deps, 'digest.gap_spans', { count: spans.length }));
    if (lost > 0)
        said.push(say(deps, 'digest.gap_lost', { count: lost }));
    return { minutes, spans: said };
}
function membersOf({ deps, group, now }) {
    const { odd, ...counts } = rosterOf(deps, group, now);
    return { ...counts, oddCards: odd.map(person => maskName(person.name)) };
}
/** In shadow mode, what of this day was not sent. */
function withheldOf({ deps, group, since }) {
    if (deps.groups.mode(group.id) !== 'shadow')
        return null;
    const held = deps.ledger.stats({ group: group.id, since }).actions.filter(({ state }) => state === 'withheld');
    const count = (...kinds) => held.filter(({ kind }) => kinds.includes(kind)).reduce((total, one) => total + one.count, 0);
    return {
        reminders: count('remind', 'ask_recall'),
        lines: count('collective', 'public_notice'),
        alerts: count('alert'),
    };
}
function who({ deps }, member) {
    return maskName(deps.ledger.person(member)?.name ?? '') || say(deps, 'word.parent');
}
//# sourceMappingURL=gather.js.map