import { DAY, MINUTE } from '../../model/time.js';
/** How much of the time between two instants teachers were at work. Stops counting after a month. */
export function workingTime(from, to, params, calendar) {
    let total = 0;
    const midnight = Math.floor(from / MINUTE) * MINUTE - calendar(from).minutes * MINUTE;
    for (let day = midnight; day < to && day < midnight + 31 * DAY; day += DAY) {
        if (!calendar(day + DAY / 2).workday)
            continue;
        const begins = Math.max(from, day + params.workHours.from * MINUTE);
        const ends = Math.min(to, day + params.workHours.to * MINUTE);
        total += Math.max(0, ends - begins);
    }
    return total;
}
//# sourceMappingURL=working-time.js.map