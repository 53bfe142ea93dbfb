import { escapeText, hash } from './wire.js';
const COMMON = {
    Uin: 0,
    HideInputBarFlag: 0,
    Sex: 0,
    Signature: '',
    OwnerUin: 0,
    PYInitial: '',
    PYQuanPin: '',
    RemarkPYInitial: '',
    RemarkPYQuanPin: '',
    StarFriend: 0,
    AppAccountFlag: 0,
    Province: '',
    City: '',
    Alias: '',
    SnsFlag: 0,
    UniFriend: 0,
    DisplayName: '',
    ChatRoomId: 0,
    KeyWord: '',
};
export function personContact(person, ids) {
    const name = ids.wire(person.id);
    return {
        ...COMMON,
        UserName: name,
        NickName: escapeText(person.nick),
        RemarkName: escapeText(person.remark),
        HeadImgUrl: `/cgi-bin/mmwebwx-bin/webwxgeticon?seq=${person.avatar}&username=${name}&skey=`,
        ContactFlag: person.friend ? 3 : 0,
        VerifyFlag: 0,
        MemberCount: 0,
        MemberList: [],
        Statues: 0,
        AttrStatus: person.attrStatus,
        EncryChatRoomId: '',
    };
}
/** An account of WeChat's own: 文件传输助手 and the like. */
export function specialContact(name, nick) {
    return {
        ...COMMON,
        UserName: name,
        NickName: nick,
        RemarkName: '',
        HeadImgUrl: '',
        ContactFlag: 3,
        VerifyFlag: name === 'filehelper' ? 0 : 56,
        MemberCount: 0,
        MemberList: [],
        Statues: 0,
        AttrStatus: 0,
        EncryChatRoomId: '',
    };
}
/** `whole` with members; otherwise as webwxgetcontact lists rooms, which clients must then ask for. */
export function roomContact(room, world, ids, whole) {
    const name = ids.wire(room.id);
    return {
        ...COMMON,
        UserName: name,
        NickName: escapeText(room.topic),
        RemarkName: '',
        HeadImgUrl: `/cgi-bin/mmwebwx-bin/webwxgetheadimg?seq=0&username=${name}&skey=`,
        ContactFlag: room.saved ? 3 : 2,
        VerifyFlag: 0,
        MemberCount: whole ? room.members.length : 0,
        MemberList: whole ? room.members.map(member => roomMember(world.person(member.id), member.card, ids)) : [],
        Statues: 1,
        AttrStatus: 0,
        EncryChatRoomId: whole ? `@${hash(`room:${name}`).slice(0, 32)}` : '',
        IsOwner: room.owner === world.me.id ? 1 : 0,
        ChatRoomOwner: whole ? ids.wire(room.owner) : '',
    };
}
function roomMember(person, card, ids) {
    return {
        Uin: 0,
        UserName: ids.wire(person.id),
        NickName: escapeText(person.nick),
        DisplayName: escapeText(card),
        AttrStatus: person.attrStatus,
        PYInitial: '',
        PYQuanPin: '',
        RemarkPYInitial: '',
        RemarkPYQuanPin: '',
        MemberStatus: 0,
        KeyWord: '',
    };
}
//# sourceMappingURL=wire-contact.js.map