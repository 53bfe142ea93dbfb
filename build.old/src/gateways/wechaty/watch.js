import { decodeWire } from './raw.js';
/** so many new pictures are shown at once, if more are still to come */
const SHOWN_AT_ONCE = 100;
/** so long pictures are waited for after a login, milliseconds */
const PATIENCE = 5_000;
/** Shows the directory whole lists, rooms and friends, whenever the network says something new about them. */
export class Watch {
    options;
    faces = new Map();
    met = new Set();
    /** pictures on their way, by person and version */
    asked = new Set();
    arrived = 0;
    /** null before the first picture is asked for */
    patience = null;
    impatient = false;
    waiting = [];
    constructor(options) {
        this.options = options;
    }
    forget() {
        this.faces.clear();
        this.met.clear();
        this.asked = new Set();
        clearTimeout(this.patience ?? undefined);
        this.patience = null;
        this.impatient = false;
        this.goOn();
    }
    /**
     * A picture tells more than a name: after a login nobody is taken for anybody before the pictures are there, or were
     * waited for long enough. Resolves when that is so.
     */
    gathered() {
        return this.gathering ? new Promise(resolve => this.waiting.push(resolve)) : Promise.resolve();
    }
    get gathering() {
        return this.asked.size > 0 && !this.impatient;
    }
    goOn() {
        for (const resolve of this.waiting.splice(0))
            resolve();
    }
    show() {
        this.arrived = 0;
        this.options.pictured?.();
        this.goOn();
    }
    /** A person as the web service gives them; true where that is news about a friend. */
    person(contact) {
        return this.see(contact.UserName, faceOf(contact));
    }
    /** A person; true where that is news about a friend. */
    see(id, face) {
        const before = this.faces.get(id);
        const known = { ...face, avatar: before?.version === face.version ? before.avatar : '' };
        this.faces.set(id, known);
        if (known.version !== '' && known.avatar === '')
            this.picture(id, known);
        return (face.friend || before?.friend === true) && JSON.stringify(known) !== JSON.stringify(before);
    }
    /** Looks at a picture once for each version of it; one that could not be had is asked for when the person is seen again. */
    picture(id, { picture, version }) {
        const { asked } = this;
        const key = `${id} ${version}`;
        if (!this.options.face || asked.has(key))
            return;
        asked.add(key);
        this.patience ??= setTimeout(() => {
            const { gathering } = this;
            this.impatient = true;
            if (gathering)
                this.show();
        }, PATIENCE).unref();
        void this.options.face(picture).then(avatar => {
            asked.delete(key);
            if (this.asked !== asked)
                return;
            const known = this.faces.get(id);
            if (avatar !== '' && known?.version === version) {
                known.avatar = avatar;
                this.arrived++;
            }
            const some = this.arrived > 0 || !this.impatient;
            if (asked.size === 0 ? some : this.impatient && this.arrived >= SHOWN_AT_ONCE)
                this.show();
        });
    }
    names(id) {
        return this.faces.get(id) ?? null;
    }
    /** Shows what is new. Gives the members who bear another name than at the last login. */
    look(rooms, friends) {
        const { directory, roster } = this.options;
        // everything is shown when the pictures are there
        if (this.gathering)
            return [];
        if (friends)
            directory.sights?.contacts(this.friends());
        // a picture or a remark of a friend may tell who somebody in a room is
        const shown = friends ? roster.all() : rooms;
        directory.sights?.rooms(shown.map(room => ({ ...room, members: this.looks(room) })));
        for (const room of shown)
            if (!room.members.has(this.options.me()))
                directory.sights?.left(room.id);
        const late = roster.all().filter(room => !this.met.has(room.id) && !shown.includes(room));
        return [...shown, ...late].flatMap(room => this.meet(room));
    }
    /** The room is bound by now: its members are shown, once. */
    meetOnce(room) {
        return this.met.has(room.id) ? [] : this.meet(room);
    }
    meet(room) {
        const { directory, bindings } = this.options;
        const group = bindings.group(room);
        if (!group)
            return [];
        this.met.add(room.id);
        const ids = directory.meet(group, this.looks(room)) ?? [];
        const renamed = ids.flatMap(id => room.members.get(id) ?? []);
        return renamed.length > 0 ? [{ room: room.id, joined: [], left: [], renamed }] : [];
    }
    looks(room) {
        const me = this.options.me();
        return [...room.members.values()]
            .filter(member => member.id !== me)
            .map(({ id, card, nick }) => {
            const { avatar = '', remark = '' } = this.faces.get(id) ?? {};
            return { id, card, nick, avatar, remark };
        });
    }
    friends() {
        return [...this.faces]
            .filter(([, face]) => face.friend)
            .map(([id, { nick, avatar, remark }]) => ({ id, card: '', nick, avatar, remark }));
    }
}
function faceOf(contact) {
    const picture = typeof contact.HeadImgUrl === 'string' ? contact.HeadImgUrl : '';
    return {
        nick: decodeWire(contact.NickName).trim(),
        remark: decodeWire(contact.RemarkName).trim(),
        picture,
        // the picture's own number: it changes with the picture, and is 0 for people who are no friends
        version: /[?&]seq=([1-9]\d{0,19})(?:&|$)/.exec(picture)?.[1] ?? '',
        friend: (Number(contact.ContactFlag) & 1) === 1,
    };
}
//# sourceMappingURL=watch.js.map