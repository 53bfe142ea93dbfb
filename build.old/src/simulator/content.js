import { cdata, escapeXml } from './wire.js';
export function text(body) {
    return { type: 1, body };
}
export function image(bytes, mime = 'image/png') {
    const body = `<?xml version="1.0"?>\n<msg>\n\t<img aeskey="" length="${bytes.length}" md5="" />\n</msg>`;
    return { type: 3, body, bytes, mime, fields: { ImgHeight: 120, ImgWidth: 90 } };
}
/** @param seconds length of the recording */
export function voice(seconds, bytes = Buffer.from('#!SILK_V3')) {
    const body = `<msg><voicemsg endflag="1" length="${bytes.length}" voicelength="${seconds * 1000}" /></msg>`;
    return { type: 34, body, bytes, mime: 'audio/silk', fields: { VoiceLength: seconds * 1000 } };
}
export function video(seconds, bytes = Buffer.from('\0\0\0\x18ftypmp42')) {
    const body = `<msg><videomsg length="${bytes.length}" playlength="${seconds}" /></msg>`;
    return { type: 43, body, bytes, mime: 'video/mp4', fields: { PlayLength: seconds } };
}
/** A sticker. One of the sticker shop has no content at all. */
export function emoticon(options = {}) {
    if (options.shop)
        return { type: 47, body: '', fields: { HasProductId: 1 } };
    const url = escapeXml(options.cdnurl ?? 'http://emoji.qpic.cn/sticker.gif');
    const body = `<msg><emoji fromusername="" type="2" md5="abc" len="100" cdnurl="${url}" width="120" height="120"></emoji></msg>`;
    return { type: 47, body, bytes: options.bytes ?? Buffer.from('GIF89a'), mime: 'image/gif' };
}
export function file(name, bytes, mime = 'application/octet-stream') {
    const extension = name.split('.').at(-1) ?? '';
    const attach = `<appattach><totallen>${bytes.length}</totallen><attachid>@cdn</attachid><fileext>${escapeXml(extension)}</fileext></appattach>`;
    return app(6, { title: name, inner: attach }, { bytes, mime, fields: { FileName: name, FileSize: String(bytes.length) } });
}
export function link(options) {
    return app(5, options, { fields: { FileName: options.title, Url: options.url } });
}
export function music(options) {
    return app(3, options, { fields: { FileName: options.title, Url: options.url } });
}
/** @param kind 33 is opened as a page, 36 as a card; many come without `appattach` */
export function miniProgram(options) {
    const inner = `<sourcedisplayname>${escapeXml(options.name)}</sourcedisplayname><weappinfo>` +
        `<username>${cdata('gh_0123456789ab@app')}</username><pagepath>${cdata(options.path ?? 'pages/index.html')}</pagepath></weappinfo>`;
    return app(options.kind ?? 33, { title: options.title, inner });
}
export function redPacket(blessing = '恭喜发财，大吉大利') {
    return app(2001, {
        title: '微信红包',
        description: '我给你发了一个红包，赶紧去拆!',
        inner: `<wcpayinfo><scenetext>${cdata('微信红包')}</scenetext><sendertitle>${cdata(blessing)}</sendertitle></wcpayinfo>`,
    });
}
/** The grey line that web clients mostly get in place of a red packet; it does not say whose. */
export function redPacketLine() {
    return { type: 10_000, body: '收到红包，请在手机上查看', system: true };
}
/** @param amount as shown, for example `￥100.00` */
export function transfer(amount) {
    const inner = `<wcpayinfo><paysubtype>1</paysubtype><feedesc>${cdata(amount)}</feedesc></wcpayinfo>`;
    return app(2000, { title: '微信转账', description: `收到转账${amount}`, inner });
}
/** 群收款: of the red packet's type, told apart by its scene. */
export function groupCollection(title, amount) {
    const inner = `<wcpayinfo><scenetext>${cdata('群收款')}</scenetext><sendertitle>${cdata(title)}</sendertitle>` +
        `<receivertitle>${cdata(title)}</receivertitle><feedesc>${cdata(amount)}</feedesc></wcpayinfo>`;
    return app(2001, { title: '群收款', description: title, inner });
}
export function contactCard(nick, alias = '') {
    const body = `<msg username="v1_0" nickname="${escapeXml(nick)}" alias="${escapeXml(alias)}" sex="0" />`;
    return { type: 42, body, fields: { RecommendInfo: { UserName: '@0', NickName: nick, Alias: alias } } };
}
export function chatHistory(title, lines) {
    const items = lines
        .map(line => `<dataitem datatype="1"><sourcename>${escapeXml(line.name)}</sourcename><datadesc>${escapeXml(line.text)}</datadesc></dataitem>`)
        .join('');
    const description = lines.map(line => `${line.name}: ${line.text}`).join('\n');
    const record = `<recordinfo><desc>${escapeXml(description)}</desc><datalist count="${lines.length}">${items}</datalist></recordinfo>`;
    return app(19, { title, description, inner: `<recorditem>${cdata(record)}</recorditem>` });
}
/** An answer with a quotation. What was quoted may be no text: then `quoted` is XML and `kind` its message type. */
export function quote(body, of) {
    const inner = `<refermsg><type>${of.kind ?? 1}</type><svrid>1</svrid><displayname>${escapeXml(of.name)}</displayname>` +
        `<content>${escapeXml(of.quoted)}</content></refermsg>`;
    return app(57, { title: body, inner });
}
/** 接龙 made with WeChat's own function. */
export function groupNote(body) {
    return app(53, { title: body });
}
/** 群公告 */
export function announcement(body) {
    return app(87, { title: '群公告', inner: `<textannouncement>${cdata(body)}</textannouncement>` });
}
/** 视频号 */
export function channelsPost(account, description) {
    const inner = `<finderFeed><nickname>${cdata(account)}</nickname><desc>${cdata(description)}</desc></finderFeed>`;
    return app(51, { title: '当前版本不支持展示该内容，请升级至最新版本。', inner });
}
/** A place, as web clients get it: a text whose second line is a picture of the map. */
export function location(label) {
    const url = '/cgi-bin/mmwebwx-bin/webwxgetpubliclinkimg?url=map&msgid=1&pictype=location';
    const original = `<msg><location x="36.62" y="101.77" scale="16" label="${escapeXml(label)}" maptype="0" /></msg>`;
    return { type: 1, body: `${label}:\n${url}`, fields: { SubMsgType: 48, Url: url, OriContent: original } };
}
/** 拍一拍 */
export function pat(template) {
    return { type: 10_002, body: `<sysmsg type="pat"><pat><template>${cdata(template)}</template></pat></sysmsg>` };
}
/** Anything else, as it would stand on the wire before escaping. */
export function raw(type, body, fields = {}) {
    return { type, body, fields };
}
function app(type, parts, more = {}) {
    const body = `<?xml version="1.0"?>\n<msg>\n\t<appmsg appid="" sdkver="0">\n\t\t<title>${escapeXml(parts.title)}</title>` +
        `<des>${escapeXml(parts.description ?? '')}</des><action>view</action><type>${type}</type>` +
        `<url>${escapeXml(parts.url ?? '')}</url>${parts.inner ?? ''}</appmsg><fromusername></fromusername>\n</msg>`;
    return { ...more, type: 49, body, fields: { AppMsgType: type, ...more.fields } };
}
//# sourceMappingURL=content.js.map