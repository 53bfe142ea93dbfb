import { hash } from '../wire.js';
import { json } from './endpoint.js';
/** A picture of a pixel; a face is this and its number, so that no two are alike. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
/** By message id or media id. What is not (or no longer) held is answered by nothing, with status 200. */
const download = (service, request) => {
    const { MsgID, msgid, mediaid } = request.query;
    const item = service.media.get(MsgID ?? msgid ?? mediaid ?? '');
    return item ? bytes(item.bytes, item.mime) : bytes(Buffer.alloc(0), 'text/plain');
};
const face = (service, request) => {
    const id = service.session?.ids.unwire(request.query.username ?? '') ?? '';
    const { avatar = 0 } = service.world.findPerson(id) ?? {};
    return bytes(Buffer.concat([PIXEL, Buffer.from(String(avatar))]), 'image/gif');
};
const webwxuploadmedia = service => json({
    MediaId: `@crypt_${hash(service.nextMessageId()).slice(0, 32)}`,
    StartPos: 0,
    CDNThumbImgHeight: 100,
    CDNThumbImgWidth: 67,
});
function bytes(body, type) {
    return { status: 200, type, body };
}
export const mediaEndpoints = {
    webwxgetmsgimg: download,
    webwxgetvoice: download,
    webwxgetvideo: download,
    webwxgetmedia: download,
    webwxgeticon: face,
    webwxgetheadimg: face,
    webwxuploadmedia,
};
//# sourceMappingURL=media.js.map