import { SECOND } from '../../model/time.js';
import { personContact, roomContact, specialContact } from '../wire-contact.js';
import { wireMessage } from '../wire-message.js';
import { authorise, field, json, textField } from './endpoint.js';
import { syncKey } from './sync.js';
const webwxinit = (service, request) => {
    const session = authorise(service, request);
    if (typeof session === 'number')
        return json({ SyncKey: { Count: 0, List: [] } }, session);
    const { world, settings } = service;
    const rooms = world.rooms().map(room => roomContact(room, world, session.ids, !settings.partialRooms));
    const contacts = [specialContact('filehelper', '文件传输助手'), ...rooms];
    return json({
        Count: contacts.length,
        ContactList: contacts,
        SyncKey: syncKey(service, session.inbox.position),
        User: { ...personContact(world.me, session.ids), Uin: Number(session.uin) },
        ChatSet: 'filehelper,',
        SKey: session.skey,
        ClientVersion: 637_929_271,
        SystemTime: Math.floor(service.now() / SECOND),
        GrayScale: 1,
        InviteStartCount: 40,
        MPSubscribeMsgCount: 0,
        MPSubscribeMsgList: [],
        ClickReportInterval: 600_000,
    });
};
/** Friends and saved rooms; rooms without members. Authorised by its cookies and skey. */
const webwxgetcontact = (service, request) => {
    const session = service.session;
    if (!session || session.ended || request.query.skey !== session.skey) {
        return json({ MemberCount: 0, MemberList: [], Seq: 0 }, 1101);
    }
    const { world } = service;
    const saved = world.rooms().filter(room => room.saved);
    const list = [
        specialContact('weixin', '微信团队'),
        ...world.friends().map(person => personContact(person, session.ids)),
        ...saved.map(room => roomContact(room, world, session.ids, false)),
    ];
    return json({ MemberCount: list.length, MemberList: list, Seq: 0 });
};
const webwxbatchgetcontact = (service, request) => {
    const session = authorise(service, request);
    if (typeof session === 'number')
        return json({ Count: 0, ContactList: [] }, session);
    const { world } = service;
    const asked = field(request.body, 'List');
    const list = (Array.isArray(asked) ? asked : []).flatMap((item) => {
        const id = session.ids.unwire(textField(item, 'UserName'));
        const room = id === null ? null : world.findRoom(id);
        if (room)
            return [roomContact(room, world, session.ids, true)];
        const person = id === null ? null : world.findPerson(id);
        return person ? [personContact(person, session.ids)] : [];
    });
    return json({ Count: list.length, ContactList: list });
};
/** The client is there (code 3): once a session the phone answers with the list of recent chats. */
const webwxstatusnotify = (service, request) => {
    const session = authorise(service, request);
    if (typeof session === 'number')
        return json({ MsgID: '' }, session);
    if (field(request.body, 'Code') === 3 && !session.notified) {
        session.notified = true;
        const me = session.ids.wire(service.world.me.id);
        const recent = [...service.world.rooms(), ...service.world.friends()].map(item => session.ids.wire(item.id));
        const message = wireMessage({
            MsgId: service.nextMessageId(),
            at: service.now(),
            MsgType: 51,
            FromUserName: me,
            ToUserName: me,
            StatusNotifyCode: 4,
            StatusNotifyUserName: ['filehelper', ...recent].join(','),
            Content: "&lt;msg&gt;<br/>&lt;op id='4'&gt;<br/>&lt;/op&gt;<br/>&lt;/msg&gt;",
        });
        session.inbox.push(message);
        service.waiting.wake();
    }
    return json({ MsgID: service.nextMessageId() });
};
export const contactEndpoints = {
    webwxinit,
    webwxgetcontact,
    webwxbatchgetcontact,
    webwxstatusnotify,
};
//# sourceMappingURL=contacts.js.map