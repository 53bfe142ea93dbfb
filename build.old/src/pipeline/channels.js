/**
 * The second channels of a person, by any of their ids: the school file gives them to people it lists, who are mostly
 * members of a group as well.
 */
export function channelsOf(people, directory) {
    if (people.every(({ channels }) => channels.length === 0))
        return () => [];
    return person => {
        const ids = [person, ...directory.selves(person)];
        const found = new Map();
        for (const profile of directory.profiles()) {
            const entries = profile.people.filter(({ id }) => ids.includes(id));
            for (const { channels } of entries.flatMap(entry => listed(entry, profile, people)))
                for (const channel of channels)
                    found.set(JSON.stringify(channel), channel);
        }
        return [...found.values()];
    };
}
/** Whom of the list somebody with a role in a group is. */
function listed({ name, role }, { id, members }, people) {
    const here = people.filter(one => one.role === role && (one.groups === null || one.groups.includes(id)));
    const same = here.filter(one => comparable(one.name) === comparable(name));
    if (same.length > 0)
        return same;
    // the only holder of a role goes by one name in the group and by another in private
    const only = here.length === 1 && members.filter(member => member.role === role).length === 1;
    return only ? here : [];
}
function comparable(name) {
    return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
//# sourceMappingURL=channels.js.map