import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { appendOnly } from './schema.js';
import { sha256 } from './store.js';
export const traceTable = `
CREATE TABLE trace_models (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, trace BLOB NOT NULL);
${appendOnly('trace_models')}`;
/** Beyond this many bytes deflating pays. */
const PACK_ABOVE = 1024;
/** A few kilobytes of short sentences, for every message: a small window and little effort are enough. */
const DEFLATE = { level: 1, windowBits: 13, memLevel: 6 };
/** The latest models of every open ledger, by whom they are about. */
const models = new WeakMap();
/**
 * Trace and steps of one decision in few bytes. Nearly all that rules say of a message is what they said of the last one
 * of that sort: the first such trace is stored once as a model, and of the others only what differs. `sort` names the
 * sort (who, what kind); a trace in which a rule fired is no model.
 */
export function packDetail(store, steps, trace, sort) {
    const model = modelOf(store, trace, sort);
    const detail = {
        ...(model ? { m: model.hash } : { r: orderOf(store, trace) }),
        t: grouped(trace, model),
        s: steps.map(({ step, changed, because }) => [step, changed ? 1 : 0, because]),
    };
    return packed(detail);
}
export function unpackDetail(store, bytes) {
    const detail = unpacked(bytes);
    const trace = detail.m === undefined ? [] : [...readModel(store, detail.m)];
    const rules = detail.r === undefined ? trace.map(({ rule, tier }) => [rule, tier]) : readOrder(store, detail.r);
    for (const [result, because, places] of detail.t)
        for (const place of places) {
            const [rule, tier] = rules[place];
            trace[place] = { rule, tier, result, because };
        }
    return { steps: detail.s.map(([step, changed, because]) => ({ step, changed: changed === 1, because })), trace };
}
/** Equal answers together; with a model only those that differ from it. */
function grouped(trace, model) {
    const groups = new Map();
    for (let place = 0; place < trace.length; place++) {
        const { result, because } = trace[place];
        const usual = model?.trace[place];
        if (usual?.result === result && usual.because === because)
            continue;
        const key = `${result}\0${because}`;
        const group = groups.get(key);
        if (group)
            group[2].push(place);
        else
            groups.set(key, [result, because, [place]]);
    }
    return [...groups.values()];
}
function modelOf(store, trace, sort) {
    let known = models.get(store);
    if (!known)
        models.set(store, (known = new Map()));
    const key = `${sort}\0${trace.length}`;
    const model = known.get(key);
    // what was written together with a failed decision is not there
    if (model && sameRules(model.trace, trace) && isStored(store, model.hash))
        return model;
    if (trace.some(({ result }) => result === 'fired' || result === 'not_reached'))
        return null;
    const bytes = packed(trace.map(({ rule, tier, result, because }) => [rule, tier, result, because]));
    const hash = sha256(bytes).slice(0, 32);
    if (!isStored(store, hash))
        store.insert('trace_models', { hash, trace: bytes });
    const made = { hash, trace };
    known.set(key, made);
    return made;
}
function isStored(store, hash) {
    return store.get('SELECT 1 FROM trace_models WHERE hash = ?', hash) !== undefined;
}
function sameRules(a, b) {
    for (let i = 0; i < b.length; i++) {
        const [mine, other] = [a[i], b[i]];
        if (mine?.rule !== other?.rule || mine?.tier !== other?.tier)
            return false;
    }
    return a.length === b.length;
}
function readModel(store, hash) {
    const row = store.get('SELECT trace FROM trace_models WHERE hash = ?', hash);
    const lines = row ? unpacked(row.trace) : [];
    return lines.map(([rule, tier, result, because]) => ({ rule, tier, result, because }));
}
function orderOf(store, trace) {
    const rules = JSON.stringify(trace.map(({ rule, tier }) => [rule, tier]));
    const hash = sha256(rules).slice(0, 32);
    if (!store.get('SELECT 1 FROM rule_orders WHERE hash = ?', hash))
        store.insert('rule_orders', { hash, rules });
    return hash;
}
function readOrder(store, hash) {
    const row = store.get('SELECT rules FROM rule_orders WHERE hash = ?', hash);
    return JSON.parse(row?.rules ?? '[]');
}
/** JSON; what is long is deflated, and the first byte tells which. */
function packed(value) {
    const plain = Buffer.from(JSON.stringify(value));
    return plain.length > PACK_ABOVE
        ? Buffer.concat([Buffer.of(1), deflateRawSync(plain, DEFLATE)])
        : Buffer.concat([Buffer.of(0), plain]);
}
function unpacked(bytes) {
    const body = bytes.subarray(1);
    return JSON.parse((bytes[0] === 1 ? inflateRawSync(body) : body).toString('utf8'));
}
//# sourceMappingURL=trace.js.map