import { z } from 'zod';
import { line } from './forms.js';
/** One flat shape for all kinds: what a kind needs and what it must not have is looked at by `checkChannels`. */
export const channelSchema = z.strictObject({
    kind: z.enum(['email', 'wecom', 'webhook']).describe('email 邮件、wecom 企业微信群机器人、webhook 通用的 JSON 接口'),
    to: line.describe('email：收件地址').optional(),
    url: line.describe('wecom、webhook：完整的地址，只能写 "${环境变量名}"').optional(),
    secret: line.describe('webhook：签名用的密钥，只能写 "${环境变量名}"').optional(),
});
export const smtpSchema = z.strictObject({
    host: line.describe('发信服务器'),
    port: z.number().int().min(1).max(65_535).describe('端口；默认 465，secure 为 false 时 587').optional(),
    secure: z.boolean().describe('一开始就用 TLS；false 时先连接再升级（STARTTLS）；默认 true').optional(),
    user: line.describe('登录名；不需要登录就不写').optional(),
    password: line.describe('密码或授权码，只能写 "${环境变量名}"').optional(),
    from: line.describe('发件地址'),
});
/** After `checkChannels` found nothing wrong. */
export function channelOf({ kind, to = '', url = '', secret }) {
    if (kind === 'email')
        return { kind, to };
    return kind === 'wecom' ? { kind, url } : { kind, url, secret: secret ?? null };
}
export function smtpOf({ host, port, secure = true, user, password, from }) {
    const login = user !== undefined && password !== undefined ? { user, password } : null;
    return { host, port: port ?? (secure ? 465 : 587), secure, login, from };
}
//# sourceMappingURL=channel-format.js.map