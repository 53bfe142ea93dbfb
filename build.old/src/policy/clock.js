import { DAY, inHours, MINUTE } from '../model/time.js';
const MINUTES_A_DAY = DAY / MINUTE;
/** The clock at `now`, where at `at` it showed `minutes`. */
export function wallClock(at, minutes, now = at) {
    const midnight = Math.floor(at / MINUTE) * MINUTE - minutes * MINUTE;
    const dayStart = midnight + Math.floor((now - midnight) / DAY) * DAY;
    return { now, minutes: Math.floor((now - dayStart) / MINUTE), dayStart };
}
/** The first instant after `now` at which the clock shows so many minutes after midnight. */
export function nextTime(clock, minutes) {
    const today = clock.dayStart + (minutes % MINUTES_A_DAY) * MINUTE;
    return today > clock.now ? today : today + DAY;
}
export function isNight(clock, params) {
    return inHours(clock.minutes, params.quiet);
}
/** `07:05` */
export function timeOfDay(minutes) {
    const two = (n) => String(n).padStart(2, '0');
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
//# sourceMappingURL=clock.js.map