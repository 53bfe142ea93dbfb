import { isMedia } from '../../model/media.js';
import { MINUTE } from '../../model/time.js';
import { parseGreyLine } from '../../text/index.js';
import { idOf, readGroupMessage } from './events.js';
import { mediaIn } from './media/web.js';
import { readMessage } from './messages.js';
import { decodeWire, isRoom, MSG } from './raw.js';
import { Recent } from './recent.js';
import { Roster } from './roster.js';
import { Telling } from './telling.js';
import { Watch } from './watch.js';
const REFRESH_AGAIN = MINUTE / 2;
const HELD_AT_MOST = 1_000;
const LOOKED_UP_AT_ONCE = 50;
/** Accounts of WeChat's own. */
const SPECIAL = /^(filehelper|newsapp|fmessage|weixin|floatbottle|medianote)$/;
/** What a private message without words is told as. */
export const KIND_NAMES = {
    image: '[图片]',
    voice: '[语音]',
    video: '[视频]',
    emoticon: '[表情]',
    file: '[文件]',
    link: '[链接]',
    contact: '[名片]',
    location: '[位置]',
};
/** Turns what the network says into what the listener is told: each thing once, in order, only of bound groups. */
export class Hearing {
    options;
    roster = new Roster();
    telling;
    watch;
    refreshed = new Recent(1_000);
    /** messages of rooms whose name is not known yet */
    held = new Map();
    changes = [];
    /** of messages that are about to be told */
    media = [];
    constructor(options) {
        this.options = options;
        this.telling = new Telling({ ...options, roster: this.roster, me: () => options.me(), failed: options.failed });
        const pictured = () => void this.changes.push(...this.watch.look([], true));
        this.watch = new Watch({ ...options, roster: this.roster, me: () => options.me(), pictured });
    }
    /** Another account or a new login: every network id is void. */
    forget() {
        this.roster.clear();
        this.watch.forget();
        this.held.clear();
        this.changes = [];
        this.options.bindings.clear();
        this.options.directory.forget();
    }
    /** Nothing is heard any more. */
    close() {
        this.watch.forget();
    }
    contacts(contacts) {
        const rooms = [];
        let friends = false;
        for (const contact of contacts) {
            if (typeof contact?.UserName !== 'string')
                continue;
            if (!isRoom(contact.UserName)) {
                friends = this.watch.person(contact) || friends;
                continue;
            }
            const change = this.roster.update(contact);
            if (change)
                this.changes.push(change);
            const room = this.roster.room(contact.UserName);
            if (room)
                rooms.push(room);
        }
        // bound as soon as they are seen, so that they can be spoken to before anybody speaks
        this.changes.push(...this.watch.look(rooms, friends));
        if (!this.options.directory.sights)
            this.meetPersons(contacts);
    }
    /** Whoever answers for a group can be told before they ever wrote. */
    meetPersons(contacts) {
        for (const { UserName } of contacts.filter(contact => typeof contact?.UserName === 'string')) {
            const names = this.watch.names(UserName);
            if (names)
                this.options.directory.person(UserName, names.remark || names.nick);
        }
    }
    /**
     * One answer of webwxsync; contact changes in it have come in through `contacts()` already. Rejects when the listener
     * failed: the same answer is to be brought again, and what was taken of it is not told twice.
     */
    async heard(sync) {
        const messages = (Array.isArray(sync.AddMsgList) ? sync.AddMsgList : []).map(sane).filter(raw => raw !== null);
        await this.watch.gathered();
        this.telling.drop();
        try {
            for (const raw of messages) {
                // what is not said in a room keeps its place among what is
                if (!isRoom(raw.FromUserName))
                    await this.telling.tellTogether();
                await this.message(raw);
            }
            await this.retryHeld();
            await this.telling.tellTogether();
        }
        finally {
            for (const { event, media } of this.media.splice(0))
                if (this.telling.has(event.id))
                    this.options.media?.(event, media);
        }
        await this.tellChanges();
    }
    /** Nothing new came: rooms that could not be looked up are asked for again, and what pictures showed is told. */
    async idle() {
        if (this.held.size > 0 || this.changes.length > 0)
            await this.heard({});
    }
    async message(raw) {
        if (raw.MsgType === MSG.statusNotify)
            return this.lookUp(raw.StatusNotifyUserName);
        if (raw.MsgType === MSG.friendRequest)
            return this.friendRequest(raw);
        const me = this.options.me();
        if (raw.FromUserName === me || raw.FromUserName === '')
            return this.own(raw);
        if (isRoom(raw.FromUserName))
            return this.inRoom(raw);
        return this.inPrivate(raw);
    }
    async inRoom(raw) {
        const id = raw.FromUserName;
        if (!this.roster.room(id))
            await this.refresh(id);
        const room = this.roster.room(id);
        const waiting = this.held.get(id);
        if (room && !waiting)
            return this.inKnownRoom(raw, room);
        if ((waiting?.length ?? 0) >= HELD_AT_MOST) {
            this.options.failed(new Error('too many messages of a room that cannot be looked up'));
            return;
        }
        this.held.set(id, [...(waiting ?? []), raw]);
    }
    async inKnownRoom(raw, known) {
        const group = this.options.bindings.group(known);
        if (!group)
            return;
        await this.aboutRoom(raw);
        this.changes.push(...this.watch.meetOnce(known));
        const sender = /^(@[0-9a-zA-Z]+):<br/.exec(raw.Content)?.[1];
        if (sender && !known.members.has(sender))
            await this.refresh(known.id);
        const room = this.roster.room(known.id) ?? known;
        const event = readGroupMessage(raw, this.telling.scene(group, room));
        if (!event)
            return;
        if (event.body.kind === 'message' && isMedia(event.body.message.kind) && !this.telling.has(event.id)) {
            const media = mediaIn(raw, event.body.message.kind);
            if (media)
                this.media.push({ event, media });
        }
        await this.telling.tell(event);
    }
    /** Of members of bound groups only: a private word reaches nobody but friends. */
    async friendRequest(raw) {
        const { accept, bindings, directory } = this.options;
        const { UserName: id, Ticket: ticket } = raw.RecommendInfo ?? {};
        if (!accept || typeof id !== 'string' || typeof ticket !== 'string')
            return;
        if (!this.roster.all().some(room => room.members.has(id) && bindings.group(room)))
            return;
        await this.telling.once(`friend ${raw.MsgId ?? ticket}`, async () => {
            await accept(id, ticket);
            directory.sights?.befriended(id);
        });
    }
    /** What a grey line says of the room itself: the bot was put out, or name or owner changed. */
    async aboutRoom(raw) {
        const line = raw.MsgType >= MSG.system ? parseGreyLine(decodeWire(raw.Content)) : null;
        if (line?.kind === 'leave' && line.left.some(who => who.you))
            this.options.directory.sights?.left(raw.FromUserName);
        // the list that shows it may come late or not at all
        if (line?.kind === 'group_rename' || line?.kind === 'owner')
            await this.options.refresh([raw.FromUserName]).catch(() => { });
    }
    async inPrivate(raw) {
        const { FromUserName: id } = raw;
        if (SPECIAL.test(id) || raw.MsgType >= MSG.systemNotice)
            return;
        if (!this.watch.names(id))
            await this.refresh(id);
        const names = this.watch.names(id) ?? { nick: '', remark: '' };
        const from = this.person(id, names);
        if (!from)
            return;
        const body = readMessage(raw);
        const text = body.text || KIND_NAMES[body.kind] || '[消息]';
        const message = { id: idOf(raw, '', from.id), at: this.timeOf(raw), from, text };
        await this.telling.once(message.id, () => this.options.listener.privateMessage(message));
    }
    /** What the account itself said, on the phone or through another client. */
    async own(raw) {
        const to = raw.ToUserName;
        if (SPECIAL.test(to) || raw.MsgType >= MSG.systemNotice)
            return;
        const room = isRoom(to) ? this.roster.room(to) : null;
        const group = room ? this.options.bindings.group(room) : null;
        const person = isRoom(to) ? null : this.person(to, this.watch.names(to) ?? { nick: '', remark: '' });
        const target = group ? { group } : person ? { person: person.id } : null;
        if (!target)
            return;
        const messageId = idOf(raw, group ?? '', person?.id ?? '');
        const echo = { messageId, at: this.timeOf(raw), target, text: readMessage(raw).text };
        await this.telling.once(`own ${messageId}`, () => this.options.listener.echo(echo));
    }
    person(id, names) {
        const { directory } = this.options;
        return (names.remark ? directory.person(id, names.remark) : null) ?? directory.person(id, names.nick);
    }
    /** Recent chats, as the phone tells them after a login: rooms that are not in the address book among them. */
    async lookUp(list) {
        const ids = typeof list === 'string' ? list.split(',').filter(id => id && !SPECIAL.test(id)) : [];
        const unknown = ids.filter(id => (isRoom(id) ? !this.roster.room(id) : !this.watch.names(id)));
        for (let at = 0; at < unknown.length; at += LOOKED_UP_AT_ONCE) {
            await this.options.refresh(unknown.slice(at, at + LOOKED_UP_AT_ONCE)).catch(() => { });
        }
    }
    /** Asks for one contact, at most twice a minute. */
    async refresh(id) {
        const now = this.options.clock.now();
        const last = this.refreshed.get(id);
        if (last !== undefined && now - last < REFRESH_AGAIN && !this.held.has(id))
            return;
        this.refreshed.set(id, now);
        await this.options.refresh([id]).catch(() => { });
    }
    async retryHeld() {
        for (const [id, messages] of [...this.held]) {
            if (!this.roster.room(id))
                await this.refresh(id);
            const room = this.roster.room(id);
            if (!room)
                continue;
            for (const raw of messages)
                await this.inKnownRoom(raw, room);
            this.held.delete(id);
        }
    }
    /** Joins, leaves and new name cards that no grey line told. */
    async tellChanges() {
        for (let change = this.changes[0]; change; change = this.changes[0]) {
            await this.telling.tellChange(change);
            this.changes.shift();
        }
    }
    timeOf(raw) {
        return raw.CreateTime > 0 ? raw.CreateTime * 1000 : this.options.clock.now();
    }
}
/** A message with its required fields in their types; null for what is none. */
function sane(raw) {
    if (raw === null || typeof raw !== 'object' || typeof raw.FromUserName !== 'string')
        return null;
    return {
        ...raw,
        ToUserName: String(raw.ToUserName ?? ''),
        MsgType: Number(raw.MsgType) || 0,
        Content: typeof raw.Content === 'string' ? raw.Content : '',
        CreateTime: Number(raw.CreateTime) || 0,
    };
}
//# sourceMappingURL=hearing.js.map