import { z } from 'zod';
import { SECOND } from '../model/time.js';
import { duration, line } from './forms.js';
import { isLoopback, isUnfilled, safeUrl } from './url.js';
/** `second_opinion` of the school file. */
export const opinionSchema = z.strictObject({
    url: line.describe('OpenAI 兼容接口的地址，例如 https://llm.school.example/v1'),
    model: line.describe('模型的名字'),
    key: line.describe('接口的密钥，只能写 "${环境变量名}"；本机的服务可以不写').optional(),
    from: z.number().min(0).max(1).describe('意图模型的概率从多少起算拿不准；默认 0.3').optional(),
    to: z.number().min(0).max(1).describe('到多少以下算拿不准；默认 0.8').optional(),
    timeout: duration.describe('最多等多久，1s 到 15s；默认 5s').optional(),
    calls_per_day: z.number().int().min(1).max(10_000).describe('每天最多问几次；默认 200').optional(),
    at_once: z.number().int().min(1).max(8).describe('同时最多问几个；默认 2').optional(),
    output: z
        .enum(['schema', 'json'])
        .describe('怎样要求回答：schema 用 JSON Schema，json 用于不支持它的服务；默认 schema')
        .optional(),
});
const COMPLETIONS = '/chat/completions';
/** Messages never show what the environment filled in. */
export function checkOpinion(written, at, findings) {
    const { url, key, timeout } = written;
    const parsed = safeUrl(url);
    if (!parsed && !isUnfilled(url)) {
        findings.add(at.at('url').spot(), 'BZ104', '不是可用的地址', {
            expected: 'https:// 开头的地址，不含用户名和密码；本机的服务可以用 http://127.0.0.1',
        });
    }
    if (parsed && key === undefined && !isLoopback(parsed)) {
        findings.add(at.at('url').spot(), 'BZ105', '不在本机的服务，缺少 key', { expected: 'key: "${环境变量名}"' });
    }
    const { from, to } = thresholds(written);
    if (from >= to) {
        findings.add(at.spot(), 'BZ121', `from（${from}）不小于 to（${to}），什么都不会问`, { expected: 'from 小于 to' });
    }
    if (timeout !== undefined && (timeout < SECOND || timeout > 15 * SECOND)) {
        findings.add(at.at('timeout').spot(), 'BZ104', '等的时间不合适', { expected: '1s 到 15s' });
    }
}
function thresholds({ from = 0.3, to = 0.8 }) {
    return { from, to };
}
/** After `checkOpinion` found nothing wrong. */
export function opinionOf(written) {
    const url = new URL(written.url);
    const path = url.pathname.replace(/\/+$/, '');
    url.pathname = path.endsWith(COMPLETIONS) ? path : path + COMPLETIONS;
    url.hash = '';
    return {
        url: url.href,
        model: written.model,
        key: written.key ?? null,
        ...thresholds(written),
        timeout: written.timeout ?? 5 * SECOND,
        callsPerDay: written.calls_per_day ?? 200,
        atOnce: written.at_once ?? 2,
        output: written.output ?? 'schema',
    };
}
//# sourceMappingURL=opinion-format.js.map