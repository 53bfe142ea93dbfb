/** History: counting stops there unless told otherwise. */
const MOST_COUNTED = 500;
const NONE = Object.freeze({ events: 0, members: 0 });
/** Whether a remembered event is one that was asked for. */
export function fits(event, query) {
    return (event.at >= query.since &&
        (query.member === undefined || event.member === query.member || !!event.joined?.includes(query.member)) &&
        (query.kinds === undefined || query.kinds.includes(event.kind)) &&
        (query.digest === undefined || event.digest === query.digest) &&
        (query.topic === undefined || event.topic === query.topic) &&
        (query.category === undefined || event.category === query.category) &&
        (query.respond === undefined || query.respond.includes(event.respond)) &&
        (query.severity === undefined || event.severity === query.severity));
}
/** How many of these, newest first, were asked for, and how many different members they are from. */
export function counted(events, query, upTo = MOST_COUNTED) {
    let found = 0;
    let members;
    for (let i = 0; i < events.length && found < upTo; i++) {
        const event = events[i];
        if (!fits(event, query))
            continue;
        found += 1;
        if (event.member !== null)
            (members ??= new Set()).add(event.member);
    }
    return found === 0 ? NONE : { events: found, members: members?.size ?? 0 };
}
//# sourceMappingURL=fits.js.map