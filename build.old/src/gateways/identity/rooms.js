import { bindGroups } from './bind-groups.js';
import { comparable, marksOf } from './marks.js';
/** Which room is which class group, for one login. What is certain stays, through renames; the rest is looked at again. */
export class Rooms {
    parts;
    seen = new Map();
    groupOf = new Map();
    roomOf = new Map();
    gone = new Set();
    handedOver = new Set();
    open = [];
    marked = new WeakMap();
    constructor(parts) {
        this.parts = parts;
    }
    forget() {
        this.seen.clear();
        this.groupOf.clear();
        this.roomOf.clear();
        this.gone.clear();
        this.handedOver.clear();
        this.open = [];
    }
    see(rooms) {
        for (const room of rooms) {
            const before = this.seen.get(room.id)?.owner;
            if (before && room.owner && before !== room.owner)
                this.handedOver.add(room.id);
            this.seen.set(room.id, { ...room, owner: room.owner || before || '' });
            this.gone.delete(room.id);
        }
        this.reconsider();
    }
    /** The bot is out of this room. */
    left(room) {
        this.gone.add(room);
    }
    /** Only where it is certain. */
    group(room) {
        return this.groupOf.get(room) ?? null;
    }
    room(group) {
        const id = this.roomOf.get(group);
        return id === undefined ? null : (this.seen.get(id) ?? null);
    }
    /** Whether the bot was put out of a group in this login. */
    isGone(group) {
        const room = this.roomOf.get(group);
        return room !== undefined && this.gone.has(room);
    }
    /** Whether the group got another owner in this login. */
    isHandedOver(group) {
        return this.handedOver.has(this.roomOf.get(group) ?? '');
    }
    doubts() {
        return this.open.flatMap(binding => {
            const room = this.seen.get(binding.seen);
            if (!room || this.gone.has(room.id) || room.topic === '')
                return [];
            return [{ room, mark: this.topicMark(room.topic), group: binding.known, because: binding.because }];
        });
    }
    topicMark(topic) {
        return this.parts.memory.identityMark(`topic ${comparable(topic)}`);
    }
    /** Names of everybody, one list a member. */
    memberMarks(room) {
        const known = this.marked.get(room) ??
            room.members.map(member => {
                const { card, nick } = marksOf(member, this.parts.memory.identityMark);
                return [card, nick].filter(mark => mark !== '');
            });
        this.marked.set(room, known);
        return known;
    }
    reconsider() {
        const free = this.parts.groups().filter(({ id }) => !this.roomOf.has(id));
        const rooms = [...this.seen.values()].filter(room => !this.groupOf.has(room.id) && room.topic !== '');
        if (rooms.length === 0) {
            this.open = [];
            return;
        }
        const shown = rooms.map(room => ({
            id: room.id,
            topic: this.topicMark(room.topic),
            members: this.memberMarks(room),
        }));
        const bindings = bindGroups(free.map(group => this.known(group)), shown);
        for (const { seen, known, certainty } of bindings) {
            if (known === null || certainty !== 'certain')
                continue;
            this.groupOf.set(seen, known);
            this.roomOf.set(known, seen);
        }
        this.open = bindings.filter(binding => !this.groupOf.has(binding.seen));
    }
    known({ id, topic }) {
        const kept = this.parts.memory.knownGroup(id);
        const answers = this.parts.memory.bindingQuestions().filter(one => one.kind === 'group' && one.candidate === id);
        const topics = [this.topicMark(topic), ...(kept ? [kept.topic] : [])];
        return {
            id,
            topics,
            members: kept?.members ?? [],
            confirmed: answers.filter(one => one.answer === 'yes' && !one.applied).map(one => one.mark),
            denied: answers.filter(one => one.answer === 'no').map(one => one.mark),
        };
    }
}
//# sourceMappingURL=rooms.js.map