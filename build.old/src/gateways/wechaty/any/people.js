import { inTime } from './mouth.js';
import { words } from './payloads.js';
const AT_ONCE = 8;
const PATIENCE = 10_000;
/** of a room that says it has more, the first ones are taken */
const MEMBERS_AT_MOST = 1_000;
/** Reads rooms and people of a puppet into the roster and the address book. */
export class People {
    puppet;
    roster;
    watch;
    friends = new Map();
    constructor(puppet, roster, watch) {
        this.puppet = puppet;
        this.roster = roster;
        this.watch = watch;
    }
    forget() {
        this.friends.clear();
    }
    /** Null while that is not known. */
    isFriend(id) {
        return this.friends.get(id) ?? null;
    }
    /** Every room and contact; what cannot be read is left out. Gives what has changed. */
    async all() {
        const contacts = await this.ask(puppet => puppet.contactList()).catch(() => []);
        await eachOf(contacts, id => this.contact(id));
        const rooms = await this.ask(puppet => puppet.roomList()).catch(() => []);
        const changes = [];
        for (const id of rooms)
            changes.push(...(await this.readRoom(id)).changes);
        await this.watch.gathered();
        return [...changes, ...this.watch.look(this.roster.all(), true)];
    }
    /** One room as it is now; what could not be read stays as it was. */
    async room(id) {
        const { room, changes } = await this.readRoom(id);
        return room ? [...changes, ...this.watch.look([room], false)] : changes;
    }
    /** True where that is news. */
    async contact(id) {
        const payload = await this.ask(puppet => puppet.contactPayload(id)).catch(() => null);
        if (!payload)
            return false;
        const friend = payload.friend === true;
        const picture = words(payload.avatar);
        this.friends.set(id, friend);
        const [nick, remark] = [words(payload.name).trim(), words(payload.alias).trim()];
        return this.watch.see(id, { nick, remark, friend, picture, version: picture });
    }
    async readRoom(id) {
        try {
            const payload = await this.ask(puppet => puppet.roomPayload(id));
            const ids = (await this.ask(puppet => puppet.roomMemberList(id))).slice(0, MEMBERS_AT_MOST);
            const members = new Map();
            const found = await eachOf(ids, member => this.member(id, member));
            for (const member of found)
                members.set(member.id, member);
            const owner = words(payload.ownerId);
            const change = this.roster.see({ id, topic: words(payload.topic).trim(), owner, members });
            return { room: this.roster.room(id), changes: change ? [change] : [] };
        }
        catch {
            return { room: null, changes: [] };
        }
    }
    /** Who cannot be read just now is still there, under the name they had. */
    async member(room, id) {
        const payload = await this.ask(puppet => puppet.roomMemberPayload(room, id)).catch(() => null);
        if (!payload)
            return this.roster.member(room, id) ?? { id, card: '', nick: this.watch.names(id)?.nick ?? '' };
        return { id, card: words(payload.roomAlias).trim(), nick: words(payload.name).trim() };
    }
    ask(call) {
        return inTime(call(this.puppet), PATIENCE);
    }
}
/** A few at a time, in order. */
async function eachOf(all, work) {
    const done = [];
    for (let at = 0; at < all.length; at += AT_ONCE) {
        done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(work))));
    }
    return done;
}
//# sourceMappingURL=people.js.map