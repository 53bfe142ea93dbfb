const key = (group) => `consent:${group}`;
/** Everything that was put on record for a group, oldest first. */
export function consentEntries(ledger, group) {
    return JSON.parse(ledger.meta(key(group)) ?? '[]');
}
/** Puts one thing on record; nothing is ever taken off but by `forgetObjector`. */
export function addConsent(ledger, group, entry) {
    ledger.setMeta(key(group), JSON.stringify([...consentEntries(ledger, group), entry]));
}
/** How a group stands: the latest of each kind. */
export function consentOf(ledger, group) {
    const entries = consentEntries(ledger, group);
    const latest = (kind) => (entries.findLast(entry => entry.kind === kind) ?? null);
    const objectors = new Set();
    for (const entry of entries) {
        if (entry.kind === 'objects')
            objectors.add(entry.person);
        if (entry.kind === 'agrees')
            objectors.delete(entry.person);
    }
    return {
        posted: latest('posted'),
        consulted: latest('consulted'),
        guardians: latest('guardians'),
        objectors: [...objectors],
    };
}
/** Whether somebody objected: what they say is judged, and not one word of it is kept. */
export function objects(ledger, group, person) {
    const kept = ledger.meta(key(group));
    return kept !== null && kept.includes(person) && consentOf(ledger, group).objectors.includes(person);
}
/** Somebody is forgotten: what they objected to goes with them. */
export function forgetObjector(ledger, group, person) {
    const left = consentEntries(ledger, group).filter(entry => !('person' in entry) || entry.person !== person);
    ledger.setMeta(key(group), left.length === 0 ? null : JSON.stringify(left));
}
//# sourceMappingURL=consent.js.map