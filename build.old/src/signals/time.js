import { z } from 'zod';
import { inHours } from '../model/time.js';
import { oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
const TIMES = ['quiet', 'early', 'work_hours', 'off_work', 'rest_day', 'school_day', 'festival'];
const LABELS = {
    quiet: '静默时段',
    early: '清早',
    work_hours: '工作时间',
    off_work: '非工作时间',
    rest_day: '休息日',
    school_day: '上学日',
    festival: '节日',
};
/** Minutes after midnight from which people are up: buses, sick children, forgotten things. */
const DAWN = 5 * 60;
/** Quiet hours that end later are a midday rest. */
const NOON = 12 * 60;
/** The local time of the event against the pack's hours and the school calendar. Any of the named times will do. */
export const time = defineSignal({
    name: 'time',
    summary: '时间：quiet 静默时段、early 清早（5 点起，到静默时段结束）、work_hours 工作时间、off_work 非工作时间、rest_day 休息日、school_day 上学日、festival 节日',
    options: oneOrMany(z.enum(TIMES)),
    detect(facts, times) {
        const hit = times.some(wanted => holds(facts, wanted));
        return { hit, detail: describe(facts) };
    },
    explain: (evidence, times) => `${evidence.detail}${evidence.hit ? '属于' : '不属于'}${times.map(one => LABELS[one]).join('、')}`,
});
function holds({ local, params }, wanted) {
    switch (wanted) {
        case 'quiet':
            return inHours(local.minutes, params.quiet);
        case 'early':
            return local.minutes >= DAWN && local.minutes < Math.min(params.quiet.to, NOON);
        case 'work_hours':
            return local.workday && inHours(local.minutes, params.workHours);
        case 'off_work':
            return !(local.workday && inHours(local.minutes, params.workHours));
        case 'rest_day':
            return !local.workday;
        case 'school_day':
            return local.workday;
        case 'festival':
            return local.festival !== null;
    }
}
function describe({ local }) {
    const clock = `${String(Math.floor(local.minutes / 60)).padStart(2, '0')}:${String(local.minutes % 60).padStart(2, '0')}`;
    const day = local.festival ?? (local.workday ? '上学日' : '休息日');
    return `${local.date} ${clock}（${day}）`;
}
//# sourceMappingURL=time.js.map