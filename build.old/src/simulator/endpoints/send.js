import { authorise, json, textField } from './endpoint.js';
/** The chat is gone, or never was one of this account's. */
const NO_SUCH_CHAT = -1;
const NOT_OWN = 1;
const TOO_LATE = 1105;
function sending(kind) {
    return (service, request) => {
        const session = authorise(service, request);
        if (typeof session === 'number')
            return refused(request, session);
        const to = session.ids.unwire(textField(request.body, 'Msg', 'ToUserName'));
        if (to === null)
            return refused(request, NO_SUCH_CHAT);
        const text = textField(request.body, 'Msg', 'Content');
        const message = {
            id: service.nextMessageId(),
            at: service.now(),
            to,
            kind,
            text,
            clientId: textField(request.body, 'Msg', 'ClientMsgId'),
            reached: reachable(service, to),
            revoked: false,
        };
        service.outgoing.add(message);
        if (service.settings.echoOwn)
            service.pushOwn(to, { type: wireType(kind), body: text }, { id: message.id });
        return json({ MsgID: message.id, LocalID: textField(request.body, 'Msg', 'LocalID') });
    };
}
function refused(request, ret) {
    return json({ MsgID: '', LocalID: textField(request.body, 'Msg', 'LocalID') }, ret);
}
function reachable(service, to) {
    const room = service.world.findRoom(to);
    if (room)
        return service.world.isMember(room, service.world.me.id);
    return service.world.findPerson(to)?.friend ?? true;
}
function wireType(kind) {
    return { text: 1, image: 3, video: 43, emoticon: 47, app: 49 }[kind];
}
const webwxrevokemsg = (service, request) => {
    const session = authorise(service, request);
    if (typeof session === 'number')
        return json({}, session);
    const to = session.ids.unwire(textField(request.body, 'ToUserName')) ?? '';
    const id = textField(request.body, 'SvrMsgId');
    const result = service.outgoing.revoke(id, to, service.now(), service.settings.recallWindow);
    const ret = { revoked: 0, late: TOO_LATE, unknown: NOT_OWN }[result];
    return json({ Introduction: '', SysWording: '' }, ret);
};
export const sendEndpoints = {
    webwxsendmsg: sending('text'),
    webwxsendmsgimg: sending('image'),
    webwxsendvideomsg: sending('video'),
    webwxsendemoticon: sending('emoticon'),
    webwxsendappmsg: sending('app'),
    webwxrevokemsg,
};
//# sourceMappingURL=send.js.map