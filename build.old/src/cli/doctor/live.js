import { MINUTE } from '../../model/time.js';
import { fail, ok } from './finding.js';
import { span } from './words.js';
/** The bot notes every 15 seconds that its connection lives; long polls and pauses may hold it back a little. */
const STALE_AFTER = 3 * MINUTE;
/** Does the connection live? `note` is what the ledger keeps under ALIVE_KEY. */
export function liveness(note, now) {
    const at = note === null || note.trim() === '' ? Number.NaN : Number(note);
    if (!Number.isFinite(at))
        return fail('小助手还没有连上过微信', '运行 banzhang run 并扫码登录');
    const age = now - at;
    if (age < -STALE_AFTER)
        return fail(`最近一次在线的时间比现在还晚 ${span(-age)}`, '系统时间可能被往回调了，请核对');
    if (age < STALE_AFTER)
        return ok(`小助手在线，${span(Math.max(0, age))}前确认过`);
    return fail(`小助手不在线，最后一次在线是 ${span(age)}前`, '看 banzhang run 的输出：可能要重新扫码，或网络断了');
}
//# sourceMappingURL=live.js.map