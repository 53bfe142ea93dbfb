import { renderMessage } from '../model/message.js';
import { DAY, MINUTE } from '../model/time.js';
import { headOf } from '../pipeline/asker.js';
import { owe } from './owe.js';
import { onLastSchoolDay } from './schedule.js';
import { countsOf } from './totals.js';
/** The last school day of a month, 17:50: anonymous counts for the parents, for the head teacher to post. */
export const monthly = {
    name: 'monthly',
    minutes: 17 * 60 + 50,
    on: onLastSchoolDay,
    says: '每月最后一个上学日 17:50：把给家长看的数字交给班主任，由班主任发',
    grace: 7 * DAY,
    run(context) {
        const { deps, groups, due } = context;
        const say = (key, params) => renderMessage(deps.rules().ruleSet.messages, key, params);
        for (const group of groups) {
            const head = headOf(group);
            const { date, minutes } = deps.localTime(due, group.timezone);
            const first = due - minutes * MINUTE - (Number(date.slice(8, 10)) - 1) * DAY;
            const counts = countsOf(deps, group.id, first, due);
            if (!head || counts.messages === 0)
                continue;
            const text = say('monthly.counts', {
                month: String(Number(date.slice(5, 7))),
                messages: String(counts.messages),
                questions: String(counts.questions),
                answered: String(counts.answered),
                reminders: String(counts.reminders),
                lines: String(counts.lines),
            });
            owe(context, group, head, say('monthly.hand_over', { text }), 'monthly');
        }
    },
};
//# sourceMappingURL=monthly.js.map