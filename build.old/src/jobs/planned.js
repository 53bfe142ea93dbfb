import { renderMessage } from '../model/message.js';
import { DAY, HOUR } from '../model/time.js';
import { headOf } from '../pipeline/asker.js';
import { planPost } from '../pipeline/commands/post.js';
import { startOfDay } from '../pipeline/when.js';
import { zonedInstant } from '../text/index.js';
import { owe } from './owe.js';
import { everyDay } from './schedule.js';
/** 16:40: shows the head teacher what the school file wants posted until the end of tomorrow, each once. */
export const planned = {
    name: 'planned',
    minutes: 16 * 60 + 40,
    on: everyDay,
    says: '每天 16:40：学校文件里写好、明天要发到群里的话，先请班主任确认；不确认就不发',
    grace: 4 * HOUR,
    run(context) {
        const { deps, groups } = context;
        for (const group of groups) {
            const head = authorOf(group);
            // in shadow mode nothing is said in the group
            if (!head || deps.groups.mode(group.id) === 'shadow')
                continue;
            const until = startOfDay(deps, group) + 2 * DAY;
            for (const { at: written, text, notice } of group.posts ?? []) {
                const at = zonedInstant(written, group.timezone);
                const shown = `planned:${group.id}:${deps.digest(`${written} ${text}`)}`;
                if (at === null || at >= until || deps.ledger.meta(shown) !== null)
                    continue;
                const echo = planPost(deps, group, { at, text, from: notice ? head.name : null });
                if (!echo)
                    continue;
                deps.ledger.setMeta(shown, written);
                const words = renderMessage(deps.rules().ruleSet.messages, 'post.echo', echo);
                owe({ ...context, cause: `${context.cause}/${echo.code}` }, group, head, words, 'post');
            }
        }
    },
};
/** The head teacher in person: what is said in their name is not for whoever stands in. */
function authorOf(group) {
    return group.people.findLast(person => person.role === 'head_teacher') ?? headOf(group);
}
//# sourceMappingURL=planned.js.map