const COLUMNS = 'id, grp, name, role, erased';
/** The only table with names. Stable keys are kept as keyed digests: a key may be a name card itself. */
export function people(store) {
    const read = (row) => ({
        id: row.id,
        group: row.grp,
        name: row.name,
        role: row.role,
        erased: row.erased === 1,
    });
    const digestOf = (group, key) => store.keyed('person', JSON.stringify([group, key]));
    const known = (digest) => store.get('SELECT id, role FROM people WHERE key_digest = ?', digest);
    return {
        personId(group, key, name, role) {
            const digest = digestOf(group, key);
            const found = known(digest);
            if (found) {
                if (found.role !== role)
                    store.run('UPDATE people SET role = ? WHERE id = ?', role, found.id);
                return found.id;
            }
            return store.transaction(() => {
                const n = store.nextNumber('people');
                const id = `${store.botId}-p${n}`;
                const seq = store.nextNumber('people', 'seq');
                store.insert('people', { n, seq, id, grp: group, key_digest: digest, name, role });
                return id;
            });
        },
        findPersonId(group, key) {
            return known(digestOf(group, key))?.id ?? null;
        },
        person(id) {
            const row = store.get(`SELECT ${COLUMNS} FROM people WHERE id = ?`, id);
            return row ? read(row) : null;
        },
        renamePerson(id, name) {
            store.run('UPDATE people SET name = ? WHERE id = ? AND name <> ? AND erased = 0', name, id, name);
        },
        people(group) {
            if (group === undefined)
                return store.all(`SELECT ${COLUMNS} FROM people ORDER BY n`).map(read);
            return store.all(`SELECT ${COLUMNS} FROM people WHERE grp IS ? ORDER BY n`, group).map(read);
        },
        erasePerson(id) {
            return store.transaction(() => {
                store.run('DELETE FROM identities WHERE person = ?', id);
                store.run('DELETE FROM binding_questions WHERE candidate = ?', id);
                return store.run("UPDATE people SET name = '', key_digest = NULL, erased = 1 WHERE id = ?", id) > 0;
            });
        },
    };
}
//# sourceMappingURL=people.js.map