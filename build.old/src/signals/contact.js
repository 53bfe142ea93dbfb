import { entitySignal } from './entities.js';
/** A way to be reached outside the group. */
export const contact = entitySignal({
    name: 'contact',
    summary: '留下联系方式（微信号、QQ、手机号、邮箱、网址、收款码），例如 contact: any',
    label: '联系方式',
    kinds: ['wechat_id', 'qq', 'mobile', 'email', 'url', 'payment_qr'],
});
//# sourceMappingURL=contact.js.map