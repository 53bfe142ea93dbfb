import { rowsOf, textDigest } from './actions.js';
import { sha256 } from './store.js';
const GENESIS = '0'.repeat(64);
/**
 * hash = sha256(previous hash | canonical JSON of decision and actions). Texts enter as salted digests, people as ids:
 * erasing a name, an excerpt or a text leaves every hash valid.
 */
export function linkHash(previous, row, actions) {
    const canonical = JSON.stringify([
        row.seq,
        row.id,
        row.event_id,
        row.grp,
        row.at,
        row.committed_at,
        row.rule,
        row.category,
        row.topic,
        row.respond,
        row.severity,
        row.recipient,
        row.supersedes,
        row.rule_set,
        row.case_id,
        sha256(row.detail),
        row.excerpt_digest,
        actions.map(action => [
            action.id,
            action.part,
            action.decided_at,
            action.kind,
            action.grp,
            action.person,
            action.recipient,
            action.text_digest,
            action.topic,
            action.category,
            action.severity,
            action.not_before,
            action.expires_at,
            action.message_id,
            action.channel,
        ]),
    ]);
    return sha256(previous, canonical);
}
/** The end of the chain, signed with the key: cutting rows off, or hashing a forged chain anew, shows. */
export function head(store) {
    return (store.get('SELECT length, hash, seal FROM chain_head') ?? {
        length: 0,
        hash: GENESIS,
        seal: sealOf(store, 0, GENESIS),
    });
}
export function moveHead(store, length, hash) {
    store.insert('chain_head', { one: 1, length, hash, seal: sealOf(store, length, hash) }, 'ON CONFLICT (one) DO UPDATE SET length = excluded.length, hash = excluded.hash, seal = excluded.seal');
}
function sealOf(store, length, hash) {
    return store.keyed('chain', `${length} ${hash}`);
}
const PAGE = 500;
/** Walks the chain in pages, so that a long ledger needs no more memory than a short one. */
export function verifyChain(store) {
    return store.snapshot(() => {
        let previous = GENESIS;
        let length = 0;
        let last = '';
        for (;;) {
            const rows = store.all('SELECT * FROM decisions WHERE seq > ? ORDER BY seq LIMIT ?', length, PAGE);
            for (const row of rows) {
                if (row.seq !== length + 1)
                    return { ok: false, at: row.id, reason: '它之前的决定被删去了' };
                const reason = check(store, previous, row);
                if (reason !== null)
                    return { ok: false, at: row.id, reason };
                previous = row.hash;
                last = row.id;
                length++;
            }
            if (rows.length < PAGE)
                break;
        }
        const end = head(store);
        if (end.seal !== sealOf(store, end.length, end.hash))
            return { ok: false, at: last, reason: '链尾的签名不对：账本被别的程序改写过，或密钥不是原来那一把' };
        if (end.length !== length)
            return { ok: false, at: last, reason: `应有 ${end.length} 条决定，只剩 ${length} 条` };
        return end.hash === previous ? { ok: true, length } : { ok: false, at: last, reason: '链尾与最后一条决定不符' };
    });
}
function check(store, previous, row) {
    const actions = rowsOf(store, row.id);
    if (linkHash(previous, row, actions) !== row.hash)
        return '决定或它的动作被改动过';
    for (const action of actions)
        if (action.text_salt !== null && textDigest(action.text_salt, action.text) !== action.text_digest)
            return `动作 ${action.id} 的文字被改动过`;
    const excerpt = store.get('SELECT salt, text FROM excerpts WHERE decision_id = ?', row.id);
    if (excerpt && textDigest(excerpt.salt, excerpt.text) !== row.excerpt_digest)
        return '摘录被改动过';
    return null;
}
//# sourceMappingURL=chain.js.map