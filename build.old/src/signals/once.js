/**
 * What many rules ask of one event, one after the other, found out once. Only of the latest event it is known; of an
 * earlier one it is found out again, and is the same.
 */
export function oncePerEvent(find) {
    let latest = null;
    let found;
    return facts => {
        if (facts !== latest) {
            // nothing is known while it is being found out
            latest = null;
            found = find(facts);
            latest = facts;
        }
        return found;
    };
}
//# sourceMappingURL=once.js.map