export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A clock that moves only when told to, for replay, demo and tests. It goes back only for a new start. */
export class ManualClock {
    current;
    constructor(start) {
        this.current = start;
    }
    now() {
        return this.current;
    }
    advanceTo(instant) {
        if (instant > this.current)
            this.current = instant;
    }
    /** Another story begins, at its own time. */
    restartAt(instant) {
        this.current = instant;
    }
}
export const systemClock = { now: () => Date.now() };
const UNITS = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };
/** Parses `90s`, `10m`, `6h`, `7d`; null when the text is no duration. */
export function parseDuration(text) {
    const match = /^(\d{1,6})(s|m|h|d)$/.exec(text.trim());
    if (!match)
        return null;
    return Number(match[1]) * UNITS[match[2]];
}
/** Parses `22:00` to minutes after midnight; null when it is no time of day. */
export function parseTimeOfDay(text) {
    const match = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(text.trim());
    if (!match)
        return null;
    const minutes = Number(match[1]) * 60 + Number(match[2]);
    return minutes <= 24 * 60 ? minutes : null;
}
/** Whether so many minutes after midnight are within [from, to), round midnight if need be. An empty range is never. */
export function inHours(minutes, { from, to }) {
    return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}
//# sourceMappingURL=time.js.map