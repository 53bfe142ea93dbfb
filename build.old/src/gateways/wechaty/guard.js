/** The network says that this session is over: 1100 left on the phone, 1101 elsewhere or expired, 1102 cookies refused. */
export class SessionEnded extends Error {
    code;
    constructor(code) {
        super(`session ended (${code})`);
        this.code = code;
    }
}
/** The account may not log in to the web service (1203 and the like). */
export class AccountBlocked extends Error {
    code;
    /** wechat4u looks at the status of what it catches here */
    response = { status: 403 };
    constructor(code) {
        super(`login refused (${code})`);
        this.code = code;
    }
}
/** Nobody scanned the QR code in time. */
export class QrExpired extends Error {
}
/** An answer that is not what the protocol says; it is neither evaluated nor believed. */
export class Malformed extends Error {
}
/** Nothing was sent: there is no session just now. */
export class NotConnected extends Error {
}
const LONG_POLL_TIMEOUT = 35_000;
const TIMEOUT = 20_000;
const UPLOAD_TIMEOUT = 60_000;
/** a long poll that answers "nothing" faster than this is not asked again at once */
const SHORTEST_POLL = 500;
const ENDED = /^110[012]$/;
const SYNCCHECK = /^\s*window\.synccheck\s*=\s*\{\s*retcode\s*:\s*"(\d{1,6})"\s*,\s*selector\s*:\s*"(\d{1,6})"\s*\}\s*;?\s*$/;
const JSLOGIN = /^\s*window\.QRLogin\.code\s*=\s*\d{1,6}\s*;\s*(?:window\.QRLogin\.(?:uuid|error)\s*=\s*"[\w=+/.: -]{0,200}"\s*;?\s*)*$/;
const LOGIN = /^(?:\s*window\.(?:code|userAvatar|redirect_uri)\s*=\s*(?:\d{1,6}|'[^'\\\n]*'|"[^"\\\n]*")\s*;?)+\s*$/;
const REDIRECT = /window\.redirect_uri\s*=\s*["']https:\/\/(?:[\w-]+\.)+(?:qq|wechat|weixin)\.com\//;
/**
 * Stands between wechat4u and the network: points it at a simulator, bounds every request in time, lets nothing reach
 * wechat4u's `eval` but what the protocol allows, and says plainly when the session is over or the account is blocked.
 */
export function guardRequests(request, options) {
    return async (asked) => {
        const endpoint = endpointOf(asked.url);
        const started = options.ticks();
        const signal = asked.signal ? AbortSignal.any([asked.signal, options.signal]) : options.signal;
        const answer = await send(request, { ...asked, ...at(asked.url, options.baseUrl), timeout: timeoutOf(endpoint), signal }, endpoint);
        const nothing = check(endpoint, answer);
        const left = SHORTEST_POLL - (options.ticks() - started);
        if (nothing && left > 0)
            await options.pause(left);
        return answer;
    };
}
/** Last part of the path: `synccheck`, `webwxsync`, … */
export function endpointOf(url) {
    return url.split('?')[0].split('/').at(-1) ?? '';
}
function at(url, baseUrl) {
    if (!baseUrl)
        return { url };
    return { url: url.replace(/^https:\/\/([^/]+)/, (_, host) => `${baseUrl}/__host/${host}`), proxy: false };
}
function timeoutOf(endpoint) {
    if (endpoint === 'synccheck' || endpoint === 'login')
        return LONG_POLL_TIMEOUT;
    return endpoint === 'webwxuploadmedia' ? UPLOAD_TIMEOUT : TIMEOUT;
}
async function send(request, options, endpoint) {
    if (endpoint !== 'webwxnewloginpage')
        return request(options);
    try {
        const answer = await request(options);
        refuseBlocked(answer.data);
        return answer;
    }
    catch (error) {
        refuseBlocked(error.response?.data);
        throw error;
    }
}
function refuseBlocked(page) {
    const code = typeof page === 'string' ? /<ret>(\d{1,6})<\/ret>/.exec(page)?.[1] : undefined;
    if (code && code !== '0')
        throw new AccountBlocked(code);
}
/** Whether the answer says that there is nothing new. @throws Malformed, SessionEnded, QrExpired */
function check(endpoint, answer) {
    const { data } = answer;
    switch (endpoint) {
        case 'synccheck': {
            const match = SYNCCHECK.exec(String(data));
            if (!match)
                throw new Malformed('synccheck');
            if (ENDED.test(match[1]))
                throw new SessionEnded(match[1]);
            return match[2] === '0';
        }
        case 'jslogin':
            if (!JSLOGIN.test(String(data)))
                throw new Malformed('jslogin');
            return false;
        case 'login': {
            const script = String(data);
            if (!LOGIN.test(script) || (script.includes('redirect_uri') && !REDIRECT.test(script)))
                throw new Malformed('login');
            const code = /window\.code\s*=\s*(\d+)/.exec(script)?.[1];
            if (code === '400')
                throw new QrExpired('QR code expired');
            return code !== '200';
        }
        default: {
            const ret = data?.BaseResponse?.Ret;
            if (ENDED.test(String(ret)))
                throw new SessionEnded(String(ret));
            return false;
        }
    }
}
//# sourceMappingURL=guard.js.map