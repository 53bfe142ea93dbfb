import { BanzhangError } from '../model/errors.js';
import { insertAction, readAction, rowsOf } from './actions.js';
import { conditions } from './store.js';
export const OPEN = "state IN ('waiting', 'open', 'passed')";
export function readCase(row) {
    const { grp, decision_id, opened_at, closed_at, closed_by, ...rest } = row;
    return {
        id: rest.id,
        code: rest.code,
        kind: rest.kind,
        severity: rest.severity,
        category: rest.category,
        key: rest.key,
        owner: rest.owner,
        about: rest.about,
        deadline: rest.deadline,
        summary: rest.summary,
        group: grp,
        decisionId: decision_id,
        openedAt: opened_at,
        state: rest.state,
        step: rest.step,
        closedAt: closed_at,
        closedBy: closed_by,
    };
}
export function caseById(store, id) {
    const row = store.get('SELECT * FROM cases WHERE id = ?', id);
    return row ? readCase(row) : null;
}
const LETTERS = 26;
const PER_LETTER = 99;
const ROUND = LETTERS * PER_LETTER;
/** 0 → A1, 98 → A99, 99 → B1 … 2573 → Z99, then AA1 for the day on which all of those are open at once. */
export function caseCode(index) {
    const block = Math.floor(index / PER_LETTER);
    const letter = String.fromCharCode(65 + (block % LETTERS));
    const before = block < LETTERS ? '' : String.fromCharCode(64 + Math.floor(block / LETTERS));
    return `${before}${letter}${(index % PER_LETTER) + 1}`;
}
/** Goes on from the last code given out, so that a late answer to a closed case does not hit a new one. */
export function nextCode(store) {
    const taken = (code) => store.get(`SELECT 1 FROM cases WHERE code = ? AND ${OPEN}`, code) !== undefined;
    const start = store.nextNumber('cases') - 1;
    for (let i = 0; i < ROUND; i++) {
        const code = caseCode((start + i) % ROUND);
        if (!taken(code))
            return code;
    }
    let index = ROUND;
    while (taken(caseCode(index)))
        index++;
    return caseCode(index);
}
export function openCaseByKey(store, group, key) {
    const row = store.get(`SELECT * FROM cases WHERE grp = ? AND key = ? AND ${OPEN}`, group, key);
    return row ? readCase(row) : null;
}
function noteMove(store, before, after, move) {
    const seq = store.nextNumber('case_moves', 'seq');
    const id = `${store.botId}-m${String(seq).padStart(6, '0')}`;
    store.insert('case_moves', {
        seq,
        id,
        case_id: after.id,
        by: move.by,
        channel: move.channel,
        what: move.what,
        at: move.at,
        from_state: before?.state ?? null,
        from_step: before?.step ?? null,
        to_state: after.state,
        to_step: after.step,
    });
    return id;
}
/**
 * Joins the open case of the same key in the group, or opens one. Joining raises the severity and brings the deadline
 * forward where the new matter is graver; it never lowers either. Runs inside the caller's transaction.
 */
