import { MINUTE } from '../model/time.js';
const HOUR_MS = 60 * MINUTE;
/** China has had one zone and no summer time since 1992; most groups live here. */
const CHINA = 'Asia/Shanghai';
const CHINA_SINCE = Date.UTC(1992, 0, 1);
const formats = new Map();
const offsets = new Map();
const OFFSETS_AT_MOST = 10_000;
function formatOf(zone) {
    let format = formats.get(zone);
    if (format === undefined) {
        format = new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
        });
        formats.set(zone, format);
    }
    return format;
}
/** Whether this is an IANA time zone that the runtime knows. */
export function isTimeZone(zone) {
    try {
        formatOf(zone);
        return true;
    }
    catch {
        return false;
    }
}
/** Minutes east of UTC at that instant. Throws RangeError for an unknown zone. Remembered for each quarter of an hour. */
export function zoneOffset(at, zone) {
    if (zone === CHINA && at >= CHINA_SINCE)
        return 480;
    // zones change their clocks on quarters of an hour
    const quarter = Math.floor(at / (15 * MINUTE));
    const key = `${zone}|${quarter}`;
    let offset = offsets.get(key);
    if (offset === undefined) {
        if (offsets.size >= OFFSETS_AT_MOST)
            offsets.clear();
        offset = askIntl(quarter * 15 * MINUTE, zone);
        offsets.set(key, offset);
    }
    return offset;
}
function askIntl(at, zone) {
    const part = {};
    for (const { type, value } of formatOf(zone).formatToParts(at))
        part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
    return Math.round((Date.UTC(year, month - 1, day, hour, minute) - at) / MINUTE);
}
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/;
/**
 * `2026-11-04T15:00` (seconds optional) on the zone's clock → instant; null when there is no such date and time.
 * A time that the clocks skip is taken an hour on, a time they show twice is the first one. Throws RangeError for
 * an unknown zone.
 */
export function zonedInstant(local, zone) {
    const match = LOCAL.exec(local);
    if (match === null)
        return null;
    const [year, month, day, hour, minute, second] = match.slice(1).map(part => Number(part ?? 0));
    const wall = Date.UTC(year, month - 1, day, hour, minute, second);
    if (!new Date(wall).toISOString().startsWith(`${local.slice(0, 13)}:${local.slice(14, 16)}`))
        return null;
    const before = wall - zoneOffset(wall - 12 * HOUR_MS, zone) * MINUTE;
    const after = wall - zoneOffset(wall + 12 * HOUR_MS, zone) * MINUTE;
    const fits = [Math.min(before, after), Math.max(before, after)].find(at => at + zoneOffset(at, zone) * MINUTE === wall);
    return fits ?? before;
}
//# sourceMappingURL=zone.js.map