/**
 * The member an event is about: who said it, or of a join whoever is not on the school file's list, else the first.
 * Whoever is not listed is an outsider, whatever they call themselves.
 */
export function memberOf(profile, event) {
    const { body } = event;
    const about = body.kind === 'join' ? body.joined : body.kind === 'leave' ? body.left : event.from ? [event.from] : [];
    const members = about.map(speaker => listed(profile, speaker) ?? outsider(speaker));
    return members.find(member => member.role === 'outsider') ?? members[0] ?? SYSTEM;
}
const SYSTEM = { id: '', name: '', role: 'bot', students: [], exempt: [] };
function listed(profile, speaker) {
    return profile.members.find(member => member.id === speaker.id);
}
function outsider(speaker) {
    return { id: speaker.id, name: speaker.name, role: 'outsider', students: [], exempt: [] };
}
const kept = new WeakMap();
/**
 * Names that must not appear in what is kept or shown of this group. The same object for as long as nobody is called
 * otherwise: what is compiled from the names is kept with it.
 */
export function namesOf(profile) {
    const names = [...profile.members.map(m => m.name), ...profile.people.map(p => p.name)];
    const before = kept.get(profile);
    if (before && before.students === profile.students && same(before.names, names))
        return before;
    const now = { students: profile.students, names };
    kept.set(profile, now);
    return now;
}
function same(before, now) {
    return before.length === now.length && before.every((name, place) => name === now[place]);
}
//# sourceMappingURL=who.js.map