import { createHmac } from 'node:crypto';
import { TIMEOUT } from './channel.js';
import { demandSuccess, postJson } from './post.js';
/**
 * Any service that takes JSON: `{ code, severity, time, message }`, time in ISO 8601, and `qrcode`, what a QR code to log
 * in with has to say. `x-banzhang-id` is the same
 * when a message is sent again. With a secret, `x-banzhang-signature` is `sha256=` and the HMAC of the body in hex.
 */
export class WebhookChannel {
    url;
    secret;
    timeout;
    kind = 'webhook';
    constructor(url, secret, timeout = TIMEOUT) {
        this.url = url;
        this.secret = secret;
        this.timeout = timeout;
    }
    async send({ id, code, severity, at, text, qrcode }) {
        const json = JSON.stringify({ code, severity, time: new Date(at).toISOString(), message: text, qrcode });
        const headers = { 'x-banzhang-id': id };
        if (this.secret !== null)
            headers['x-banzhang-signature'] = `sha256=${createHmac('sha256', this.secret).update(json).digest('hex')}`;
        const { status } = await postJson(this.url, json, { timeout: this.timeout, headers });
        demandSuccess(status);
    }
}
//# sourceMappingURL=webhook.js.map