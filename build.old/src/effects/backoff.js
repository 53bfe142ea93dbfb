import { MINUTE, SECOND } from '../model/time.js';
export const DEFAULT_BACKOFF = { first: 5 * SECOND, longest: 10 * MINUTE, attempts: 10 };
/**
 * How long to wait after the n-th attempt (from 1): doubled each time, capped, and between half and the whole of it
 * at random, so that many do not come back at once. `random` is from 0 to 1.
 */
export function delayAfter(attempt, backoff, random) {
    const whole = Math.min(backoff.longest, backoff.first * 2 ** Math.min(attempt - 1, 40));
    return Math.ceil(whole * (0.5 + random / 2));
}
//# sourceMappingURL=backoff.js.map