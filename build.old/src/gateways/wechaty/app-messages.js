import { decodeWire } from './raw.js';
import { find, readXml, textAt } from './xml.js';
/** AppMsgType (`<type>` inside `<appmsg>`) to kind; those that need more than title and address are read below. */
const KINDS = {
    1: 'text',
    2: 'image',
    3: 'link',
    4: 'link',
    5: 'link',
    6: 'file',
    7: 'link',
    8: 'emoticon',
    10: 'link',
    13: 'link',
    15: 'emoticon',
    16: 'link',
    17: 'location',
    19: 'chat_history',
    20: 'link',
    24: 'chat_history',
    33: 'miniprogram',
    36: 'miniprogram',
    40: 'chat_history',
    44: 'miniprogram',
    51: 'link',
    53: 'text',
    57: 'text',
    62: 'emoticon',
    63: 'link',
    68: 'link',
    74: 'file',
    76: 'link',
    87: 'announcement',
    88: 'link',
    2000: 'transfer',
    2001: 'redpacket',
    2002: 'group_collection',
};
/** The placeholder that old clients are given as the title of what they cannot show. */
const NOT_SHOWN = /^当前(微信)?版本不支持展示该内容/;
/** Collecting money from a group travels as a red packet (2001) with another scene. */
const COLLECTION = /群收款|AA收款|newaa|\/f2f_aa|aapay/i;
/** A MsgType 49: link, file, quote, mini-program, 接龙, red packet … `content` is decoded, without the sender. */
export function readAppMessage(raw, content) {
    const app = appOf(readXml(content));
    const type = Number(textAt(app, 'type')) || Number(raw.AppMsgType) || 0;
    const title = textAt(app, 'title') || decodeWire(raw.FileName).trim();
    const description = textAt(app, 'des');
    const url = textAt(app, 'url') || decodeWire(raw.Url).trim();
    const kind = KINDS[type] ?? (url ? 'link' : 'unknown');
    const named = { ...(title && !NOT_SHOWN.test(title) && { title }), ...(description && { description }) };
    switch (kind) {
        case 'text':
            if (type === 57)
                return { kind, text: title, ...quotedBy(app) };
            return { kind, text: title || description };
        case 'file':
            return { kind, text: '', filename: title };
        case 'link':
            return { kind, text: '', ...named, ...channels(app), ...(url && { url }) };
        case 'miniprogram':
            return { kind, text: '', ...miniProgram(app, title), ...(url && { url }) };
        case 'announcement':
            return { kind, text: textAt(app, 'textannouncement') || announcementOf(app) || description || title };
        case 'redpacket':
            if (COLLECTION.test(moneyScene(app, title, url)))
                return { kind: 'group_collection', text: '', ...collection(app, title) };
            return { kind, text: '', ...titled(textAt(app, 'wcpayinfo', 'sendertitle') || title) };
        case 'group_collection':
            return { kind, text: '', ...collection(app, title) };
        case 'image':
        case 'emoticon':
            return { kind, text: '' };
        default:
            return { kind, text: '', ...titled(title) };
    }
}
function appOf(xml) {
    return xml?.name === 'appmsg' ? xml : find(xml, 'appmsg');
}
function titled(title) {
    return title && !NOT_SHOWN.test(title) ? { title } : {};
}
/** What was quoted, as a person would read it: words of a text, the title of a share, the name of anything else. */
function quotedBy(app) {
    const quote = find(app, 'refermsg');
    if (!quote)
        return {};
    const content = textAt(quote, 'content');
    const type = Number(textAt(quote, 'type'));
    if (type === 1)
        return { quoted: content };
    const title = type === 49 ? textAt(appOf(readXml(content)), 'title') : '';
    return { quoted: title || (QUOTED_KINDS[type] ?? '[消息]') };
}
const QUOTED_KINDS = {
    3: '[图片]',
    34: '[语音]',
    42: '[名片]',
    43: '[视频]',
    47: '[表情]',
    48: '[位置]',
};
/** A channel video or live stream hides who and what in an element of its own. */
function channels(app) {
    const feed = find(app, 'finderFeed') ?? find(app, 'finderLive');
    if (!feed)
        return {};
    const description = textAt(feed, 'desc');
    return { ...titled(textAt(feed, 'nickname')), ...(description && { description }) };
}
function miniProgram(app, title) {
    const program = textAt(app, 'sourcedisplayname') || textAt(app, 'weappinfo', 'nickname');
    return { ...titled(title || program), ...(program && title && { description: program }) };
}
/** Newer announcements carry their text in an XML document of its own. */
function announcementOf(app) {
    const inner = textAt(app, 'announcement');
    if (!inner.startsWith('<'))
        return inner;
    const document = readXml(inner);
    return textAt(document, 'desc') || textAt(document, 'group_notice_item', 'desc');
}
function moneyScene(app, title, url) {
    const pay = find(app, 'wcpayinfo');
    return [title, url, textAt(pay, 'scenetext'), textAt(pay, 'nativeurl'), textAt(pay, 'url')].join('\n');
}
function collection(app, title) {
    const pay = find(app, 'wcpayinfo');
    return titled(textAt(pay, 'receivertitle') || textAt(pay, 'sendertitle') || title);
}
//# sourceMappingURL=app-messages.js.map