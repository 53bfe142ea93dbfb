/**
 * Everything `work` writes in one transaction, all or nothing. Whoever watches hears of it, and the outbox is woken,
 * only once it is on disk; within another `together`, once that one is.
 */
export function together(deps, work) {
    const afterwards = [];
    let wake = false;
    const { opinions } = deps;
    let calls = 0;
    const result = deps.ledger.batch(() => work({
        ...deps,
        judged: outcome => afterwards.push(() => deps.judged?.(outcome)),
        caseMoved: step => afterwards.push(() => deps.caseMoved?.(step)),
        wake: () => {
            wake = true;
        },
        // a call leaves once what it is about is on disk
        ...(opinions && {
            opinions: {
                config: opinions.config,
                free: (besides = 0) => opinions.free(besides + calls),
                ask: (question, answered) => {
                    calls++;
                    afterwards.push(() => opinions.ask(question, answered));
                },
            },
        }),
    }));
    for (const tell of afterwards)
        tell();
    if (wake)
        deps.wake();
    return result;
}
//# sourceMappingURL=together.js.map