import { DAY, HOUR } from './time.js';
/** A notice that names no deadline. */
export const RUNS_FOR = DAY;
/** Who answers a notice that names no deadline does so soon; then the next notice has the word. */
const ANSWERED_WITHIN = HOUR;
/** So many of the latest are looked at; no school posts more in a day. */
export const RUNNING_AT_MOST = 20;
/**
 * Which of the running notices, newest first, the group is to heed: the latest, unless an earlier one of the day still
 * waits for an answer and nothing since has taken that back: what wants none says so of itself.
 */
export function heeded(running, now) {
    for (const notice of running) {
        if (waits(notice, now))
            return notice;
        if (notice.ends)
            break;
    }
    return running[0] ?? null;
}
function waits({ wanted, at, until }, now) {
    if (wanted !== 'reply' && wanted !== 'chain')
        return false;
    return now - at < (until === at + RUNS_FOR ? ANSWERED_WITHIN : DAY);
}
//# sourceMappingURL=notice.js.map