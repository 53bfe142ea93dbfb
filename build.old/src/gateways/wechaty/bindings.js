/**
 * Which room is which class group, for one session. A room stays bound when it is renamed; a second room that takes the
 * name of a bound one is not believed.
 */
export class Bindings {
    directory;
    onRival;
    groups = new Map();
    rooms = new Map();
    rivals = new Set();
    constructor(directory, 
    /** told once for each room that claims a group which is bound already */
    onRival) {
        this.directory = directory;
        this.onRival = onRival;
    }
    group(room) {
        const { sights } = this.directory;
        if (sights)
            return this.known(room, sights.groupOf(room.id));
        const bound = this.groups.get(room.id);
        if (bound)
            return bound;
        const group = room.topic ? this.directory.group(room.topic) : null;
        if (!group)
            return null;
        if (this.rooms.has(group)) {
            if (!this.rivals.has(room.id))
                this.onRival(group);
            this.rivals.add(room.id);
            return null;
        }
        this.groups.set(room.id, group);
        this.rooms.set(group, room.id);
        return group;
    }
    known(room, group) {
        if (group)
            this.rooms.set(group, room.id);
        return group;
    }
    /** Network id of a group's room, or null when it was not seen in this session. */
    room(group) {
        return this.rooms.get(group) ?? null;
    }
    clear() {
        this.groups.clear();
        this.rooms.clear();
        this.rivals.clear();
    }
}
//# sourceMappingURL=bindings.js.map