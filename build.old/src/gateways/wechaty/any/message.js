import { readAppMessage } from '../app-messages.js';
import { mentionsIn } from '../mentions.js';
import { MSG } from '../raw.js';
import { readXml } from '../xml.js';
import { TYPE, words } from './payloads.js';
const KINDS = {
    [TYPE.attachment]: 'file',
    [TYPE.audio]: 'voice',
    [TYPE.contact]: 'contact',
    [TYPE.chatHistory]: 'chat_history',
    [TYPE.emoticon]: 'emoticon',
    [TYPE.image]: 'image',
    [TYPE.text]: 'text',
    [TYPE.location]: 'location',
    [TYPE.miniProgram]: 'miniprogram',
    [TYPE.groupNote]: 'text',
    [TYPE.transfer]: 'transfer',
    [TYPE.redEnvelope]: 'redpacket',
    [TYPE.url]: 'link',
    [TYPE.video]: 'video',
    [TYPE.post]: 'link',
};
/** A text with a quotation, as clients without one of their own write it: 「name：words」, a line of dashes, the answer. */
const QUOTE = /^「([^\n]{0,64}?)[：:]([\s\S]{0,4000}?)」\n(?:- ?){5,}\n([\s\S]*)$/;
/** A message that somebody sent, by its payload. What cannot be asked for is left out; never rejects. */
export async function readPayload(payload, readers) {
    const text = words(payload.text);
    const kind = KINDS[payload.type] ?? 'unknown';
    // many puppets hand on WeChat's XML, which says more than the payload
    if (kind !== 'text' && /^\s*</.test(text)) {
        const xml = readXml(text);
        const app = xml?.name === 'appmsg' || xml?.children.some(child => child.name === 'appmsg');
        if (app)
            return mentioned(readAppMessage({ ...NO_RAW, FileName: words(payload.filename) }, text), payload, readers);
        if (kind === 'voice')
            return { kind, text: '', ...voiceLength(text) };
    }
    switch (kind) {
        case 'text':
            return mentioned({ kind, ...quoteIn(text) }, payload, readers);
        case 'file':
            return { kind, text: '', filename: words(payload.filename) };
        case 'link':
        case 'miniprogram':
        case 'contact':
        case 'location':
            return { kind, text: '', ...(await details(payload, kind, readers.ask).catch(() => ({}))) };
        default:
            return { kind, text: '' };
    }
}
const NO_RAW = { FromUserName: '', ToUserName: '', MsgType: MSG.app, Content: '', CreateTime: 0 };
async function details({ id }, kind, ask) {
    if (kind === 'contact')
        return given({ title: (await ask.contactPayload(await ask.messageContact(id))).name });
    if (kind === 'location') {
        const { name, address } = await ask.messageLocation(id);
        return given({ title: [...new Set([words(name), words(address)])].filter(part => part !== '').join(' ') });
    }
    if (kind === 'link')
        return given(await ask.messageUrl(id));
    return given(await ask.messageMiniProgram(id));
}
/** Those of the three that are there. */
function given(from) {
    const [title, description, url] = [words(from.title), words(from.description), words(from.url)];
    return { ...(title && { title }), ...(description && { description }), ...(url && { url }) };
}
function quoteIn(text) {
    const match = QUOTE.exec(text);
    return match ? { text: match[3], quoted: match[2] } : { text };
}
/** By id where the puppet gives ids: then a name that several bear means one person. */
function mentioned(message, payload, { names, nameOf }) {
    const ids = Array.isArray(payload.mentionIdList) ? payload.mentionIdList.slice(0, 50).map(words) : [];
    const byId = ids.map(id => (id === 'all' ? '所有人' : nameOf(id))).filter(name => name !== '');
    const typed = message.text.includes('@') ? mentionsIn(message.text, names) : [];
    const mentions = [...new Set([...byId, ...typed])];
    return mentions.length > 0 ? { ...message, mentions } : message;
}
function voiceLength(text) {
    const length = Math.ceil(Number(/\bvoicelength\s?=\s?"(\d{1,8})"/.exec(text)?.[1] ?? 0) / 1000);
    return length > 0 ? { duration: length } : {};
}
//# sourceMappingURL=message.js.map