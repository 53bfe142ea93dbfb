import { each } from './finder.js';
const LOCAL_PART = /[a-z0-9._%+-]/i;
const DOMAIN = /^ ?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,10})(?![a-z0-9])/i;
/** e-mail addresses: from each @ to both sides. */
export const findEmails = (text, report) => {
    let done = 0;
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
        const domain = DOMAIN.exec(text.slice(at + 1, at + 260));
        if (domain === null)
            continue;
        const stop = text[at - 1] === ' ' ? at - 1 : at;
        let start = stop;
        while (start > done && stop - start < 64 && LOCAL_PART.test(text[start - 1]))
            start--;
        const local = text.slice(start, stop).replace(/^[.%+-]+/, '');
        if (local === '')
            continue;
        done = at + 1 + domain[0].length;
        report('email', stop - local.length, done, `${local}@${domain[1]}`.toLowerCase());
    }
};
const SCHEME = /(?:https?:\/\/|www\.)[!#-;=?-~]{2,2000}/gi;
const TOP_LEVEL = /\.(?:com|cn|net|org|top|xyz|vip|shop|club|cc|info|site|online|io|tv|wang|link|ltd|store|tech|edu|gov|me|app|fun|icu|pro|live|work)(?![a-z0-9_])/gi;
const HOST = /[a-z0-9.-]/i;
const REST = /^(?:[/?#:][!#-;=?-~]{0,2000})?/;
/** Links with a scheme, and bare host names under the top-level domains that people type. */
export const findUrls = (text, report) => {
    let done = 0;
    const taken = [];
    each(SCHEME, text, match => {
        const value = match[0].replace(/[.,;:!?)\]}'…]+$/, '');
        taken.push([match.index, match.index + value.length]);
    });
    let next = 0;
    each(TOP_LEVEL, text, match => {
        while (next < taken.length && taken[next][1] <= match.index)
            next++;
        const covering = taken[next];
        if (match.index < done || (covering !== undefined && covering[0] <= match.index))
            return;
        let start = match.index;
        while (start > done && match.index - start < 100 && HOST.test(text[start - 1]))
            start--;
        let end = match.index + match[0].length;
        while (end < text.length && end - match.index < 100 && text[end] === '.' && HOST.test(text[end + 1] ?? ' ')) {
            end++;
            while (end < text.length && /[a-z0-9-]/i.test(text[end]))
                end++;
        }
        done = end;
        if (text[start - 1] === '@' || !/^[a-z0-9]/i.test(text.slice(start, match.index)))
            return;
        end += REST.exec(text.slice(end, end + 2001))[0].length;
        done = end;
        report('url', start, end, text.slice(start, end).replace(/[.,;:!?)]+$/, ''));
    });
    for (const [start, end] of taken)
        report('url', start, end, text.slice(start, end));
};
const LINK = String.raw `[\s:=,，、是为→👉-]{0,4}`;
const NAMED_ID = String.raw `([a-z][a-z0-9_-]{5,19}|[1-9]\d{4,10})(?![a-z0-9_-]|[元块人个次步名年月天])`;
/** 微信 in the forms that need no guess; homophones are a matter of the weak key. */
const WECHAT = new RegExp(String.raw `(?:(?:加我?\s?)?(?<![a-z])(?:微信|薇信|威信|维信|徽信|v\s?信|wei\s?xin|wechat|vx|wx|[v薇微]\s?❤\ufe0f?)|(?:加|➕|\+)\ufe0f?\s?(?:我|个|下|一下)?\s?(?:的)?\s?[v薇微威维])\s?(号码|号|id|账号|帐号)?(${LINK})${NAMED_ID}`, 'giu');
/** 薇 xxy_889, with nothing but a space between; 林薇 and 小薇 are people. */
const LETTER_ALONE = /(?:(?<![\u3400-\u9fff])|(?<=我的|[我有是]))[薇微]\s?([a-z][a-z0-9_-]{5,19})(?![a-z0-9_-])/giu;
const LETTER_V = /(?<![a-z0-9])[v薇微]\s?[:=]\s?((?=[a-z_-]*\d)[a-z][a-z0-9_-]{5,19})(?![a-z0-9_-])/giu;
const ADD_ME = /(?:加|联系|私|滴|戳|找)我?[\s:]{1,3}((?=[a-z_-]{1,19}\d)[a-z][a-z0-9_-]{5,19})(?![a-z0-9_-])/giu;
const WXID = /(?<![a-z0-9])(wxid_[a-z0-9]{6,24})/gi;
/** 微信 iPhone15, 微信 version_8, 微信 IMG_2031: the program, a phone it runs on, a file. */
const PRODUCT = /^(?:i(?:phone|pad|os)|android|harmony(?:os)?|windows|win|mac(?:os|book)?|huawei|xiaomi|redmi|honor|oppo|vivo|app|web|pc|pay|we-?chat|weixin|version|ver|v|beta|mmexport|mmqrcode|img|dsc|video|screenshot)(?:[\d_-]|pro|max|plus|mini|ultra|air|se|os|pay|app|store|user|version|ver|beta|v)*$/i;
/** 微信 mini-program, 微信 log-in: a hyphen between English words */
const COMPOUND = /^(?:mini|e|qr|log|sign|check|multi|cross|third|real|on|off|up|pop|pre|non|self|built|face)-[a-z]+$/i;
const FILE_ENDING = /^\.(?:docx?|xlsx?|pptx?|pdf|txt|jpe?g|png|gif|mp[34]|mov|zip|rar|apk|exe)(?![a-z])/i;
/** Letters with a digit, _ or - among them, which name neither a product nor a file. */
function isAccountLike(id, rest) {
    return /[a-z]/i.test(id) && /[\d_-]/.test(id) && !PRODUCT.test(id) && !COMPOUND.test(id) && !FILE_ENDING.test(rest);
}
const restOf = (match) => match.input.slice(match.index + match[0].length).slice(0, 6);
/** "微信 android" is a word, not a name; and a bare number needs more than a space before it. */
function isPointedAt(match) {
    const [whole, label, link, id] = match;
    if (label !== undefined || /[:=是为→👉]/u.test(link) || /^[加➕+]/u.test(whole))
        return true;
    return isAccountLike(id, restOf(match));
}
/** Account names given as somebody's WeChat. */
export const findWechatIds = (text, report) => {
    const found = [];
    const add = (match) => {
        const id = match.at(-1);
        found.push({ start: match.index + match[0].length - id.length, id });
    };
    each(WECHAT, text, match => {
        if (isPointedAt(match))
            add(match);
    });
    each(LETTER_ALONE, text, match => {
        if (isAccountLike(match[1], restOf(match)))
            add(match);
    });
    for (const pattern of [LETTER_V, ADD_ME, WXID])
        each(pattern, text, add);
    let done = 0;
    for (const { start, id } of found.sort((a, b) => a.start - b.start)) {
        if (start < done)
            continue;
        done = start + id.length;
        report('wechat_id', start, done, id.toLowerCase());
    }
};
const QQ = /(?:(?<![a-z])(?:q\s?q|扣扣|球球|企鹅|🐧|q(?=[群号:]))|(?:加|➕|\+)\s?[q扣])\s?(?:号码|群号|号|群)?[\s:是为-]{0,3}([1-9]\d{4,10})(?![\d元块@])/giu;
/** QQ numbers of people and groups. */
export const findQqs = (text, report) => {
    each(QQ, text, match => {
        const id = match[1];
        const start = match.index + match[0].length - id.length;
        report('qq', start, start + id.length, id);
    });
};
const PAYMENT = /收款码|收款二维码|二维码收款|付款码|收钱码|赞赏码|群收款|微信支付|支付宝|向[我他她].{0,2}付款|扫.{0,6}(?:付款|转账|支付|缴费|交费|交钱)|(?:转账|付款|缴费)二维码/g;
/** Words that stand on or beside a payment code. */
export const findPaymentCodes = (text, report) => {
    each(PAYMENT, text, match => {
        report('payment_qr', match.index, match.index + match[0].length, match[0]);
    });
};
//# sourceMappingURL=contacts.js.map