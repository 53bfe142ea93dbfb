import chineseDays from 'chinese-days';
import { DAY, MINUTE } from '../model/time.js';
import { festivalOf } from './festivals.js';
import { zoneOffset } from './zone.js';
const known = new Map();
const days = new Map();
const DAYS_AT_MOST = 5_000;
const overrides = new WeakMap();
/**
 * Whether the State Council's holidays of that year are known. They are published each November for the year to
 * come; until then Monday to Friday count as workdays.
 */
export function calendarKnows(year) {
    let answer = known.get(year);
    if (answer === undefined) {
        // National Day is a holiday of every year that the package holds: its name stands there, not the weekday's
        answer = year > 1900 && year < 2200 && chineseDays.getDayDetail(`${year}-10-01`).name.includes(',');
        known.set(year, answer);
    }
    return answer;
}
/** One instant on the clock and in the calendar of a school. Throws RangeError for an unknown zone. */
export function localTime(at, timezone, calendar) {
    const wall = at + zoneOffset(at, timezone) * MINUTE;
    const day = Math.floor(wall / DAY);
    const facts = factsOf(day);
    return {
        date: facts.date,
        minutes: Math.floor((wall - day * DAY) / MINUTE),
        weekday: facts.weekday,
        workday: (calendar && overridesOf(calendar).get(facts.date)) ?? facts.workday,
        festival: facts.festival,
    };
}
/** `day` counts from 1970-01-01. */
function factsOf(day) {
    let facts = days.get(day);
    if (facts === undefined) {
        if (days.size >= DAYS_AT_MOST)
            days.clear();
        const date = new Date(day * DAY).toISOString().slice(0, 10);
        const weekday = new Date(day * DAY).getUTCDay() || 7;
        const workday = calendarKnows(Number(date.slice(0, 4))) ? chineseDays.getDayDetail(date).work : weekday <= 5;
        facts = { date, weekday, workday, festival: festivalOf(date) };
        days.set(day, facts);
    }
    return facts;
}
function overridesOf(calendar) {
    let map = overrides.get(calendar);
    if (map === undefined) {
        const entries = new Map();
        for (const date of calendar.restDays)
            entries.set(date, false);
        for (const date of calendar.workdays)
            entries.set(date, true);
        map = entries;
        overrides.set(calendar, map);
    }
    return map;
}
//# sourceMappingURL=calendar.js.map