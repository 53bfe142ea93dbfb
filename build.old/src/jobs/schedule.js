import { DAY, MINUTE } from '../model/time.js';
/** Longer than the gap between two runs of anything. */
const LOOK = 45;
/** The latest instant at or before `now` at which the job is due; null when there was none lately. */
export function lastDue(job, now, calendar) {
    for (let back = 0; back <= LOOK; back++) {
        const at = onDayOf(job, now - back * DAY, calendar);
        if (at <= now && job.on(at, calendar))
            return at;
    }
    return null;
}
/** The first instant after `now` at which the job is due; null when there is none soon. */
export function nextDue(job, now, calendar) {
    for (let ahead = 0; ahead <= LOOK; ahead++) {
        const at = onDayOf(job, now + ahead * DAY, calendar);
        if (at > now && job.on(at, calendar))
            return at;
    }
    return null;
}
/**
 * Which runs are due: of each job at most the latest one that nobody has claimed, however long the machine slept.
 * A job that never ran before begins with its next run. Pure; the claim itself is the ledger's, once.
 */
export function dueRuns(jobs, lastRun, now, calendar) {
    const runs = [];
    for (const job of jobs) {
        const due = lastDue(job, now, calendar);
        if (due === null)
            continue;
        const claimed = lastRun(job.name);
        if (claimed !== null && claimed >= due)
            continue;
        const skipped = claimed === null ? 'first' : now - due > job.grace ? 'late' : null;
        runs.push({ job, due, skipped });
    }
    return runs.sort((one, other) => one.due - other.due);
}
/** The instant of that day at which the clock shows the job's minutes. */
function onDayOf(job, at, calendar) {
    const guess = Math.floor(at / MINUTE) * MINUTE + (job.minutes - calendar(at).minutes) * MINUTE;
    // the clock may have been changed between the two
    const shown = calendar(guess);
    const off = shown.minutes - job.minutes;
    return guess - (Math.abs(off) <= 120 ? off : 0) * MINUTE;
}
export const everyDay = () => true;
export const onSchoolDays = (at, calendar) => calendar(at).workday;
export const onFridays = (at, calendar) => calendar(at).weekday === 5;
/** On the last school day of a month. */
export function onLastSchoolDay(at, calendar) {
    const { date, workday } = calendar(at);
    if (!workday)
        return false;
    for (let ahead = 1; ahead < 31; ahead++) {
        const day = calendar(at + ahead * DAY);
        if (day.date.slice(0, 7) !== date.slice(0, 7))
            return true;
        if (day.workday)
            return false;
    }
    return true;
}
//# sourceMappingURL=schedule.js.map