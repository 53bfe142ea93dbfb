import { readAppMessage } from './app-messages.js';
import { mentionsIn } from './mentions.js';
import { decodeWire, MSG, splitSender } from './raw.js';
import { readXml } from './xml.js';
/** SubMsgType of a text that stands for a place. */
const PLACE = 48;
/** What the web service shows in place of what it cannot show. */
const NOT_ON_WEB = /^\[收到一条网页版微信暂不支持的消息类型，请在手机上查看\]$/;
const NOBODY = new Set();
/** A message that somebody sent, whole and unescaped. `names` are the group's names, for typed mentions. */
export function readMessage(raw, names = NOBODY) {
    const content = decodeWire(splitSender(raw.Content).content);
    switch (raw.MsgType) {
        case MSG.text:
            return raw.SubMsgType === PLACE ? place(readXml(decodeWire(raw.OriContent)), content) : plainText(content, names);
        case MSG.image:
            return { kind: 'image', text: '' };
        case MSG.voice:
            return { kind: 'voice', text: '', ...voiceLength(raw, readXml(content)) };
        case MSG.video:
        case MSG.microVideo:
            return { kind: 'video', text: '', ...seconds(raw.PlayLength) };
        case MSG.emoticon:
            return { kind: 'emoticon', text: '' };
        case MSG.location:
            return place(readXml(content), '');
        case MSG.card:
            return contactCard(raw, readXml(content));
        case MSG.app:
            return withMentions(readAppMessage(raw, content), names);
        default:
            return { kind: 'unknown', text: '' };
    }
}
function plainText(text, names) {
    if (NOT_ON_WEB.test(text))
        return { kind: 'unknown', text: '' };
    return withMentions({ kind: 'text', text }, names);
}
function withMentions(message, names) {
    const mentions = message.text.includes('@') ? mentionsIn(message.text, names) : [];
    return mentions.length > 0 ? { ...message, mentions } : message;
}
function place(xml, shown) {
    const at = xml?.name === 'location' ? xml : (xml?.children.find(child => child.name === 'location') ?? null);
    const parts = [at?.attributes.get('poiname'), at?.attributes.get('label')].filter(part => part && part !== '[位置]');
    const title = parts.length > 0 ? parts.join(' ') : shown.split(':\n')[0].trim();
    return { kind: 'location', text: '', ...(title && { title }) };
}
function contactCard(raw, xml) {
    const name = decodeWire(raw.RecommendInfo?.NickName) || xml?.attributes.get('nickname') || '';
    return { kind: 'contact', text: '', ...(name && { title: name }) };
}
function voiceLength(raw, xml) {
    const inXml = xml?.children.find(child => child.name === 'voicemsg')?.attributes.get('voicelength');
    return seconds((Number(raw.VoiceLength) || Number(inXml) || 0) / 1000);
}
function seconds(length) {
    const whole = Math.ceil(Number(length));
    return whole > 0 && whole < 86_400 ? { duration: whole } : {};
}
//# sourceMappingURL=messages.js.map