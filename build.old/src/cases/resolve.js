import { LIVING } from './table.js';
/** Which of the replier's cases is meant. `cases`: those they were told of, open and lately closed ones, latest first. */
export function resolveCase(reply, cases) {
    const living = cases.filter(found => LIVING.includes(found.state));
    if (reply.code !== null) {
        const same = (found) => found.code === reply.code;
        const found = living.find(same) ?? cases.find(same);
        return found ? { case: found } : { refused: 'unknown_code' };
    }
    if (reply.digit === '0')
        return lastTouched(cases);
    // a recall request that still runs asks nothing of anybody
    const asking = living.filter(found => found.state !== 'waiting');
    const meant = asking.length > 0 ? asking : living;
    if (meant.length > 1)
        return { refused: 'several_open' };
    return meant[0] ? { case: meant[0] } : { refused: 'none_open' };
}
/** `0` without a code: what was closed last, unless another one was passed on and may be meant as well. */
function lastTouched(cases) {
    const passed = cases.filter(found => found.state === 'passed');
    const closed = cases
        .filter(found => found.state === 'closed')
        .sort((one, other) => (other.closedAt ?? 0) - (one.closedAt ?? 0));
    if (passed.length > 0 && passed.length + closed.length > 1)
        return { refused: 'several_open' };
    const found = passed[0] ?? closed[0];
    return found ? { case: found } : { refused: 'none_open' };
}
//# sourceMappingURL=resolve.js.map