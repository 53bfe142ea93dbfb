import { ACTION_LABELS, CATEGORY_LABELS } from '../../model/terms.js';
import { DAY } from '../../model/time.js';
/** When the group was first judged; null for never. */
export function shadowSince(ledger, group) {
    return ledger.decisions({ group, limit: 1 })[0]?.at ?? null;
}
/** What was decided and not sent, by kind: `私下提醒 12` */
export function withheldCounts(ledger, group) {
    const counts = new Map();
    for (const { kind, state, count } of ledger.stats({ group }).actions)
        if (state === 'withheld')
            counts.set(kind, (counts.get(kind) ?? 0) + count);
    return [...counts].map(([kind, count]) => `${ACTION_LABELS[kind]} ${count}`);
}
/** The latest lines of the past week that would have been sent, oldest first. */
export function unsentExamples(ledger, group, now, most) {
    const held = (line) => line.actions.filter(action => action.state === 'withheld');
    return ledger
        .decisions({ group, since: now - 7 * DAY, limit: 2000, order: 'desc' })
        .filter(line => held(line).length > 0)
        .slice(0, most)
        .reverse()
        .map(line => ({
        at: line.at,
        about: [line.category ? CATEGORY_LABELS[line.category] : '', line.excerpt ?? ''].filter(Boolean).join('  '),
        lines: held(line).map(action => `${ACTION_LABELS[action.kind]}：${action.text}`),
    }));
}
//# sourceMappingURL=shadow.js.map