import { randomBytes } from 'node:crypto';
import { covers, draftOf, insertAction, readAction, rowsOf, textDigest } from './actions.js';
import { caseById, joinOrOpen } from './cases.js';
import { head, linkHash, moveHead, verifyChain } from './chain.js';
import { deedsOf, historyOf, remember } from './history.js';
import { packDetail, unpackDetail } from './trace.js';
export function latestDecision(store, eventId) {
    return store.get('SELECT * FROM decisions WHERE event_id = ? ORDER BY seq DESC LIMIT 1', eventId);
}
/** A decision as it stands in the ledger: its own actions, and of its case what is known now. */
export function readDecision(store, row, actions, it) {
    return {
        id: row.id,
        eventId: row.event_id,
        group: row.grp,
        at: row.at,
        rule: row.rule,
        category: row.category,
        topic: row.topic,
        respond: row.respond,
        severity: row.severity,
        to: row.recipient,
        ...unpackDetail(store, row.detail),
        actions: actions.map(draftOf),
        opens: it && {
            kind: it.kind,
            severity: it.severity,
            category: it.category,
            key: it.key,
            owner: it.owner,
            about: it.about,
            deadline: it.deadline,
            summary: it.summary,
        },
        supersedes: row.supersedes,
        ruleSet: row.rule_set,
    };
}
/** Which class of retention an excerpt falls under; null keeps nothing: ordinary talk leaves no text. */
export function excerptClass({ draft, remembered }) {
    if (draft.respond === 'escalate' || draft.opens)
        return 'escalated';
    if (draft.respond !== 'allow' && draft.respond !== 'collect')
        return 'flagged';
    return remembered.question ? 'question' : null;
}
/** What earlier decisions on the event owe or did; what the new one does not want any more is withdrawn. */
function settleEarlier(store, { draft, now }) {
    if (draft.supersedes === null)
        return [];
    const earlier = store.all('SELECT a.* FROM decisions d JOIN actions a ON a.cause = d.id WHERE d.event_id = ? ORDER BY a.n', draft.eventId);
    for (const row of earlier)
        if (row.state === 'owed' && !draft.actions.some(wanted => covers(row, wanted, now))) {
            store.run("UPDATE actions SET state = 'withdrawn', settled_at = ? WHERE id = ?", now, row.id);
            row.state = 'withdrawn';
        }
    return earlier;
}
function commit(store, input) {
    const { draft, now } = input;
    const standing = latestDecision(store, draft.eventId);
    if (standing && standing.id !== draft.supersedes) {
        const actions = rowsOf(store, standing.id).map(readAction);
        const it = standing.case_id === null ? null : caseById(store, standing.case_id);
        return { decision: readDecision(store, standing, actions, it), actions, openedCase: null, duplicate: true };
    }
    if (!standing && draft.supersedes !== null)
        throw new Error(`${draft.supersedes} is no decision on ${draft.eventId}`);
    const end = head(store);
    const seq = end.length + 1;
    const id = `${store.botId}-d${String(seq).padStart(6, '0')}`;
    const earlier = settleEarlier(store, input);
    const joined = draft.opens && joinOrOpen(store, draft.opens, draft.group, id, { by: 'bot', channel: 'group', at: now });
    draft.actions.forEach((action, part) => {
        if (!earlier.some(row => covers(row, action, now)))
            insertAction(store, action, { cause: id, part, decisionId: id, at: draft.at, now, withhold: input.withhold });
    });
    const owed = rowsOf(store, id);
    const kept = input.excerpt === null ? null : excerptClass(input);
    const salt = randomBytes(12).toString('base64url');
    const row = {
        seq,
        id,
        event_id: draft.eventId,
        grp: draft.group,
        at: draft.at,
        committed_at: now,
        rule: draft.rule,
        category: draft.category,
        topic: draft.topic,
        respond: draft.respond,
        severity: draft.severity,
        recipient: draft.to,
        supersedes: draft.supersedes,
        rule_set: draft.ruleSet,
        case_id: joined?.case.id ?? null,
        detail: packDetail(store, draft.steps, draft.trace, `${input.remembered.role} ${input.remembered.kind}`),
        excerpt_digest: kept === null ? null : textDigest(salt, input.excerpt),
    };
    const hash = linkHash(end.hash, row, owed);
    store.insert('decisions', { ...row, hash });
    moveHead(store, seq, hash);
    if (kept !== null)
        store.insert('excerpts', { decision_id: id, class: kept, at: now, salt, text: input.excerpt });
    remember(store, draft.group, input.remembered);
    store.run('UPDATE events SET decided = 1 WHERE id = ? AND decided = 0', draft.eventId);
    return {
        decision: { ...draft, id },
        actions: owed.map(readAction),
        openedCase: joined && !joined.joined ? joined.case : null,
        duplicate: false,
    };
}
export function decisions(store, texts) {
    return {
        commitDecision(input) {
            const committed = store.transaction(() => commit(store, input));
            const { eventId, at, text } = input.remembered;
            texts.forget(input.now);
            if (!committed.duplicate && text !== undefined)
                texts.add(input.draft.group, eventId, at, text);
            return committed;
        },
        verifyChain: () => verifyChain(store),
        dropExcerpt(decisionId) {
            store.run('DELETE FROM excerpts WHERE decision_id = ?', decisionId);
        },
        history: (group, before) => historyOf(store, texts, group, before),
        deeds: (group, except) => deedsOf(store, group, except),
    };
}
//# sourceMappingURL=decisions.js.map