import { ok, warn } from './finding.js';
/** The State Council publishes next year's holidays in November. */
const PUBLISHED_IN = 11;
/**
 * Are this year's holidays known, and from November on next year's? `today` is the school's date, `2026-11-04`;
 * `knows` asks the calendar shipped. A year that the school file speaks of counts as looked after.
 */
export function holidays(today, knows, own) {
    const year = Number(today.slice(0, 4));
    const years = Number(today.slice(5, 7)) >= PUBLISHED_IN ? [year, year + 1] : [year];
    return years.map(each => {
        if (knows(each))
            return ok(`${each} 年的节假日和调休已内置`);
        const days = [...(own?.workdays ?? []), ...(own?.restDays ?? [])].filter(day => day.startsWith(`${each}-`));
        if (days.length > 0)
            return ok(`${each} 年的节假日没有内置，用学校文件 calendar 里的 ${days.length} 天`);
        return warn(`没有 ${each} 年的节假日，暂按周一至周五上学`, '升级班长程序，或在学校文件里写 calendar.rest_days（放假）和 calendar.workdays（调休上学）');
    });
}
//# sourceMappingURL=calendar.js.map