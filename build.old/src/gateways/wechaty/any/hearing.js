import { setTimeout as sleep } from 'node:timers/promises';
import { isMedia } from '../../../model/media.js';
import { readGreyLine, readSystemXml, stableId } from '../events.js';
import { KIND_NAMES } from '../hearing.js';
import { Roster, shownName } from '../roster.js';
import { Telling } from '../telling.js';
import { Watch } from '../watch.js';
import { readPayload } from './message.js';
import { inTime } from './mouth.js';
import { DIRTY, FRIENDSHIP_RECEIVE, TYPE, words } from './payloads.js';
import { People } from './people.js';
const PATIENCE = 10_000;
/** so often is a message asked for whose payload does not come */
const TRIES = 3;
/** milliseconds before something is offered again */
const SHORTEST_PAUSE = 50;
/** Later than this is no second, but a millisecond. */
const MILLISECONDS = 100_000_000_000;
/** Turns what any puppet tells, by its public events and payloads, into what the listener is told. One thing at a time. */
export class AnyHearing {
    options;
    people;
    roster = new Roster();
    telling;
    watch;
    turn = Promise.resolve();
    closed = false;
    constructor(options) {
        this.options = options;
        const parts = { ...options, roster: this.roster, me: () => this.me };
        this.telling = new Telling(parts);
        this.watch = new Watch({ ...parts, pictured: () => this.then(() => this.changed(this.watch.look([], true))) });
        this.people = new People(options.puppet, this.roster, this.watch);
        this.listen();
    }
    /** A login: whoever was known is read anew. Resolves when rooms and people are known. */
    login() {
        return this.then(async () => {
            this.roster.clear();
            this.watch.forget();
            this.people.forget();
            this.options.bindings.clear();
            this.options.directory.forget();
            await this.changed(await this.people.all());
        });
    }
    /** Has the puppet look again who is in the bound groups, and under which names: not every puppet tells. */
    async lookAgain() {
        const bound = this.roster.all().filter(room => this.options.bindings.group(room));
        for (const { id } of bound)
            await inTime(this.options.puppet.roomMemberPayloadDirty(id), PATIENCE).catch(() => { });
    }
    /** Nothing is heard any more; resolves when nothing is being told. */
    async close() {
        this.closed = true;
        this.watch.forget();
        await this.turn;
    }
    get me() {
        const { puppet } = this.options;
        return puppet.isLoggedIn ? puppet.currentUserId : '';
    }
    listen() {
        const { puppet } = this.options;
        puppet.on('message', ({ messageId }) => this.then(() => this.message(messageId)));
        puppet.on('room-join', ({ roomId, inviteeIdList, inviterId, timestamp }) => this.then(() => this.joined(roomId, inviteeIdList, inviterId, timestamp)));
        puppet.on('room-leave', ({ roomId, removeeIdList, timestamp }) => this.then(() => this.left(roomId, removeeIdList, timestamp)));
        puppet.on('room-topic', ({ roomId }) => this.then(() => this.refresh(roomId)));
        puppet.on('room-invite', ({ roomInvitationId }) => this.then(() => this.invited(roomInvitationId)));
        puppet.on('friendship', ({ friendshipId }) => this.then(() => this.friendship(friendshipId)));
        puppet.on('dirty', ({ payloadType, payloadId }) => this.then(() => this.dirty(payloadType, payloadId)));
    }
    /** In the order in which it came; what fails holds up nothing that follows. */
    then(work) {
        this.turn = this.turn.then(async () => {
            if (this.closed)
                return;
            await work().catch(error => this.options.failed(error));
        });
        return this.turn;
    }
    /** A puppet brings nothing twice: what the listener could not take is offered again, until telling gives it up. */
    async offer(work) {
        for (let failures = 0; !this.closed;) {
            try {
                return await work();
            }
            catch {
                await sleep(SHORTEST_PAUSE * 2 ** failures++);
            }
        }
    }
    async message(id) {
        const payload = await this.payloadOf(id);
        const roomId = words(payload.roomId);
        const talker = words(payload.talkerId) || words(payload.fromId);
        if (payload.type === TYPE.recalled && roomId)
            return this.inRoom(payload, roomId, talker);
        if (talker !== '' && talker === this.me)
            return this.own(payload, roomId);
        return roomId ? this.inRoom(payload, roomId, talker) : this.inPrivate(payload, talker);
    }
    async payloadOf(id) {
        for (let tries = 1;; tries++) {
            try {
                return await inTime(this.options.puppet.messagePayload(id), PATIENCE);
            }
            catch (error) {
                if (tries >= TRIES)
                    throw error;
            }
        }
    }
    async inRoom(payload, roomId, talker) {
        const known = this.roster.room(roomId);
        // somebody who is in no list yet
        const stranger = known && talker !== '' && talker !== roomId && !known.members.has(talker);
        if (!known || (stranger && this.options.bindings.group(known)))
            await this.refresh(roomId);
        const room = this.roster.room(roomId);
        if (!room)
            throw new Error('a message of a room that cannot be read');
        const group = this.options.bindings.group(room);
        if (!group)
            return;
        await this.changed(this.watch.meetOnce(room));
        const scene = this.telling.scene(group, room);
        const isMember = room.members.has(talker);
        const body = await this.bodyOf(payload, scene, room, isMember);
        const at = this.timeOf(payload.timestamp);
        const from = isMember && talker !== this.me ? scene.speaker(talker) : null;
        const id = stableId(payload.id, [group, from?.id ?? '', String(at), String(payload.type), words(payload.text)]);
        const event = { id, group, at, from: body.kind === 'notice' ? null : from, body };
        const isNew = !this.telling.has(id);
        await this.offer(async () => {
            await this.telling.tell(event);
            await this.telling.tellTogether();
        });
        if (isNew && body.kind === 'message' && isMedia(body.message.kind))
            this.options.media(event, body.message.kind, payload.id);
    }
    async bodyOf(payload, scene, room, isMember) {
        const text = words(payload.text);
        if (payload.type === TYPE.recalled)
            return recallOf(text, scene);
        // what the system says comes from the room itself, or from nobody
        if (payload.type === TYPE.unknown && text !== '' && !isMember)
            return (text.startsWith('<') ? readSystemXml(text, scene) : null) ?? readGreyLine(text, scene);
        const nameOf = (id) => {
            const member = this.roster.member(room.id, id);
            return member ? shownName(member) : '';
        };
        const message = await readPayload(payload, { names: room.names, nameOf, ask: this.options.puppet });
        return { kind: 'message', message };
    }
    async inPrivate(payload, talker) {
        if (talker === '')
            return;
        const names = await this.namesOf(talker);
        const from = this.person(talker, names);
        if (!from)
            return;
        const body = await readPayload(payload, { names: new Set(), nameOf: () => '', ask: this.options.puppet });
        const text = body.text || KIND_NAMES[body.kind] || '[消息]';
        const at = this.timeOf(payload.timestamp);
        const message = { id: stableId(payload.id, ['', from.id, String(at), text]), at, from, text };
        await this.offer(() => this.telling.once(message.id, () => this.options.listener.privateMessage(message)));
    }
    /** What the account itself said, here or on the phone. */
    async own(payload, roomId) {
        const to = words(payload.listenerId) || words(payload.toId);
        const room = roomId ? this.roster.room(roomId) : null;
        const group = room ? this.options.bindings.group(room) : null;
        const person = roomId || to === '' ? null : this.person(to, await this.namesOf(to));
        const target = group ? { group } : person ? { person: person.id } : null;
        if (!target)
            return;
        const at = this.timeOf(payload.timestamp);
        const text = words(payload.text);
        const messageId = stableId(payload.id, [group ?? '', person?.id ?? '', String(at), text]);
        await this.telling.once(`own ${messageId}`, () => this.options.listener.echo({ messageId, at, target, text }));
    }
    async joined(roomId, who, inviter, timestamp) {
        const changes = await this.people.room(roomId);
        const scene = this.sceneOf(roomId);
        const others = who.filter(id => id !== this.me);
        if (scene && others.length > 0) {
            const joined = others.map(id => scene.speaker(id));
            const by = inviter && inviter !== this.me && !who.includes(inviter) ? scene.speaker(inviter) : null;
            await this.happened(scene.group, timestamp, { kind: 'join', joined, inviter: by, via: by ? 'invite' : 'unknown' });
        }
        await this.changed(changes);
    }
    async left(roomId, who, timestamp) {
        if (who.includes(this.me))
            return this.options.directory.sights?.left(roomId);
        const scene = this.sceneOf(roomId);
        const left = scene ? who.map(id => scene.speaker(id)) : [];
        if (scene && left.length > 0)
            await this.happened(scene.group, timestamp, { kind: 'leave', left });
        await this.refresh(roomId);
    }
    async happened(group, timestamp, body) {
        const at = this.timeOf(timestamp);
        const id = stableId('', [group, String(at), JSON.stringify(body)]);
        await this.offer(() => this.telling.tell({ id, group, at, from: null, body }));
    }
    /** Into a class group of the school file, by somebody on its list; nobody else takes the account anywhere. */
    async invited(id) {
        const { puppet, directory } = this.options;
        const { inviterId, topic } = await inTime(puppet.roomInvitationPayload(id), PATIENCE);
        const inviter = words(inviterId);
        if (inviter === '' || directory.group(words(topic).trim()) === null)
            return;
        if (this.person(inviter, await this.namesOf(inviter)))
            await inTime(puppet.roomInvitationAccept(id), PATIENCE);
    }
    /** Of members of bound groups only: a private word reaches nobody but friends. */
    async friendship(id) {
        const { puppet, bindings, directory, acceptFriends } = this.options;
        const { contactId, type } = await inTime(puppet.friendshipPayload(id), PATIENCE);
        const who = words(contactId);
        if (type === FRIENDSHIP_RECEIVE) {
            const isMember = this.roster.all().some(room => room.members.has(who) && bindings.group(room));
            if (!acceptFriends || !isMember)
                return;
            await inTime(puppet.friendshipAccept(id), PATIENCE);
        }
        await this.people.contact(who);
        directory.sights?.befriended(who);
    }
    async dirty(type, id) {
        if (type === DIRTY.room || type === DIRTY.roomMember)
            await this.refresh(id);
        else if (type === DIRTY.contact && (await this.people.contact(id)))
            await this.changed(this.watch.look([], true));
    }
    async refresh(roomId) {
        await this.changed(await this.people.room(roomId));
    }
    async changed(changes) {
        for (const change of changes)
            await this.telling.tellChange(change);
    }
    sceneOf(roomId) {
        const room = this.roster.room(roomId);
        const group = room ? this.options.bindings.group(room) : null;
        return room && group ? this.telling.scene(group, room) : null;
    }
    async namesOf(id) {
        if (!this.watch.names(id))
            await this.people.contact(id);
        return this.watch.names(id) ?? { nick: '', remark: '' };
    }
    person(id, names) {
        const { directory } = this.options;
        return (names.remark ? directory.person(id, names.remark) : null) ?? directory.person(id, names.nick);
    }
    timeOf(timestamp) {
        const time = Number(timestamp);
        if (!(time > 0))
            return this.options.clock.now();
        return Math.floor(time < MILLISECONDS ? time * 1000 : time);
    }
}
/** By wechaty's convention the text is the id of what was taken back; some puppets hand on WeChat's XML or its grey line. */
function recallOf(text, scene) {
    if (text.trim().startsWith('<')) {
        const body = readSystemXml(text, scene);
        if (body?.kind === 'recall')
            return body;
    }
    const id = text.trim();
    return { kind: 'recall', of: scene.heard(id) || /^[\w-]{15,64}$/.test(id) ? id : null };
}
//# sourceMappingURL=hearing.js.map