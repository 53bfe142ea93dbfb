import { laneOf } from '../model/action.js';
import { DAY } from '../model/time.js';
/** meta key of one line that may not have arrived: `owed` until a digest told of it, then `told` */
const prefixOf = (group) => `undelivered:${group}:`;
/** So long a line is remembered as told: until then a restart may find it again. */
const REMEMBERED = 7 * DAY;
/** Notes a line that failed, or of which nobody knows, for the next digest; once, however often it is said. */
export function noteUndelivered(ledger, action, now) {
    const key = `${prefixOf(action.target.group)}${action.id}`;
    if (laneOf(action.kind) === 'second' || now - action.decidedAt > REMEMBERED || ledger.meta(key) !== null)
        return;
    ledger.setMeta(key, 'owed');
}
/**
 * What a digest has to tell its reader: lines to the group and its members, and to the reader. What did not reach
 * somebody else in charge is none of the reader's business.
 */
export function undeliveredOf(ledger, group, reader) {
    return noted(ledger, group)
        .filter(({ told, action: { state, recipient, target } }) => !told &&
        // an echo may have come since
        (state === 'failed' || state === 'unknown') &&
        (recipient === null || ('person' in target && target.person === reader)))
        .map(({ action }) => action);
}
/** A digest told of them. */
export function tellUndelivered(ledger, group, reader, now) {
    for (const { id } of undeliveredOf(ledger, group, reader))
        ledger.setMeta(`${prefixOf(group)}${id}`, 'told');
    for (const { key, action } of noted(ledger, group))
        if (now - action.decidedAt > REMEMBERED)
            ledger.setMeta(key, null);
}
function noted(ledger, group) {
    const prefix = prefixOf(group);
    return ledger.metas(prefix).flatMap(({ key, value }) => {
        const action = ledger.action(key.slice(prefix.length));
        return action ? [{ key, told: value === 'told', action }] : [];
    });
}
//# sourceMappingURL=undelivered.js.map