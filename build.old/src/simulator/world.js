/** Who exists, who is in which room, under which name. Knows nothing of sessions or of the wire. */
export class World {
    me;
    people = new Map();
    roomsById = new Map();
    constructor(spec) {
        this.me = this.addPerson({ ...spec.me, friend: false });
        for (const person of spec.people)
            this.addPerson(person);
        for (const room of spec.rooms)
            this.addRoom(room);
    }
    addPerson(spec) {
        if (this.people.has(spec.id))
            throw new Error(`person ${spec.id} exists already`);
        const person = {
            id: spec.id,
            nick: spec.nick,
            remark: spec.remark ?? '',
            friend: spec.friend ?? false,
            avatar: spec.avatar ?? 600_000_000 + this.people.size,
            attrStatus: spec.attrStatus ?? 4_133 + this.people.size,
        };
        this.people.set(person.id, person);
        return person;
    }
    addRoom(spec) {
        if (this.roomsById.has(spec.id))
            throw new Error(`room ${spec.id} exists already`);
        if (!spec.id.endsWith('@chatroom'))
            throw new Error(`a room's id ends in @chatroom: ${spec.id}`);
        for (const { id } of spec.members)
            this.person(id);
        const members = spec.members.map(member => ({ id: member.id, card: member.card ?? '' }));
        const room = { id: spec.id, topic: spec.topic, owner: spec.owner, saved: spec.saved ?? true, members };
        this.roomsById.set(room.id, room);
        return room;
    }
    /** @throws when there is nobody of this id */
    person(id) {
        const person = this.people.get(id);
        if (!person)
            throw new Error(`nobody is called ${id}`);
        return person;
    }
    findPerson(id) {
        return this.people.get(id) ?? null;
    }
    friends() {
        return [...this.people.values()].filter(person => person.friend);
    }
    findRoom(id) {
        return this.roomsById.get(id) ?? null;
    }
    /** rooms the account is a member of */
    rooms() {
        return [...this.roomsById.values()].filter(room => this.isMember(room, this.me.id));
    }
    isMember(room, person) {
        return room.members.some(member => member.id === person);
    }
    /**
     * A room by id, or by topic where only one has it.
     * @throws when there is none, or when several have this topic
     */
    room(idOrTopic) {
        const byId = this.roomsById.get(idOrTopic);
        if (byId)
            return byId;
        return only([...this.roomsById.values()].filter(room => room.topic === idOrTopic), `room ${idOrTopic}`);
    }
    /**
     * A member of a room by id, or by name (name card, else nickname) where only one has it.
     * @throws when there is none, or when several have this name
     */
    member(room, idOrName) {
        const byId = room.members.find(member => member.id === idOrName);
        const found = byId ??
            only(room.members.filter(member => this.nameIn(room, member.id) === idOrName), `member ${idOrName} of ${room.topic}`);
        return this.person(found.id);
    }
    /** Somebody by id, or by nickname or remark where only one has it. */
    anybody(idOrName) {
        return (this.people.get(idOrName) ??
            only([...this.people.values()].filter(person => person.nick === idOrName || person.remark === idOrName), `person ${idOrName}`));
    }
    /** What the members of a room see: the name card, or the nickname where there is none. */
    nameIn(room, person) {
        return room.members.find(member => member.id === person)?.card || this.person(person).nick;
    }
}
function only(found, what) {
    if (found.length === 1)
        return found[0];
    throw new Error(found.length === 0 ? `there is no ${what}` : `there are ${found.length} of ${what}: use the id`);
}
//# sourceMappingURL=world.js.map