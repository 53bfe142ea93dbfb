import { authorise, field, json, textField } from './endpoint.js';
/**
 * Changes of a room. Adding and removing members has been dead on the web protocol since about 2018 and sometimes
 * reports success all the same: so it does here, and nothing happens.
 */
const webwxupdatechatroom = (service, request) => {
    const session = authorise(service, request);
    if (typeof session === 'number')
        return json({ MemberCount: 0, MemberList: [] }, session);
    const id = session.ids.unwire(textField(request.body, 'ChatRoomName'));
    const room = id === null ? null : service.world.findRoom(id);
    if (!room)
        return json({ MemberCount: 0, MemberList: [] }, 1);
    if (request.query.fun === 'modtopic') {
        room.topic = textField(request.body, 'NewTopic');
        service.pushSystem(room, `你修改群名为“${room.topic}”`);
    }
    return json({ MemberCount: 0, MemberList: [] });
};
/** Remarks on friends. */
const webwxoplog = (service, request) => {
    const session = authorise(service, request);
    if (typeof session === 'number')
        return json({}, session);
    const id = session.ids.unwire(textField(request.body, 'UserName'));
    const person = id === null ? null : service.world.findPerson(id);
    if (person && field(request.body, 'CmdId') === 2)
        person.remark = textField(request.body, 'RemarkName');
    return json({});
};
/** Accepts a friend request (3). A request of the account's own (2) goes nowhere. */
const webwxverifyuser = (service, request) => {
    const session = authorise(service, request);
    if (typeof session === 'number')
        return json({}, session);
    if (field(request.body, 'Opcode') !== 3)
        return json({}, 1);
    const asked = field(request.body, 'VerifyUserList');
    const first = Array.isArray(asked) ? asked[0] : undefined;
    const id = session.ids.unwire(textField(first, 'Value'));
    const person = id === null ? null : service.world.findPerson(id);
    if (!person || !service.requests.delete(textField(first, 'VerifyUserTicket')))
        return json({}, 1);
    person.friend = true;
    service.pushContacts([person.id]);
    service.pushPrivate(person.id, { type: 10_000, body: `你已添加了${person.nick}，现在可以开始聊天了。` });
    return json({});
};
const webwxcreatechatroom = () => json({ ChatRoomName: '', MemberCount: 0, MemberList: [] }, 1);
const webwxstatreport = () => json({});
export const roomEndpoints = {
    webwxupdatechatroom,
    webwxoplog,
    webwxverifyuser,
    webwxcreatechatroom,
    webwxstatreport,
};
//# sourceMappingURL=rooms.js.map