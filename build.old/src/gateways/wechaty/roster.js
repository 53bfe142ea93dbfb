import { decodeWire, isRoom } from './raw.js';
/** The name that the room's members see. */
export function shownName(member) {
    return member.card || member.nick;
}
/** Who is in which room, as the network last said. In memory, for one session: ids change with every QR login. */
export class Roster {
    rooms = new Map();
    /**
     * Takes in a contact. A room without its member list (the address book's short form) changes nothing but the topic.
     * Gives what changed; null for persons, for a room heard of for the first time, and where nothing did.
     */
    update(contact) {
        if (typeof contact?.UserName !== 'string' || !isRoom(contact.UserName))
            return null;
        const known = this.rooms.get(contact.UserName);
        return this.see({
            id: contact.UserName,
            topic: decodeWire(contact.NickName).trim(),
            owner: typeof contact.ChatRoomOwner === 'string' ? contact.ChatRoomOwner : (known?.owner ?? ''),
            members: membersOf(contact),
        });
    }
    /** The same for a room as it is said to be now; without members it is a short form. */
    see({ id, topic, owner, members }) {
        const known = this.rooms.get(id);
        const called = topic || known?.topic || '';
        if (members.size === 0) {
            if (known)
                known.topic = called;
            return null;
        }
        const names = new Set([...members.values()].map(shownName));
        const change = known ? difference(id, known.members, members) : null;
        const former = change?.left.length ? change.left : (known?.former ?? []);
        this.rooms.set(id, { id, topic: called, owner, members, names, former });
        return change;
    }
    all() {
        return [...this.rooms.values()];
    }
    /** Null for a room whose members are not known (yet). */
    room(id) {
        return this.rooms.get(id) ?? null;
    }
    /** Somebody in the room, or who just left it. */
    member(room, id) {
        const known = this.rooms.get(room);
        return known?.members.get(id) ?? known?.former.find(member => member.id === id) ?? null;
    }
    /** The one member of this name card, else of this nickname, also among those who just left; null if none or several. */
    named(room, name) {
        const known = this.rooms.get(room);
        if (!known)
            return null;
        const present = [...known.members.values()];
        for (const candidates of [present, known.former]) {
            const shown = candidates.filter(member => shownName(member) === name);
            const found = shown.length > 0 ? shown : candidates.filter(member => member.nick === name);
            if (found.length > 0)
                return found.length === 1 ? found[0] : null;
        }
        return null;
    }
    clear() {
        this.rooms.clear();
    }
}
function membersOf(contact) {
    const list = Array.isArray(contact.MemberList) ? contact.MemberList : [];
    const members = new Map();
    for (const member of list) {
        if (typeof member?.UserName !== 'string' || member.UserName === '')
            continue;
        const card = decodeWire(member.DisplayName).trim();
        members.set(member.UserName, { id: member.UserName, card, nick: decodeWire(member.NickName).trim() });
    }
    return members;
}
function difference(room, before, after) {
    const joined = [...after.values()].filter(member => !before.has(member.id));
    const left = [...before.values()].filter(member => !after.has(member.id));
    const renamed = [...after.values()].filter(member => {
        const was = before.get(member.id);
        return was !== undefined && shownName(was) !== shownName(member);
    });
    return joined.length + left.length + renamed.length > 0 ? { room, joined, left, renamed } : null;
}
//# sourceMappingURL=roster.js.map