import { inHours } from '../model/time.js';
import { isNight, nextTime, timeOfDay } from './clock.js';
/** When an alert may leave: P0 at once, P1 when the night is over, P2 by day. */
export function leavesAt(clock, params, severity) {
    if (severity === 'P0')
        return clock.now;
    if (severity === 'P1')
        return isNight(clock, params) ? nextTime(clock, params.quiet.to) : clock.now;
    return inHours(clock.minutes, params.dayHours) ? clock.now : nextTime(clock, params.dayHours.from);
}
/** The same for a P2 that waits for others: by day they leave together, so many minutes apart by the wall clock. */
export function leavesTogether(clock, params) {
    const at = leavesAt(clock, params, 'P2');
    const { p2Bundle } = params.chain;
    if (at !== clock.now || p2Bundle === 0)
        return at;
    return clock.dayStart + Math.ceil((at - clock.dayStart) / p2Bundle) * p2Bundle;
}
/** Why an alert waits, in one sentence; null when it does not. */
export function heldBecause(clock, params, severity) {
    if (leavesAt(clock, params, severity) === clock.now)
        return null;
    if (severity === 'P1')
        return `夜间只有 P0 外发，等到 ${timeOfDay(params.quiet.to)}`;
    return `P2 只在白天告知，等到 ${timeOfDay(params.dayHours.from)}`;
}
//# sourceMappingURL=night.js.map