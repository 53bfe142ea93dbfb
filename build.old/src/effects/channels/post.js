import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { EffectError } from '../effects.js';
const LONGEST = 64 * 1024;
/**
 * POSTs JSON over a connection of its own; follows no redirect.
 * @param timeout for all of it, from the name look-up to the last byte of the answer
 * @throws EffectError `retry` as long as nothing can have been sent, else `unknown`
 */
export function postJson(url, json, options) {
    return new Promise((resolve, reject) => {
        let handed = false;
        const secure = url.startsWith('https:');
        const body = Buffer.from(json);
        const request = (secure ? overHttps : overHttp)(url, {
            method: 'POST',
            // a connection that was kept may be dead, and then nobody knows what became of the message
            agent: false,
            headers: {
                'content-type': 'application/json; charset=utf-8',
                'content-length': body.length,
                ...options.headers,
            },
        });
        const fail = (why) => {
            clearTimeout(timer);
            reject(new EffectError(handed ? 'unknown' : 'retry', handed ? `${why}，不知道对方收到没有` : why));
            request.destroy();
        };
        const timer = setTimeout(() => fail('等了太久，没有回应'), options.timeout);
        request.once('socket', socket => {
            socket.once(secure ? 'secureConnect' : 'connect', () => {
                handed = true;
            });
        });
        request.on('error', error => fail(`连接失败${codeOf(error)}`));
        request.once('response', response => {
            const chunks = [];
            let length = 0;
            const done = () => {
                clearTimeout(timer);
                resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
                request.destroy();
            };
            response.on('data', (chunk) => {
                chunks.push(chunk);
                length += chunk.length;
                if (length > LONGEST)
                    done();
            });
            response.once('end', done);
            response.once('error', error => fail(`回应中断${codeOf(error)}`));
        });
        request.end(body);
    });
}
/**
 * Anything but success. A server that says it failed is asked again.
 * @throws EffectError
 */
export function demandSuccess(status) {
    if (status >= 200 && status < 300)
        return;
    if (status === 429 || status >= 500)
        throw new EffectError('retry', `对方暂时不能处理（HTTP ${status}）`);
    const redirect = status >= 300 && status < 400;
    throw new EffectError('refused', redirect ? `对方要求转到别处，没有跟去（HTTP ${status}）` : `HTTP ${status}`);
}
/** The system's own code of an error, `（ECONNREFUSED）`; its message may hold an address. */
export function codeOf(error) {
    const { code } = error;
    return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? `（${code}）` : '';
}
//# sourceMappingURL=post.js.map