import { MINUTE } from '../../model/time.js';
import { readRoomChange } from './events.js';
import { Recent } from './recent.js';
import { shownName } from './roster.js';
const REMEMBERED = 20_000;
/** so often is something offered to a listener that fails */
const TRIES = 5;
const RETOLD_WITHIN = 2 * MINUTE;
/** what is told at once holds everything else up */
const TOGETHER_AT_MOST = 50;
/** Tells the listener each thing once, in order, whichever way the network said it. */
export class Telling {
    options;
    heardIds = new Recent(REMEMBERED);
    /** `join GROUP PERSON` to when it was told, because a grey line and the member list both say it */
    told = new Recent(REMEMBERED);
    tries = new Recent(1_000);
    /** messages that came with the same answer, to be told at once: one wait for the disk instead of many */
    together = [];
    constructor(options) {
        this.options = options;
    }
    /** Whether this id was told. */
    has(id) {
        return this.heardIds.has(id);
    }
    /** What waits to be told together comes again from the network. */
    drop() {
        this.together = [];
    }
    /** Messages wait for `tellTogether()`; everything else is told now, after what waits. */
    async tell(event) {
        if (event.body.kind === 'message' && this.options.listener.eventsAtOnce) {
            const waiting = this.together.some(({ id }) => id === event.id);
            if (!waiting && !this.heardIds.has(event.id))
                this.together.push(event);
            if (this.together.length >= TOGETHER_AT_MOST)
                await this.tellTogether();
            return;
        }
        await this.tellTogether();
        if (this.allToldBefore(event))
            return;
        await this.once(event.id, async () => {
            await this.options.listener.event(event);
            for (const key of peopleOf(event))
                this.told.set(key, this.options.clock.now());
        });
    }
    async tellTogether() {
        const { listener } = this.options;
        const events = this.together.splice(0);
        if (events.length > 1 && (await this.taken(events)))
            return;
        for (const event of events)
            await this.once(event.id, () => listener.event(event));
    }
    /** Joins, leaves and new name cards that no grey line told. */
    async tellChange(change) {
        const { roster, bindings } = this.options;
        const room = roster.room(change.room);
        const group = room ? bindings.group(room) : null;
        if (!room || !group)
            return;
        const me = this.options.me();
        const scene = this.scene(group, room);
        const untold = (kind, members) => members.filter(member => member.id !== me && !this.recently(`${kind} ${group} ${scene.speaker(member.id).id}`));
        const rest = { ...change, joined: untold('join', change.joined), left: untold('leave', change.left) };
        for (const event of readRoomChange(rest, scene))
            await this.tell(event);
    }
    scene(group, room) {
        const { directory, clock, roster } = this.options;
        const me = this.options.me();
        const speaker = (id) => {
            const member = roster.member(room.id, id);
            const names = member ? { card: shownName(member), nick: member.nick } : { card: '' };
            return directory.member(group, id, names);
        };
        return {
            group,
            names: room.names,
            speaker,
            named: name => {
                const member = roster.named(room.id, name);
                return member && member.id !== me ? speaker(member.id) : null;
            },
            heard: id => this.heardIds.has(id) || this.together.some(event => event.id === id),
            now: clock.now(),
        };
    }
    /** Once within the process. What the listener could not take is offered again a few times, then given up, aloud. */
    async once(id, work) {
        if (this.heardIds.has(id))
            return;
        try {
            await work();
        }
        catch (error) {
            this.options.failed(error);
            const tries = (this.tries.get(id) ?? 0) + 1;
            this.tries.set(id, tries);
            if (tries < TRIES)
                throw error;
        }
        this.heardIds.set(id, true);
    }
    /** False when they could not be taken as one: then each has to be told alone. */
    async taken(events) {
        try {
            await this.options.listener.eventsAtOnce?.(events);
        }
        catch {
            return false;
        }
        for (const { id } of events)
            this.heardIds.set(id, true);
        return true;
    }
    allToldBefore(event) {
        const keys = peopleOf(event);
        return keys.length > 0 && keys.every(key => this.recently(key));
    }
    recently(key) {
        const at = this.told.get(key);
        return at !== undefined && this.options.clock.now() - at < RETOLD_WITHIN;
    }
}
/** Whom a join or leave is about, as keys of what was told; none for other events. */
function peopleOf(event) {
    if (event.body.kind === 'join')
        return event.body.joined.map(person => `join ${event.group} ${person.id}`);
    if (event.body.kind === 'leave')
        return event.body.left.map(person => `leave ${event.group} ${person.id}`);
    return [];
}
//# sourceMappingURL=telling.js.map