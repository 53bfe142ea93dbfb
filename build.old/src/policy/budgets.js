import { DAY, MINUTE } from '../model/time.js';
/**
 * Public lines of the day on which a line leaves, against the budget. The scam notice and the staff's own posts are
 * outside it. A line held overnight counts on the day it was decided and on the day it leaves.
 */
export function publicLines(deeds, clock, params, leaves = clock.now) {
    const { from, to } = params.quiet;
    const leavingDay = dayOf(clock, leaves);
    // what was decided since the evening before can only have been held for this day
    const night = from > to ? leavingDay - DAY + from * MINUTE : leavingDay;
    return {
        used: deeds.count({ kinds: ['collective'], since: Math.min(night, clock.dayStart) }),
        max: params.publicLinesPerDay,
    };
}
/** The local midnight before an instant. */
function dayOf(clock, at) {
    return clock.dayStart + Math.floor((at - clock.dayStart) / DAY) * DAY;
}
/** Reminders of today to one person, in whatever group. Recall requests, answers and receipts are outside the budget. */
export function reminders(deeds, clock, params, person) {
    return {
        used: deeds.count({ kinds: ['remind'], since: clock.dayStart, to: person, everywhere: true }),
        max: params.remindersPerPersonPerDay,
    };
}
/** The evening digest, in minutes after midnight. It is one of the head teacher's lines of the day. */
export const EVENING_DIGEST = 17 * 60 + 30;
/**
 * Alerts and digests to one person besides P0, as of a line that leaves at `leaves`. Of a head teacher's lines one is
 * kept for the digest as long as that is to come. A line held overnight counts on the day
 * it was decided and on the day it leaves, so neither day gets more than the budget.
 */
export function alerts(deeds, clock, params, reader, leaves) {
    const leavingDay = dayOf(clock, leaves);
    // the earliest that anything can be held for the leaving day is the evening before
    const evening = leavingDay - DAY + Math.min(params.dayHours.to, params.quiet.from) * MINUTE;
    const since = Math.min(clock.dayStart, evening);
    const query = { kinds: ['alert', 'digest'], since, to: reader.id, everywhere: true };
    const kept = reader.role === 'head_teacher' && leaves - leavingDay < EVENING_DIGEST * MINUTE ? 1 : 0;
    return {
        used: deeds.count(query) - deeds.count({ ...query, severity: 'P0' }),
        max: Math.max(1, params.alertsPerDay - kept),
    };
}
//# sourceMappingURL=budgets.js.map