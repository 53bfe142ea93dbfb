import { BanzhangError } from '../model/errors.js';
import { parseDuration } from '../model/time.js';
import { zonedInstant } from '../text/index.js';
const formats = new Map();
/** `2026-11-04 15:00:07` on the school's clock */
export function fullStamp(at, timezone) {
    let format = formats.get(timezone);
    if (!format) {
        // Swedish dates are ISO dates, but only with the year
        format = new Intl.DateTimeFormat('sv-SE', {
            timeZone: timezone,
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
            hour: '2-digit',
            minute: '2-digit',
            second: '2-digit',
        });
        formats.set(timezone, format);
    }
    return format.format(new Date(at));
}
/** `11-04 15:00:07` on the school's clock */
export function stamp(at, timezone) {
    return fullStamp(at, timezone).slice(5);
}
/** `2h`, `7d`, `2026-11-04` or `2026-11-04T15:00` on the school's clock. Throws BZ502. */
export function parseSince(text, now, timezone) {
    const ago = parseDuration(text);
    if (ago !== null)
        return now - ago;
    if (/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text)) {
        const at = zonedInstant(text.length === 10 ? `${text}T00:00` : text, timezone);
        if (at !== null)
            return at;
    }
    throw new BanzhangError('BZ502', `看不懂的时间：${text}`, { hint: '写成 2h、7d、2026-11-04 或 2026-11-04T15:00' });
}
//# sourceMappingURL=time.js.map