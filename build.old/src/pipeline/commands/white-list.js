import { CATEGORY_LABELS } from '../../model/terms.js';
import { maskName } from '../../text/index.js';
import { answer, headed, refuse, say } from '../asker.js';
import { listExceptions, removeException } from '../exceptions.js';
/** 白名单: what digit 6 made exceptions of, numbered; 删 n takes one back. */
export function whiteList(deps, asker, remove) {
    const groups = headed(asker);
    if (groups.length === 0)
        return refuse(deps, asker, 'refused.white_list');
    const entries = groups.flatMap(group => entriesOf(deps, group.id));
    if (remove !== null) {
        const entry = entries[remove - 1];
        if (!entry)
            return refuse(deps, asker, 'refused.no_entry', { number: String(remove) });
        removeException(deps.ledger, entry.group, entry.member, entry.category);
        return answer(deps, asker, 'reply.exception_removed', { what: entry.says });
    }
    if (entries.length === 0)
        return answer(deps, asker, 'reply.no_exceptions');
    answer(deps, asker, 'reply.exceptions', { list: entries.map((entry, i) => `${i + 1} ${entry.says}`).join('\n') });
}
function entriesOf(deps, group) {
    return listExceptions(deps.ledger, group).map(({ member, category }) => {
        const who = maskName(deps.ledger.person(member)?.name ?? '') || say(deps, 'word.left_member');
        return { group, member, category, says: `${who}：${CATEGORY_LABELS[category] ?? category}` };
    });
}
//# sourceMappingURL=white-list.js.map