/** What a group came to between two instants: counts of what was said and of what reached somebody. */
export function countsOf(deps, group, since, until) {
    const stats = deps.ledger.stats({ group, since, until });
    const { asked, answered } = deps.ledger.questionCounts(group, since, until);
    const sent = (...kinds) => stats.actions
        .filter(({ kind, state }) => kinds.includes(kind) && (state === 'done' || state === 'unknown' || state === 'bundled'))
        .reduce((total, { count }) => total + count, 0);
    return {
        messages: stats.events,
        questions: asked,
        answered,
        reminders: sent('remind', 'ask_recall'),
        lines: sent('collective', 'public_notice'),
        alerts: sent('alert'),
    };
}
//# sourceMappingURL=totals.js.map