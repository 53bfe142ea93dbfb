import { randomBytes } from 'node:crypto';
import { SEVERITIES } from '../model/rule.js';
import { sha256 } from './store.js';
/** `notBefore` is the next time it is due: a retry moves it on. */
export function readAction(row) {
    return {
        id: row.id,
        cause: row.cause,
        part: row.part,
        decidedAt: row.decided_at,
        kind: row.kind,
        target: row.person === null ? { group: row.grp } : { person: row.person, group: row.grp },
        recipient: row.recipient,
        text: row.text,
        topic: row.topic,
        category: row.category,
        severity: row.severity,
        notBefore: row.due_at,
        expiresAt: row.expires_at,
        ...(row.message_id === null ? {} : { messageId: row.message_id }),
        ...(row.channel === null ? {} : { channel: row.channel }),
        state: row.state,
        attempts: row.attempts,
        sentAs: row.sent_as,
        settledAt: row.settled_at,
        error: row.error,
    };
}
export function draftOf(action) {
    const { id, cause, part, decidedAt, state, attempts, sentAs, settledAt, error, ...draft } = action;
    return draft;
}
/** The id that identifies a target: the person where there is one, else the group. */
export function targetId(target) {
    return 'person' in target ? target.person : target.group;
}
/** Owes one action; owing the same part of the same cause again changes nothing. */
export function insertAction(store, draft, owed) {
    const withheld = owed.withhold === 'but_replies' ? draft.kind !== 'reply' : owed.withhold;
    const n = store.nextNumber('actions');
    const salt = randomBytes(12).toString('base64url');
    store.insert('actions', {
        n,
        seq: store.nextNumber('actions', 'seq'),
        id: `${store.botId}-a${String(n).padStart(6, '0')}`,
        cause: owed.cause,
        part: owed.part,
        decision_id: owed.decisionId,
        decided_at: owed.at,
        kind: draft.kind,
        grp: draft.target.group,
        person: 'person' in draft.target ? draft.target.person : null,
        target: targetId(draft.target),
        recipient: draft.recipient,
        text: draft.text,
        text_salt: salt,
        text_digest: textDigest(salt, draft.text),
        topic: draft.topic,
        category: draft.category,
        severity: draft.severity,
        not_before: draft.notBefore,
        expires_at: draft.expiresAt,
        message_id: draft.messageId ?? null,
        channel: draft.channel ?? null,
        due_at: draft.notBefore,
        state: withheld ? 'withheld' : 'owed',
        settled_at: withheld ? owed.now : null,
    }, 'ON CONFLICT (cause, part) DO NOTHING');
}
/** Salted: with the salt gone, the digest of an erased text tells nothing. */
export function textDigest(salt, text) {
    return sha256(salt, text);
}
export function rowsOf(store, cause) {
    return store.all('SELECT * FROM actions WHERE cause = ? ORDER BY part', cause);
}
const rank = (severity) => severity === null ? SEVERITIES.length : SEVERITIES.indexOf(severity);
/**
 * Whether what an earlier decision did or owes is what a later one wants: the same kind to the same target on the
 * same topic, no less severe, and not held back longer.
 */
export function covers(earlier, wanted, now) {
    if (earlier.kind !== wanted.kind || earlier.target !== targetId(wanted.target) || earlier.topic !== wanted.topic)
        return false;
    if (earlier.channel !== (wanted.channel ?? null))
        return false;
    if (earlier.message_id !== (wanted.messageId ?? null) || rank(earlier.severity) > rank(wanted.severity))
        return false;
    if (earlier.state === 'owed')
        return earlier.not_before <= wanted.notBefore && earlier.expires_at > now;
    return ['sending', 'done', 'unknown', 'withheld', 'bundled'].includes(earlier.state);
}
//# sourceMappingURL=actions.js.map