import { Faults } from './faults.js';
import { Media } from './media.js';
import { Outgoing } from './outgoing.js';
import { RequestLog } from './request-log.js';
import { Logins, Session } from './session.js';
import { Waiting } from './waiting.js';
import { escapeText, hash } from './wire.js';
import { personContact, roomContact } from './wire-contact.js';
import { wireMessage } from './wire-message.js';
/** The state of the simulated service: what the phone, the members and the endpoints all work on. */
export class Service {
    world;
    clock;
    settings;
    logins = new Logins();
    outgoing = new Outgoing();
    media = new Media(500);
    waiting = new Waiting();
    faults = new Faults(() => this.waiting.wake());
    log;
    session = null;
    /** tickets of friend requests not yet accepted */
    requests = new Set();
    /** the account may not use the web client: login ends in 1203 */
    blocked = false;
    sessions = 0;
    codes = 0;
    messages = 0n;
    firstId;
    constructor(world, clock, settings, logLimit) {
        this.world = world;
        this.clock = clock;
        this.settings = settings;
        this.log = new RequestLog(logLimit);
        this.firstId = BigInt(clock.now()) * 1000000n;
    }
    now() {
        return this.clock.now();
    }
    /** 19 digits, rising, beyond what a double can hold */
    nextMessageId() {
        this.messages += 1n;
        return String(this.firstId + this.messages);
    }
    newCode() {
        this.codes += 1;
        const uuid = `${hash(`${this.settings.seed}:code:${this.codes}`).slice(0, 10)}==`;
        this.logins.add(uuid);
        this.waiting.wake();
        return uuid;
    }
    /** A new QR login: new ids, new keys; whatever waited for the old session is lost to the web client. */
    newSession() {
        this.sessions += 1;
        this.session = new Session(`${this.settings.seed}:session:${this.sessions}`, this.settings.retained);
        this.waiting.wake();
        return this.session;
    }
    endSession(retcode) {
        if (this.session)
            this.session.ended = retcode;
        this.waiting.wake();
    }
    /** Said in a room by a member. Returns the message id. */
    pushToRoom(room, from, content, options = {}) {
        return this.push(content, options, ids => ({
            FromUserName: ids(room.id),
            ToUserName: ids(this.world.me.id),
            Content: content.system ? escapeText(content.body) : `${ids(from)}:<br/>${escapeText(content.body)}`,
        }));
    }
    /** Said to the account alone. */
    pushPrivate(from, content, options = {}) {
        return this.push(content, options, ids => ({
            FromUserName: ids(from),
            ToUserName: ids(this.world.me.id),
            Content: escapeText(content.body),
        }));
    }
    /** Sent by the account itself, from another device or (as an echo) by this session. */
    pushOwn(to, content, options = {}) {
        return this.push(content, options, ids => ({
            FromUserName: ids(this.world.me.id),
            ToUserName: ids(to),
            Content: escapeText(content.body),
        }));
    }
    /** A grey line, and the room as it is now. */
    pushSystem(room, line, options = {}) {
        const id = this.pushToRoom(room, '', { type: 10_000, body: line, system: true }, options);
        if (!options.silent)
            this.pushContacts([room]);
        return id;
    }
    /** People and rooms changed: ModContactList. */
    pushContacts(changed) {
        const session = this.session;
        if (!session)
            return;
        const contacts = changed.map((item) => typeof item === 'string'
            ? personContact(this.world.person(item), session.ids)
            : roomContact(item, this.world, session.ids, true));
        session.inbox.push(null, contacts);
        this.waiting.wake();
    }
    push(content, options, address) {
        const id = options.id ?? this.nextMessageId();
        const mediaId = content.bytes ? `@crypt_${hash(id).slice(0, 32)}` : '';
        if (content.bytes)
            this.media.add([id, mediaId], { bytes: content.bytes, mime: content.mime ?? '' });
        const session = this.session;
        if (!session)
            return id;
        const fields = { MsgType: content.type, MediaId: mediaId, ...content.fields, ...address(x => session.ids.wire(x)) };
        session.inbox.push(wireMessage({ ...fields, MsgId: id, at: options.at ?? this.now() }));
        this.waiting.wake();
        return id;
    }
}
//# sourceMappingURL=service.js.map