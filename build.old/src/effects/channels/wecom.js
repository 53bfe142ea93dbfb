import { MINUTE } from '../../model/time.js';
import { EffectError } from '../effects.js';
import { TIMEOUT } from './channel.js';
import { demandSuccess, postJson } from './post.js';
/** Each robot may send so many a minute; beyond that the service answers 45009 and counts on. */
const PER_MINUTE = 20;
/** system busy; called too often */
const AGAIN = [-1, 45009];
/**
 * A group robot of WeCom (企业微信群机器人): `{ msgtype: 'text', text: { content } }` to its webhook. Taken only when
 * the answer is HTTP 200 with `errcode` 0.
 */
export class WecomChannel {
    url;
    clock;
    timeout;
    kind = 'wecom';
    latest = [];
    constructor(url, clock, timeout = TIMEOUT) {
        this.url = url;
        this.clock = clock;
        this.timeout = timeout;
    }
    async send({ text }) {
        this.count();
        const json = JSON.stringify({ msgtype: 'text', text: { content: text } });
        const { status, body } = await postJson(this.url, json, { timeout: this.timeout });
        demandSuccess(status);
        const errcode = errcodeOf(body);
        if (status !== 200 || errcode === null)
            throw new EffectError('unknown', `企业微信的回应看不懂（HTTP ${status}），不知道对方收到没有`);
        if (errcode !== 0)
            throw new EffectError(AGAIN.includes(errcode) ? 'retry' : 'refused', `企业微信没有接受（errcode ${errcode}）`);
    }
    count() {
        const now = this.clock.now();
        this.latest = this.latest.filter(at => at > now - MINUTE);
        if (this.latest.length >= PER_MINUTE)
            throw new EffectError('retry', `群机器人每分钟最多 ${PER_MINUTE} 条，稍后再发`);
        this.latest.push(now);
    }
}
function errcodeOf(body) {
    try {
        const errcode = JSON.parse(body)?.errcode;
        return Number.isInteger(errcode) ? errcode : null;
    }
    catch {
        return null;
    }
}
//# sourceMappingURL=wecom.js.map