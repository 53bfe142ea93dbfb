import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import qrcode from 'qrcode';
import { EffectError } from '../effects.js';
import { TIMEOUT } from './channel.js';
import { codeOf } from './post.js';
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];
/** A mail whose subject says it all; a QR code comes as a picture. One connection a mail; a mail that is sent again bears the same Message-ID. */
export class EmailChannel {
    smtp;
    to;
    timeout;
    kind = 'email';
    constructor(smtp, to, timeout = TIMEOUT) {
        this.smtp = smtp;
        this.to = to;
        this.timeout = timeout;
    }
    async send(message) {
        await this.deliver(await this.compose(message));
    }
    async compose({ id, text, severity, at, qrcode: code }) {
        const picture = code === undefined ? null : await qrcode.toBuffer(code, { width: 400 });
        return new MailComposer({
            from: { name: '班级群小助手', address: this.smtp.from },
            to: this.to,
            subject: text.split('\n')[0],
            text: `${text}\n`,
            attachments: picture ? [{ filename: 'login.png', content: picture, contentType: 'image/png' }] : [],
            messageId: `<${id}@${this.domain()}>`,
            date: new Date(at),
            headers: {
                'Auto-Submitted': 'auto-generated',
                ...(severity === 'P0' ? { 'X-Priority': '1 (Highest)', Importance: 'High' } : {}),
            },
            disableFileAccess: true,
            disableUrlAccess: true,
        })
            .compile()
            .build();
    }
    deliver(mail) {
        const { host, port, secure, login, from } = this.smtp;
        let handed = false;
        // is read only once the server has said that it listens
        const content = Readable.from((function* () {
            handed = true;
            yield mail;
        })());
        const connection = new SMTPConnection({
            host,
            port,
            secure,
            // a password never leaves in the clear
            requireTLS: login !== null && !LOOPBACK.includes(host),
            name: this.domain(),
            connectionTimeout: this.timeout,
            greetingTimeout: this.timeout,
            socketTimeout: this.timeout,
            dnsTimeout: this.timeout,
            logger: false,
        });
        return new Promise((resolve, reject) => {
            const fail = (error) => {
                clearTimeout(timer);
                connection.close();
                reject(failureOf(error, handed));
            };
            const timer = setTimeout(() => fail({ code: 'ETIMEDOUT' }), this.timeout);
            const send = () => connection.send({ from, to: [this.to], size: mail.length }, content, error => {
                if (error)
                    return fail(error);
                clearTimeout(timer);
                connection.quit();
                resolve();
            });
            connection.on('error', fail);
            connection.connect(error => {
                if (error)
                    return fail(error);
                if (!login)
                    return send();
                const credentials = { user: login.user, pass: login.password };
                connection.login({ ...credentials, credentials }, error => (error ? fail(error) : send()));
            });
        });
    }
    domain() {
        return this.smtp.from.slice(this.smtp.from.lastIndexOf('@') + 1);
    }
}
/** A server that answers says what became of the mail; one that falls silent after it began to listen does not. */
function failureOf(error, handed) {
    const { code, responseCode } = error;
    if (code === 'ETLS')
        return new EffectError('refused', '邮件服务器不能加密连接，密码没有发出');
    if (typeof responseCode === 'number' && responseCode >= 400) {
        const failure = responseCode >= 500 ? 'refused' : 'retry';
        return new EffectError(failure, `邮件服务器没有接受（SMTP ${responseCode}）`);
    }
    if (handed)
        return new EffectError('unknown', `邮件发送中断${codeOf(error)}，不知道对方收到没有`);
    if (code === 'EAUTH')
        return new EffectError('refused', '邮件服务器不接受登录');
    return new EffectError('retry', `连不上邮件服务器${codeOf(error)}`);
}
//# sourceMappingURL=email.js.map