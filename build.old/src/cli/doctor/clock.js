import { MINUTE } from '../../model/time.js';
import { isTimeZone, zoneOffset } from '../../text/index.js';
import { fullStamp } from '../time.js';
import { fail, ok, warn } from './finding.js';
import { span } from './words.js';
/** No ledger and no release is older. */
const PROGRAM_SINCE = Date.UTC(2026, 0, 1);
/** Clocks are set right by small steps. */
const TOLERANCE = MINUTE;
/** The school's zone decides what "22:00" is; the machine's own zone only matters to other programs' logs. */
export function timeZone(machine, school, now) {
    if (school !== null && !isTimeZone(school)) {
        return fail(`学校文件的时区 ${school} 不存在`, '把 timezone 改成 Asia/Shanghai');
    }
    const expected = school ?? 'Asia/Shanghai';
    const same = machine.offset === zoneOffset(now, expected);
    if (machine.name === null && machine.tz !== null && !same) {
        return fail(`环境变量 TZ=${machine.tz} 不是这台机器认识的时区`, `改成 TZ=${expected}，或去掉 TZ；写错的时区会被当成 UTC`);
    }
    const rules = school === null ? '' : `学校时区 ${school}，`;
    const local = machine.name ?? machine.tz ?? '未知';
    if (same)
        return ok(`${rules}机器时区 ${local}`);
    return warn(`${rules}机器时区 ${local}，与 ${expected} 相差 ${span(Math.abs(machine.offset - zoneOffset(now, expected)) * MINUTE)}`, `判断以${school === null ? '学校文件里的时区' : '学校时区'}为准，不受影响；想让系统日志也一致，可设 TZ=${expected}`);
}
/** A clock that is wrong judges quiet hours wrongly. `latest`: when the ledger last decided; null for never. */
export function clock(now, latest, timezone) {
    const shown = fullStamp(now, timezone);
    const setClock = '打开系统的自动对时（NTP），核对日期、时间和时区；虚拟机恢复后常见';
    if (now < PROGRAM_SINCE)
        return fail(`系统时间是 ${shown}，早于 2026 年，不可信`, setClock);
    if (latest !== null && now < latest - TOLERANCE) {
        return fail(`系统时间是 ${shown}，比账本里最后一个决定还早 ${span(latest - now)}`, `${setClock}；如果这是演示或重放留下的账本，可以不管`);
    }
    return ok(`系统时间 ${shown}`);
}
//# sourceMappingURL=clock.js.map