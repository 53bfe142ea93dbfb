import { seal, unseal } from './inbox.js';
/**
 * Who was who at the last login. Names and pictures are keyed digests; what a person must be able to read (a question,
 * the answer to it) is sealed. Rows of a person go with the person.
 */
export const identityTables = `
CREATE TABLE identities (
  grp TEXT NOT NULL, person TEXT NOT NULL REFERENCES people (id),
  card TEXT NOT NULL, nick TEXT NOT NULL, avatar TEXT NOT NULL, remark TEXT NOT NULL, network TEXT NOT NULL, seen_at INTEGER NOT NULL,
  PRIMARY KEY (grp, person)
) WITHOUT ROWID;
CREATE INDEX identities_person ON identities (person);

CREATE TABLE known_groups (
  grp TEXT PRIMARY KEY, topic TEXT NOT NULL, owner TEXT NOT NULL, members TEXT NOT NULL, present INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE binding_questions (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, grp TEXT NOT NULL, mark TEXT NOT NULL, candidate TEXT NOT NULL,
  sealed BLOB, asked_at INTEGER NOT NULL, case_id TEXT, answer TEXT, answered_by TEXT, answered_at INTEGER,
  applied INTEGER NOT NULL DEFAULT 0, told INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kind, grp, mark, candidate)
) WITHOUT ROWID;
CREATE INDEX binding_questions_candidate ON binding_questions (candidate);
`;
export function identities(store, key) {
    const read = (row) => ({
        id: row.id,
        kind: row.kind,
        group: row.grp === '' ? null : row.grp,
        mark: row.mark,
        candidate: row.candidate,
        text: row.sealed === null ? null : unseal(key, row.id, row.sealed),
        askedAt: row.asked_at,
        caseId: row.case_id,
        answer: row.answer,
        answeredBy: row.answered_by,
        answeredAt: row.answered_at,
        applied: row.applied === 1,
        told: row.told === 1,
    });
    const byId = (id) => store.get('SELECT * FROM binding_questions WHERE id = ?', id);
    return {
        identityMark: text => (text === '' ? '' : store.keyed('identity', text).slice(0, 22)),
        identities(group) {
            const sql = 'SELECT person, card, nick, avatar, remark, network FROM identities WHERE grp = ? ORDER BY person';
            return store.all(sql, group ?? '');
        },
        saveIdentity(group, { person, card, nick, avatar, remark, network }, at) {
            store.insert('identities', { grp: group ?? '', person, card, nick, avatar, remark, network, seen_at: at }, `ON CONFLICT (grp, person) DO UPDATE SET
          card = excluded.card, nick = excluded.nick, avatar = excluded.avatar, remark = excluded.remark,
          network = excluded.network, seen_at = excluded.seen_at`);
        },
        forgetIdentity(group, person) {
            store.run('DELETE FROM identities WHERE grp = ? AND person = ?', group ?? '', person);
        },
        knownGroup(group) {
            const row = store.get('SELECT topic, owner, members, present FROM known_groups WHERE grp = ?', group);
            if (!row)
                return null;
            const members = JSON.parse(row.members);
            return { group, topic: row.topic, owner: row.owner, members, present: row.present === 1 };
        },
        saveKnownGroup({ group, topic, owner, members, present }, at) {
            store.insert('known_groups', { grp: group, topic, owner, members: JSON.stringify(members), present: present ? 1 : 0, seen_at: at }, `ON CONFLICT (grp) DO UPDATE SET topic = excluded.topic, owner = excluded.owner, members = excluded.members,
          present = excluded.present, seen_at = excluded.seen_at`);
        },
        askBinding({ kind, group, mark, candidate, text, at }) {
            return store.transaction(() => {
                const about = JSON.stringify([kind, group, mark, candidate]);
                const id = `${store.botId}-q${store.keyed('question', about).replace(/[-_]/g, '').slice(0, 8)}`;
                store.insert('binding_questions', { id, kind, grp: group ?? '', mark, candidate, sealed: seal(key, id, text), asked_at: at }, 'ON CONFLICT (kind, grp, mark, candidate) DO NOTHING');
                const sql = 'SELECT * FROM binding_questions WHERE kind = ? AND grp = ? AND mark = ? AND candidate = ?';
                return read(store.get(sql, kind, group ?? '', mark, candidate));
            });
        },
        bindingQuestions() {
            return store.all('SELECT * FROM binding_questions ORDER BY asked_at, id').map(read);
        },
        markBinding(id, { caseId, told, applied, text }) {
            if (caseId !== undefined)
                store.run('UPDATE binding_questions SET case_id = ? WHERE id = ?', caseId, id);
            if (told)
                store.run('UPDATE binding_questions SET told = 1 WHERE id = ?', id);
            if (applied)
                store.run('UPDATE binding_questions SET applied = 1 WHERE id = ?', id);
            if (text !== undefined) {
                const sealed = text === null ? null : seal(key, id, text);
                store.run('UPDATE binding_questions SET sealed = ? WHERE id = ?', sealed, id);
            }
        },
        answerBinding(id, answer, by, at) {
            return store.transaction(() => {
                const row = byId(id);
                if (!row || row.answer === 'yes' || row.answer === 'no')
                    return false;
                const sql = 'UPDATE binding_questions SET answer = ?, answered_by = ?, answered_at = ?, applied = 0 WHERE id = ?';
                store.run(sql, answer, by, at, id);
                // nobody is two people: a yes for one is a no for all others who could have been meant
                if (answer === 'yes')
                    store.run(`UPDATE binding_questions SET answer = 'no', answered_by = ?, answered_at = ? WHERE kind = ? AND grp = ?
              AND id <> ? AND answer IS NULL AND (mark = ? OR candidate = ?)`, by, at, row.kind, row.grp, id, row.mark, row.candidate);
                if (answer !== 'propose')
                    store.run("UPDATE binding_questions SET sealed = NULL WHERE answer IN ('yes', 'no')");
                return true;
            });
        },
        dropBinding(id) {
            store.run('DELETE FROM binding_questions WHERE id = ?', id);
        },
    };
}
//# sourceMappingURL=identities.js.map