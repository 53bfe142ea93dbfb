import { cdata, escapeXml, hash } from './wire.js';
/**
 * Everybody but the account: what they say, and what happens to rooms. Rooms go by id or topic, people by id or by
 * the name they bear there. Everything that is said returns its message id.
 */
export class Crowd {
    service;
    constructor(service) {
        this.service = service;
    }
    /** In a room. */
    post(room, from, content, options = {}) {
        const { world } = this.service;
        const where = world.room(room);
        return this.service.pushToRoom(where, world.member(where, from).id, content, options);
    }
    /** To the account alone. */
    whisper(from, content, options = {}) {
        return this.service.pushPrivate(this.service.world.anybody(from).id, content, options);
    }
    /** Takes a message back: a notice with the id of what is gone. */
    recall(room, by, messageId, options = {}) {
        const { world, session } = this.service;
        const where = world.room(room);
        const who = world.member(where, by);
        const name = world.nameIn(where, who.id);
        const body = `<sysmsg type="revokemsg"><revokemsg><session>${session?.ids.wire(where.id) ?? ''}</session>` +
            `<oldmsgid>1042342</oldmsgid><msgid>${messageId}</msgid>${options.newId ? `<newmsgid>${messageId}</newmsgid>` : ''}` +
            `<replacemsg>${cdata(`"${name}" 撤回了一条消息`)}</replacemsg></revokemsg></sysmsg>`;
        return this.service.pushToRoom(where, who.id, { type: 10_002, body }, options);
    }
    /** A grey line of any wording. */
    line(room, text, options = {}) {
        return this.service.pushSystem(this.service.world.room(room), text, options);
    }
    /** A member (or the account's owner) brings in one or several at once; `silent`: the member list is not sent. */
    invite(room, inviter, guests, silent = false) {
        const where = this.service.world.room(room);
        const who = this.service.world.member(where, inviter);
        const names = this.enter(where, guests)
            .map(person => person.nick)
            .join('、');
        const line = who.id === this.service.world.me.id
            ? `你邀请"${names}"加入了群聊  `
            : `"${this.service.world.nameIn(where, who.id)}"邀请"${names}"加入了群聊`;
        return this.service.pushSystem(where, line, { silent });
    }
    /** Somebody comes in by the QR code that a member shared. */
    scanIn(room, sharer, guest) {
        const { world } = this.service;
        const where = world.room(room);
        const who = world.member(where, sharer);
        const [person] = this.enter(where, [guest]);
        const shared = who.id === world.me.id ? '你' : `"${world.nameIn(where, who.id)}"`;
        return this.service.pushSystem(where, `" ${person?.nick}"通过扫描${shared}分享的二维码加入群聊`);
    }
    /** The account is brought into a room. */
    inviteBot(spec, inviter) {
        const { world } = this.service;
        const room = world.addRoom(spec);
        if (!world.isMember(room, world.me.id))
            room.members.push({ id: world.me.id, card: '' });
        const others = room.members.filter(member => member.id !== world.me.id && member.id !== inviter);
        const names = others.map(member => world.nameIn(room, member.id)).join('、');
        return this.service.pushSystem(room, `"${world.person(inviter).nick}"邀请你加入了群聊，群聊参与人还有：${names}`);
    }
    /** Nobody is told of it: the member list alone changes. */
    leave(room, member) {
        const where = this.service.world.room(room);
        const who = this.service.world.member(where, member);
        where.members = where.members.filter(other => other.id !== who.id);
        this.service.pushContacts([where]);
    }
    /** The owner removes somebody; the line is shown to the owner and to whom it befalls. */
    remove(room, by, member) {
        const { world } = this.service;
        const where = world.room(room);
        const owner = world.member(where, by);
        const who = world.member(where, member);
        const [ownerName, name] = [world.nameIn(where, owner.id), world.nameIn(where, who.id)];
        where.members = where.members.filter(other => other.id !== who.id);
        if (who.id === world.me.id)
            return this.service.pushSystem(where, `你被"${ownerName}"移出群聊`);
        if (owner.id === world.me.id)
            return this.service.pushSystem(where, `你将"${name}"移出了群聊`);
        this.service.pushContacts([where]);
        return null;
    }
    setTopic(room, by, topic) {
        const { world } = this.service;
        const where = world.room(room);
        const who = world.nameIn(where, world.member(where, by).id);
        where.topic = topic;
        return this.service.pushSystem(where, `"${who}"修改群名为“${topic}”`);
    }
    handOver(room, to) {
        const { world } = this.service;
        const where = world.room(room);
        const heir = world.member(where, to);
        where.owner = heir.id;
        return this.service.pushSystem(where, `"${world.nameIn(where, heir.id)}"已成为新群主`);
    }
    /** A member changes the own name card; an empty one shows the nickname again. */
    setCard(room, member, card) {
        const { world } = this.service;
        const where = world.room(room);
        const who = world.member(where, member);
        for (const entry of where.members)
            if (entry.id === who.id)
                entry.card = card;
        this.service.pushContacts([where]);
    }
    /** Somebody changes nickname or picture, seen in every room and, for friends, in the contact list. */
    setProfile(person, change) {
        const { world } = this.service;
        const who = world.anybody(person);
        Object.assign(who, change);
        const rooms = world.rooms().filter(room => world.isMember(room, who.id));
        this.service.pushContacts(who.friend ? [who.id, ...rooms] : rooms);
    }
    /** Asks to become a friend; the client accepts with the ticket. */
    befriend(person, words) {
        const who = this.service.world.anybody(person);
        const id = this.service.nextMessageId();
        const ticket = `v4_${hash(id).slice(0, 40)}@stranger`;
        this.service.requests.add(ticket);
        const UserName = this.service.session?.ids.wire(who.id) ?? '';
        const body = `<msg fromusername="${UserName}" encryptusername="v3_0@stranger" fromnickname="${escapeXml(who.nick)}" ` +
            `content="${escapeXml(words)}" scene="14" ticket="${ticket}" />`;
        const RecommendInfo = { UserName, NickName: who.nick, Content: words, Ticket: ticket };
        return this.service.pushPrivate('fmessage', { type: 37, body, fields: { RecommendInfo } }, { id });
    }
    enter(room, guests) {
        const { world } = this.service;
        return guests.map(guest => {
            const person = world.findPerson(guest.id) ?? world.addPerson(guest);
            if (!world.isMember(room, person.id))
                room.members.push({ id: person.id, card: guest.card ?? '' });
            return person;
        });
    }
}
//# sourceMappingURL=crowd.js.map