import { checkLength, checkStatus, collect, Elsewhere } from './download.js';
import { isOwnAddress } from './hosts.js';
/** The media of a message; null where the service gives nothing to ask by (a file that is still on its way). */
export function mediaIn(raw, kind) {
    const messageId = typeof raw.MsgId === 'number' ? String(raw.MsgId) : (raw.MsgId ?? '');
    const [mediaId, filename] = [text(raw.MediaId), text(raw.FileName)];
    if (!/^\d{1,20}$/.test(messageId) || (kind === 'file' && mediaId === ''))
        return null;
    return { kind, messageId, mediaId, sender: raw.FromUserName, filename };
}
/** How the web service is asked for them: stickers come as pictures do, so that no address of a message is needed. */
export function webRequest(media, me, conf, keys) {
    const params = { MsgID: media.messageId, skey: keys.skey };
    switch (media.kind) {
        case 'image':
        case 'emoticon':
            return { url: conf.API_webwxgetmsgimg, params: { ...params, type: 'big' } };
        case 'voice':
            return { url: conf.API_webwxgetvoice, params };
        case 'video':
            // without a range the service answers with nothing
            return { url: conf.API_webwxgetvideo, params, headers: { Range: 'bytes=0-' } };
        case 'file':
            return {
                url: conf.API_webwxdownloadmedia,
                params: {
                    sender: media.sender,
                    mediaid: media.mediaId,
                    filename: media.filename,
                    fromuser: me,
                    pass_ticket: keys.passTicket,
                    webwx_data_ticket: keys.webwxDataTicket,
                },
            };
    }
}
/** A download by wechat4u's own client, with its cookies: from WeChat's hosts only, without following anybody. */
export function webDownload(request, asked, options = {}) {
    return async (limit, signal) => {
        if (!isOwnAddress(asked.url, null))
            throw new Elsewhere();
        const settings = { method: 'GET', responseType: 'stream', maxRedirects: 0, validateStatus: () => true };
        const answer = await request({ ...settings, ...asked, signal });
        const body = answer.data;
        try {
            checkStatus(answer.status ?? 0);
            checkLength(answer.headers?.['content-length'], limit);
            const bytes = await collect(body, limit);
            if (!options.file && isRefusal(bytes))
                throw new Error('refused');
            return bytes;
        }
        finally {
            body.destroy();
        }
    };
}
/** The service's own "no" in place of a picture: JSON with a Ret. */
function isRefusal(bytes) {
    return bytes.length < 4096 && /^\s*\{\s*"BaseResponse"/.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
}
function text(value) {
    return typeof value === 'string' ? value : '';
}
//# sourceMappingURL=web.js.map