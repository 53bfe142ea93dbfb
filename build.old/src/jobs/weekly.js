import { renderMessage } from '../model/message.js';
import { DAY, HOUR } from '../model/time.js';
import { sayDate } from '../pipeline/when.js';
import { owe } from './owe.js';
import { rosterOf } from './roster.js';
import { onFridays } from './schedule.js';
import { countsOf } from './totals.js';
/** Friday 17:45: a supervisor gets a line a class, counts only. */
export const weekly = {
    name: 'weekly',
    minutes: 17 * 60 + 45,
    on: onFridays,
    says: '每周五 17:45：给督导一份不含姓名的概况，一个班一行',
    grace: 2 * DAY + 14 * HOUR,
    run(context) {
        for (const [supervisor, groups] of supervisors(context.groups)) {
            const text = report(context, groups);
            const [first] = groups;
            if (first && text !== null)
                owe(context, first, supervisor, text, 'weekly');
        }
    },
};
/** One account may be a supervisor of many groups: one report. */
function supervisors(groups) {
    const found = new Map();
    for (const group of groups) {
        const supervisor = group.people.find(person => person.role === 'supervisor');
        if (!supervisor)
            continue;
        const entry = found.get(supervisor.id) ?? [supervisor, []];
        entry[1].push(group);
        found.set(supervisor.id, entry);
    }
    return [...found.values()];
}
/** Null for a week in which nothing was said anywhere. */
function report({ deps, due, timezone }, groups) {
    const say = (key, params) => renderMessage(deps.rules().ruleSet.messages, key, params);
    const since = due - 7 * DAY;
    const day = (at) => sayDate(deps, deps.localTime(at, timezone).date);
    const lines = groups
        .map(group => ({ group, counts: countsOf(deps, group.id, since, due) }))
        .filter(({ counts }) => counts.messages > 0)
        .flatMap(({ group, counts }) => {
        const { outsiders, unseenPupils } = rosterOf(deps, group, due);
        const roster = { outsiders: String(outsiders), count: String(unseenPupils) };
        const line = say('weekly.class', {
            group: group.name,
            messages: String(counts.messages),
            questions: String(counts.questions),
            answered: String(counts.answered),
            reminders: String(counts.reminders),
            alerts: String(counts.alerts),
            open: String(deps.ledger.openCases({ group: group.id }).filter(found => found.state !== 'waiting').length),
        });
        return outsiders + unseenPupils > 0 ? [line, say('weekly.roster', roster)] : [line];
    });
    if (lines.length === 0)
        return null;
    return [say('weekly.title', { from: day(since + DAY), to: day(due) }), ...lines].join('\n');
}
//# sourceMappingURL=weekly.js.map