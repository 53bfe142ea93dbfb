/** Narrow exceptions a head teacher made with digit 6: no more alerts of one category about one member. */
const key = (group, member) => `exception:${group}:${member}`;
export function exceptionsOf(ledger, group, member) {
    const value = ledger.meta(key(group, member));
    return value === null ? [] : value.split(',');
}
export function addException(ledger, group, member, category) {
    const all = new Set([...exceptionsOf(ledger, group, member), category]);
    ledger.setMeta(key(group, member), [...all].sort().join(','));
}
/** False when there was none. */
export function removeException(ledger, group, member, category) {
    const all = exceptionsOf(ledger, group, member);
    if (!all.includes(category))
        return false;
    const left = all.filter(one => one !== category);
    ledger.setMeta(key(group, member), left.length === 0 ? null : left.join(','));
    return true;
}
/** All of a group, in an order that does not change by itself. */
export function listExceptions(ledger, group) {
    const prefix = key(group, '');
    return ledger
        .metas(prefix)
        .flatMap(({ key: found, value }) => value.split(',').map(category => ({ member: found.slice(prefix.length), category })));
}
//# sourceMappingURL=exceptions.js.map