import { CALL_LABELS, OPINION_LABELS } from '../../model/terms.js';
import { printable } from '../terminal.js';
import { fail, ok, warn } from './finding.js';
const TRY = '用 banzhang doctor --send-test 试一试；没有回答时一切照常，不用第二意见';
/** Fewer calls than this tell nothing of an endpoint. */
const CALLS_AT_LEAST = 5;
/** What is asked, of whom, and how it went today. Asks nothing. */
export function opinionUse(config, ledger, since) {
    const { model, url, from, to, callsPerDay } = config;
    const calls = (ledger?.opinionCalls({ since }) ?? []).filter(({ outcome }) => outcome !== 'cached');
    const answered = calls.filter(({ opinion }) => opinion !== null).length;
    const changed = calls.filter(one => one.changed !== null).length;
    const says = `第二意见：${printable(model)}（${new URL(url).host}），概率 ${from} 到 ${to} 时才问，每天至多 ${callsPerDay} 次；` +
        `今天问了 ${calls.length} 次，回答 ${answered} 次，改为只计数 ${changed} 次`;
    if (calls.length >= callsPerDay)
        return warn(`${says}；今天的次数已用完`, '概率范围收窄一些，或调高 calls_per_day');
    return calls.length >= CALLS_AT_LEAST && answered * 2 < calls.length ? warn(says, TRY) : ok(says);
}
/** How one call about a made-up line went. */
export function opinionProof({ model }, { outcome, opinion, status, ms }) {
    const what = `第二意见 ${printable(model)}`;
    if (opinion !== null)
        return ok(`${what}：${CALL_LABELS[outcome]}（${OPINION_LABELS[opinion]}，${ms} 毫秒）`);
    const http = status === null ? '' : `（HTTP ${status}）`;
    return fail(`${what}：${CALL_LABELS[outcome]}${http}`, '核对学校文件里 second_opinion 的地址、模型和密钥；不支持 JSON Schema 的服务写 output: json');
}
//# sourceMappingURL=opinion.js.map