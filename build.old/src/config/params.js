import { z } from 'zod';
import { DAY, HOUR, MINUTE } from '../model/time.js';
import { check } from './diagnostics.js';
import { duration } from './forms.js';
import { checkHours, hours } from './hours.js';
/** POLICY.md section 0 and its severity table. */
export const DEFAULT_PARAMS = {
    quiet: { from: 22 * 60, to: 7 * 60 },
    workHours: { from: 7 * 60, to: 20 * 60 },
    dayHours: { from: 7 * 60 + 30, to: 21 * 60 },
    publicLinesPerDay: 2,
    remindersPerPersonPerDay: 1,
    alertsPerDay: 5,
    collectiveCooldown: 6 * HOUR,
    duplicateWindow: 6 * HOUR,
    emergencyThread: 2 * HOUR,
    emergencyLull: HOUR,
    recallWindow: 2 * MINUTE,
    recallWindowFile: 3 * HOUR,
    committeePublishes: false,
    chain: {
        p0Repeat: 3 * MINUTE,
        p0Leader: 10 * MINUTE,
        p1Repeat: 30 * MINUTE,
        p1Deputy: 60 * MINUTE,
        p2Bundle: 30 * MINUTE,
        p2Expire: DAY,
    },
};
const perDay = z.number().int().min(0).max(1000);
export const paramsSchema = z
    .strictObject({
    quiet: hours.describe('静默时段，可跨午夜；默认 22:00 到 07:00'),
    work_hours: hours.describe('老师发日常通知的时段（仅工作日）；默认 07:00 到 20:00'),
    day_hours: hours.describe('P2 只在这段时间里发给老师；默认 07:30 到 21:00'),
    public_lines_per_day: perDay.describe('每群每天最多发几条公开的话；默认 2'),
    reminders_per_person_per_day: perDay.describe('每人每天最多收到几次私下提醒；默认 1'),
    alerts_per_day: perDay.describe('每天最多告诉班主任几次（P0 不算）；默认 5'),
    collective_cooldown: duration.describe('同一类事多久说一次；默认 6h'),
    duplicate_window: duration.describe('同一人的同一件事多久内只报一次；默认 6h'),
    emergency_thread: duration.describe('紧急情况后最多多久不管日常规矩，P2 也等到这之后；默认 2h'),
    emergency_lull: duration.describe('最后一次有人说起紧急情况后多久，日常规矩恢复；默认 1h'),
    recall_window: duration.describe('微信允许撤回文字的时间；默认 2m'),
    recall_window_file: duration.describe('微信允许撤回文件的时间；默认 3h'),
    committee_publishes: z.boolean().describe('群名片写明家委会的家长发的通知也算通知；默认 false'),
    chain: z
        .strictObject({
        p0_repeat: duration.describe('P0 多久后再提醒一次；默认 3m'),
        p0_leader: duration.describe('P0 多久后告诉校领导；默认 10m'),
        p1_repeat: duration.describe('P1 多久后再提醒一次；默认 30m'),
        p1_deputy: duration.describe('P1 多久后告诉副班主任；默认 60m'),
        p2_bundle: duration.describe('白天每隔多久把 P2 合成一条发出；0s 是一件一条，随到随发；默认 30m'),
        p2_expire: duration.describe('P2 多久没人管就算忽略；默认 24h'),
    })
        .partial()
        .describe('上报后没人回应时怎么办'),
})
    .partial();
/** The numbers of a pack: what it says itself, else what it took over. */
export function readParams(at, inherited, findings) {
    const written = check(paramsSchema, at, findings);
    if (!written)
        return inherited;
    for (const key of ['quiet', 'work_hours', 'day_hours'])
        checkHours(key, written[key], at, findings);
    return merge(inherited, written);
}
function merge(base, own) {
    const chain = own.chain ?? {};
    return {
        quiet: own.quiet ?? base.quiet,
        workHours: own.work_hours ?? base.workHours,
        dayHours: own.day_hours ?? base.dayHours,
        publicLinesPerDay: own.public_lines_per_day ?? base.publicLinesPerDay,
        remindersPerPersonPerDay: own.reminders_per_person_per_day ?? base.remindersPerPersonPerDay,
        alertsPerDay: own.alerts_per_day ?? base.alertsPerDay,
        collectiveCooldown: own.collective_cooldown ?? base.collectiveCooldown,
        duplicateWindow: own.duplicate_window ?? base.duplicateWindow,
        emergencyThread: own.emergency_thread ?? base.emergencyThread,
        emergencyLull: own.emergency_lull ?? base.emergencyLull,
        recallWindow: own.recall_window ?? base.recallWindow,
        recallWindowFile: own.recall_window_file ?? base.recallWindowFile,
        committeePublishes: own.committee_publishes ?? base.committeePublishes,
        chain: {
            p0Repeat: chain.p0_repeat ?? base.chain.p0Repeat,
            p0Leader: chain.p0_leader ?? base.chain.p0Leader,
            p1Repeat: chain.p1_repeat ?? base.chain.p1Repeat,
            p1Deputy: chain.p1_deputy ?? base.chain.p1Deputy,
            p2Bundle: chain.p2_bundle ?? base.chain.p2Bundle,
            p2Expire: chain.p2_expire ?? base.chain.p2Expire,
        },
    };
}
//# sourceMappingURL=params.js.map