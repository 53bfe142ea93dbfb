const WHO = 'WITH who AS (SELECT ? AS id)';
const ME = '(SELECT id FROM who)';
/** Decisions on what this person said or did. */
const THEIRS = `SELECT d.id FROM decisions d JOIN events e ON e.id = d.event_id WHERE e.member = ${ME}`;
const CASES = `SELECT id FROM cases WHERE about = ${ME} OR decision_id IN (${THEIRS})`;
/** Lines to them, and lines about them. */
const ABOUT = `person = ${ME} OR decision_id IN (${THEIRS}) OR cause IN (${THEIRS})
  OR cause IN (SELECT id FROM case_moves WHERE case_id IN (${CASES}))`;
/** Lines to people in charge of the group that may quote or name them. */
const TELLING = `kind IN ('digest', 'reply') AND grp = (SELECT grp FROM people WHERE id = ${ME})`;
/** Empties texts, and hashes of media, only: ids, times and salted digests stay, and with them the hash chain. */
export function eraseTexts(store, person, now) {
    const run = (sql, ...more) => store.run(`${WHO} ${sql}`, person, ...more);
    return store.transaction(() => {
        run(`UPDATE media SET sha256 = NULL WHERE sha256 IS NOT NULL
      AND event_id IN (SELECT id FROM events WHERE member = ${ME})`);
        return texts(run, now);
    });
}
function texts(run, now) {
    return {
        withdrawn: run(`UPDATE actions SET state = 'withdrawn', settled_at = ? WHERE state = 'owed' AND (${ABOUT})`, now),
        inbox: run(`DELETE FROM inbox WHERE event_id IN (SELECT id FROM events WHERE member = ${ME})`),
        excerpts: run(`DELETE FROM excerpts WHERE decision_id IN (${THEIRS})`),
        actionTexts: run(`UPDATE actions SET text = '', text_salt = NULL
        WHERE text_salt IS NOT NULL AND state NOT IN ('owed', 'sending') AND (${ABOUT} OR ${TELLING})`),
        summaries: run(`UPDATE cases SET summary = '' WHERE summary <> '' AND state IN ('closed', 'ignored') AND id IN (${CASES})`),
    };
}
//# sourceMappingURL=erase.js.map