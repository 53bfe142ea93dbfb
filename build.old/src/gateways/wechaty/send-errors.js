import { EffectError } from '../../effects/effects.js';
import { NotConnected, SessionEnded } from './guard.js';
/** Answers of the send API that mean "too often": wait and try again. */
const TOO_OFTEN = new Set([1204, 1205]);
/** The request never reached the server. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPROTO']);
/**
 * What became of a send that failed. Whatever is not plainly "before the request was written" or "the server said no"
 * is unknown: a time-out, a socket that hung up, a half answer.
 */
export function sendFailure(error) {
    if (error instanceof EffectError)
        return error;
    if (error instanceof SessionEnded)
        return new EffectError('retry', '微信会话已失效，重新登录后再发', error);
    if (error instanceof NotConnected)
        return new EffectError('retry', '微信现在没有连上', error);
    const { code, response } = (error ?? {});
    const ret = Number(response?.data?.BaseResponse?.Ret ?? Number.NaN);
    if (TOO_OFTEN.has(ret))
        return new EffectError('retry', `微信提示发送过于频繁（${ret}）`, error);
    if (Number.isFinite(ret) && ret !== 0)
        return new EffectError('refused', `微信拒绝了这条消息（${ret}）`, error);
    if (typeof code === 'string' && NOT_SENT.has(code))
        return new EffectError('retry', `网络不通（${code}）`, error);
    const status = Number(response?.status ?? 0);
    if (status === 429)
        return new EffectError('retry', '微信提示发送过于频繁（429）', error);
    if (status >= 400 && status < 500)
        return new EffectError('refused', `微信拒绝了请求（HTTP ${status}）`, error);
    return new EffectError('unknown', '不知道消息是否已经发出', error);
}
/** A recall can be asked for twice without harm, so an unknown outcome is tried again. */
export function recallFailure(error) {
    const failure = sendFailure(error);
    return failure.failure === 'unknown' ? new EffectError('retry', '不知道是否已经撤回', error) : failure;
}
//# sourceMappingURL=send-errors.js.map