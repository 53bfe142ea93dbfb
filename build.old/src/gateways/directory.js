import { isStaff, RECIPIENTS, } from '../model/member.js';
import { Rooms } from './identity/rooms.js';
import { Sheet } from './identity/sheet.js';
import { NO_MEMORY } from './identity/store.js';
/**
 * Binds what a network says to the school file's groups and people, each list as a whole (see identity).
 * Only what is certain counts: somebody who may be a teacher has no teacher's rights and is told nothing in private, nor
 * is taken for a stranger; until it is known, they are a parent without children.
 */
export class SchoolDirectory {
    store;
    memory;
    now;
    groups = new Map();
    people = new Map();
    contacts;
    rooms;
    contactsRead = false;
    newFriends = new Set();
    sights = {
        rooms: rooms => this.rooms.see(rooms),
        groupOf: room => this.rooms.group(room),
        left: room => this.rooms.left(room),
        contacts: friends => {
            this.contactsRead = true;
            this.atOnce(() => this.contacts.meet(friends));
        },
        befriended: networkId => void this.newFriends.add(networkId),
    };
    constructor(school, store, memory = NO_MEMORY, now = () => 0) {
        this.store = store;
        this.memory = memory;
        this.now = now;
        const listings = () => [...this.people.values()].map(({ id, name }) => ({ id, names: [name], staff: true }));
        this.contacts = new Sheet({ group: null, listings, people: store, memory, now });
        const groups = () => [...this.groups].map(([id, { topic }]) => ({ id, topic }));
        this.rooms = new Rooms({ groups, memory });
        this.atOnce(() => {
            this.addPeople(school.people);
            for (const group of school.groups)
                this.addGroup(group, school.timezone);
        });
    }
    /** A write of its own for every member of every group would keep a slow disk busy for a minute. */
    atOnce(work) {
        return this.store.batch ? this.store.batch(work) : work();
    }
    /** Adds people the bot answers to; groups added later know them. */
    addPeople(people) {
        for (const { name, role, groups } of people) {
            const id = this.store.personId(null, `person:${name}`, name, role);
            this.people.set(id, { id, name, role, groups: mergeGroups(this.people.get(id)?.groups, groups) });
        }
        this.contacts.forget();
    }
    /** Adds or replaces a group. */
    addGroup(group, timezone) {
        const members = [];
        const people = [];
        const listings = [];
        for (const { name, aka, role, students, exempt } of group.members) {
            const id = this.store.personId(group.id, `member:${name}`, name, role);
            members.push({ id, name, role, students, exempt });
            listings.push({ id, names: [name, ...aka], staff: isStaff(role) || isRecipient(role) });
            if (isRecipient(role))
                people.push({ id, name, role });
        }
        for (const person of this.people.values()) {
            const answersHere = person.groups === null || person.groups.includes(group.id);
            if (answersHere)
                people.push({ id: person.id, name: person.name, role: person.role });
        }
        const { store, memory, now } = this;
        this.groups.set(group.id, {
            topic: group.topic,
            listings,
            sheet: new Sheet({ group: group.id, listings: () => listings, people: store, memory, now }),
            shown: null,
            profile: {
                id: group.id,
                name: group.topic,
                pack: group.pack,
                grade: group.grade,
                ...(group.tighten && { tighten: group.tighten }),
                timezone,
                members,
                people,
                students: group.students,
                ...(group.rosterWritten && { rosterWritten: true }),
                scamNoticeAuthorised: group.scamNoticeAuthorised,
                ...(group.afterWorkNote && { afterWorkNote: true }),
                ...(group.posts && { posts: group.posts }),
            },
        });
    }
    group(topic) {
        for (const [id, bound] of this.groups)
            if (bound.topic === topic)
                return id;
        return null;
    }
    /** What is known of a bound group; null for others. */
    profile(group) {
        const bound = this.groups.get(group);
        return bound ? profileOf(bound) : null;
    }
    profiles() {
        return [...this.groups.values()].map(profileOf);
    }
    meet(group, members) {
        return this.atOnce(() => this.groups.get(group)?.sheet.meet(members) ?? []);
    }
    forget() {
        this.contacts.forget();
        this.contactsRead = false;
        this.rooms.forget();
        this.newFriends.clear();
        for (const { sheet } of this.groups.values())
            sheet.forget();
    }
    member(group, networkId, names) {
        const looks = { id: networkId, card: names.card, nick: names.nick ?? '' };
        const found = this.groups.get(group)?.sheet.one(looks);
        if (found)
            return found;
        const name = names.card || names.nick || '';
        return { id: this.store.personId(group, `network:${networkId}`, name, 'outsider'), name };
    }
    person(networkId, nick) {
        const found = [...this.groups.values()].flatMap(({ sheet }) => sheet.person(networkId) ?? []);
        // somebody in several groups answers in the one where they have rights
        const known = found.find(({ id }) => this.rolesOf(id).length > 0);
        const listed = this.contacts.person(networkId) ??
            (this.contactsRead ? null : this.contacts.one({ id: networkId, card: '', nick }));
        return known ?? listed ?? found[0] ?? null;
    }
    networkId(person) {
        for (const { sheet } of this.groups.values()) {
            const id = sheet.networkId(person);
            if (id !== null)
                return id;
        }
        return this.contacts.networkId(person);
    }
    /** Every id of whoever is behind this one: one account may be a member of several groups, and on the list as well. */
    selves(person) {
        const identity = this.networkId(person);
        if (identity === null)
            return [person];
        const sheets = [...[...this.groups.values()].map(({ sheet }) => sheet), this.contacts];
        return sheets.flatMap(sheet => sheet.person(identity)?.id ?? []);
    }
    /** Roles in which somebody on the school file's list is told things; empty for everybody else. */
    rolesOf(person) {
        const roles = new Set();
        for (const { profile } of this.groups.values()) {
            for (const one of profile.people)
                if (one.id === person)
                    roles.add(one.role);
        }
        const listed = this.people.get(person);
        if (listed)
            roles.add(listed.role);
        return [...roles];
    }
    /** Everybody who may be somebody of the school file, by group; null for the address book. */
    doubts() {
        const inGroups = [...this.groups].flatMap(([group, { sheet }]) => sheet.doubts().map(doubt => ({ ...doubt, group })));
        return [...inGroups, ...this.contacts.doubts().map(doubt => ({ ...doubt, group: null }))];
    }
    /** How everybody in a group was bound, and why. */
    bindings(group) {
        return this.groups.get(group)?.sheet.bindings() ?? [];
    }
    /** Rooms that may be a class group, and rooms that nobody registered. */
    roomDoubts() {
        return this.rooms.doubts();
    }
    /** A bound group as the network shows it now, or null; `gone` once the bot was put out of it. */
    sight(group) {
        const room = this.rooms.room(group);
        if (!room)
            return null;
        return {
            room,
            topic: this.rooms.topicMark(room.topic),
            owner: room.owner ? (this.groups.get(group)?.sheet.person(room.owner)?.id ?? '') : '',
            members: this.rooms.memberMarks(room),
            gone: this.rooms.isGone(group),
            handedOver: this.rooms.isHandedOver(group),
        };
    }
    /** People whose friend request was accepted since this was asked last; those who are certain. */
    takeNewFriends() {
        const friends = [...this.newFriends].flatMap(networkId => {
            for (const [group, { sheet }] of this.groups) {
                const person = sheet.befriend(networkId);
                if (person)
                    return [{ id: person.id, group }];
            }
            return [];
        });
        this.newFriends.clear();
        return friends;
    }
    /** Looks again, after questions were answered. */
    reconsider() {
        this.rooms.reconsider();
        for (const { sheet } of this.groups.values())
            sheet.reconsider();
        this.contacts.reconsider();
    }
}
function isRecipient(role) {
    return RECIPIENTS.includes(role);
}
function profileOf(bound) {
    const doubtful = bound.sheet.doubtful();
    if (doubtful.length === 0)
        return bound.profile;
    const key = JSON.stringify(doubtful);
    if (bound.shown?.doubtful !== key) {
        const more = doubtful.map(({ id, name }) => ({ id, name, role: 'parent', students: [], exempt: [] }));
        bound.shown = { doubtful: key, profile: { ...bound.profile, members: [...bound.profile.members, ...more] } };
    }
    return bound.shown.profile;
}
function mergeGroups(before, more) {
    if (before === undefined)
        return more;
    return before === null || more === null ? null : [...before, ...more];
}
//# sourceMappingURL=directory.js.map