import { DAY, MINUTE } from '../model/time.js';
import { leavesAt, timeOfDay, wallClock } from '../policy/index.js';
import { say } from './asker.js';
import { paramsOf } from './params.js';
/** What the group's clock shows now. */
export function clockOf({ clock, localTime }, { timezone }) {
    const now = clock.now();
    return wallClock(now, localTime(now, timezone).minutes);
}
/** When a word to somebody in charge that can wait may leave: by day; at once where the group has no pack. */
export function leavesByDay(deps, group) {
    const params = paramsOf(deps, group);
    return params ? leavesAt(clockOf(deps, group), params, 'P2') : deps.clock.now();
}
/** The group's last midnight. */
export function startOfDay(deps, group, at = deps.clock.now()) {
    return Math.floor(at / MINUTE) * MINUTE - deps.localTime(at, group.timezone).minutes * MINUTE;
}
/** The instant on a day, counted from today, at which the group's clock shows so many minutes after midnight. */
export function onDay(deps, group, day, minutes) {
    return startOfDay(deps, group) + day * DAY + minutes * MINUTE;
}
/** `17:30`, `明天07:30`, `11月28日07:30`: how a person says when something is. */
export function sayWhen(deps, group, at) {
    const days = Math.round((startOfDay(deps, group, at) - startOfDay(deps, group)) / DAY);
    const { date, minutes } = deps.localTime(at, group.timezone);
    const clock = timeOfDay(minutes);
    if (days === 0)
        return clock;
    return days === 1 ? say(deps, 'word.tomorrow', { time: clock }) : `${sayDate(deps, date)}${clock}`;
}
/** `2026-11-28` → `11月28日` */
export function sayDate(deps, date) {
    return say(deps, 'word.date', { month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) });
}
//# sourceMappingURL=when.js.map