export function joinOrOpen(store, opening, group, decisionId, move) {
    const standing = openCaseByKey(store, group, opening.key);
    if (standing) {
        const graver = opening.severity < standing.severity;
        const joined = graver
            ? { ...standing, severity: opening.severity, deadline: Math.min(standing.deadline, opening.deadline) }
            : standing;
        if (graver)
            update(store, joined);
        return { case: joined, joined: true, moveId: noteMove(store, standing, joined, { ...move, what: 'joined' }) };
    }
    const n = store.nextNumber('cases');
    const opened = {
        ...opening,
        id: `${store.botId}-c${n}`,
        code: nextCode(store),
        group,
        decisionId,
        openedAt: move.at,
        state: opening.kind === 'recall' ? 'waiting' : 'open',
        step: 0,
        closedAt: null,
        closedBy: null,
    };
    store.insert('cases', {
        n,
        seq: store.nextNumber('cases', 'seq'),
        id: opened.id,
        code: opened.code,
        kind: opened.kind,
        severity: opened.severity,
        category: opened.category,
        key: opened.key,
        owner: opened.owner,
        about: opened.about,
        deadline: opened.deadline,
        summary: opened.summary,
        grp: group,
        decision_id: decisionId,
        opened_at: opened.openedAt,
        state: opened.state,
        step: 0,
    });
    return { case: opened, joined: false, moveId: noteMove(store, null, opened, { ...move, what: 'opened' }) };
}
const isOpen = (it) => it.state !== 'closed' && it.state !== 'ignored';
/** A case that is opened again keeps its code unless that was given to another one meanwhile. */
function recode(store, before, after) {
    if (isOpen(before) || !isOpen(after))
        return after;
    const rival = openCaseByKey(store, after.group, after.key);
    if (rival)
        throw new BanzhangError('BZ502', `同一件事已经另有编号 ${rival.code}，不能再重新打开 ${after.code}。`);
    const taken = store.get(`SELECT 1 FROM cases WHERE code = ? AND ${OPEN}`, after.code);
    return taken ? { ...after, code: nextCode(store) } : after;
}
function update(store, it) {
    store.run(`UPDATE cases SET code = ?, state = ?, step = ?, severity = ?, owner = ?, deadline = ?, summary = ?, closed_at = ?, closed_by = ?
      WHERE id = ?`, it.code, it.state, it.step, it.severity, it.owner, it.deadline, it.summary, it.closedAt, it.closedBy, it.id);
}
function owe(store, cause, decisionId, { actions, move: { at }, withhold }) {
    actions.forEach((draft, part) => insertAction(store, draft, { cause, part, decisionId, at, now: at, withhold }));
    return rowsOf(store, cause).map(readAction);
}
export function cases(store) {
    const list = (sql, ...values) => store.all(sql, ...values).map(readCase);
    return {
        case: id => caseById(store, id),
        cases({ group, since, until } = {}) {
            const [terms, values] = conditions([
                ['grp = ?', group],
                ['opened_at >= ?', since],
                ['opened_at < ?', until],
            ]);
            return list(`SELECT * FROM cases WHERE ${terms} ORDER BY n`, ...values);
        },
        openCases({ group, kind, owner, severity } = {}) {
            const [terms, values] = conditions([
                ['grp = ?', group],
                ['kind = ?', kind],
                ['owner = ?', owner],
                ['severity = ?', severity],
            ]);
            return list(`SELECT * FROM cases WHERE ${OPEN} AND ${terms} ORDER BY n`, ...values);
        },
        caseByCode(code, options = {}) {
            const terms = ['code = ?', ...(options.closed ? [] : [OPEN]), ...(options.group === undefined ? [] : ['grp = ?'])];
            const values = [code.toUpperCase(), ...(options.group === undefined ? [] : [options.group])];
            return list(`SELECT * FROM cases WHERE ${terms.join(' AND ')} ORDER BY n DESC LIMIT 1`, ...values)[0] ?? null;
        },
        nextCode: () => nextCode(store),
        openCaseByKey: (group, key) => openCaseByKey(store, group, key),
        dueCases(now) {
            return list(`SELECT * FROM cases WHERE ${OPEN} AND deadline <= ? ORDER BY deadline, n`, now);
        },
        nextDeadline() {
            return store.get(`SELECT min(deadline) AS at FROM cases WHERE ${OPEN}`)?.at ?? null;
        },
        openCase(input) {
            const { opening, group, decisionId, move } = input;
            return store.transaction(() => {
                const { case: it, joined, moveId } = joinOrOpen(store, opening, group, decisionId, move);
                return { case: it, joined, actions: owe(store, moveId, decisionId, input) };
            });
        },
        rescheduleCase(caseId, deadline) {
            store.run('UPDATE cases SET deadline = ? WHERE id = ?', deadline, caseId);
        },
        moveCase(input) {
            const { caseId, from, to, move } = input;
            return store.transaction(() => {
                const standing = caseById(store, caseId);
                if (!standing)
                    throw new BanzhangError('BZ503', `没有编号为 ${caseId} 的事项。`);
                if (standing.state !== from.state || standing.step !== from.step)
                    return { moved: false, case: standing, actions: [] };
                const given = Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined));
                const moved = recode(store, standing, { ...standing, ...given });
                update(store, moved);
                const moveId = noteMove(store, standing, moved, move);
                return { moved: true, case: moved, actions: owe(store, moveId, standing.decisionId, input) };
            });
        },
        caseMoves(id) {
            const sql = 'SELECT * FROM case_moves WHERE case_id = ? ORDER BY seq';
            return store.all(sql, id).map(readMove);
        },
    };
}
function readMove(row) {
    return {
        seq: row.seq,
        id: row.id,
        caseId: row.case_id,
        by: row.by,
        channel: row.channel,
        what: row.what,
        at: row.at,
        from: row.from_state === null ? null : { state: row.from_state, step: row.from_step ?? 0 },
        to: { state: row.to_state, step: row.to_step },
    };
}
//# sourceMappingURL=cases.js.map