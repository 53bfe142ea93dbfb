/**
 * The urgent first, then as they were decided for each target, as fast as pacing allows. P0, recalls and recall requests
 * never wait.
 */
export class Turns {
    pacer;
    /** targets whose oldest action waits for another try: what comes after waits with it */
    held = new Map();
    constructor(pacer) {
        this.pacer = pacer;
    }
    /** @param due owed and due, not expired; in the store's order */
    next(due, now) {
        let earliest = null;
        for (const action of inOrder(due)) {
            const at = this.readyAt(action, now);
            if (at <= now)
                return { action };
            earliest = Math.min(earliest ?? at, at);
        }
        return earliest === null ? null : { at: earliest };
    }
    /** This one left, or may have left. */
    spent(action, now) {
        this.release(action);
        if (!takesBack(action))
            this.pacer.spend(now);
    }
    /** This one is tried again then. */
    hold(action, until) {
        if (!urgent(action))
            this.held.set(targetOf(action), until);
    }
    /** This one will not be tried again. */
    release(action) {
        if (!urgent(action))
            this.held.delete(targetOf(action));
    }
    readyAt(action, now) {
        if (urgent(action))
            return now;
        return Math.max(this.held.get(targetOf(action)) ?? now, this.pacer.readyAt(now));
    }
}
/** What must not wait for its turn: an emergency, and what is of use for two minutes only. */
function urgent(action) {
    return action.severity === 'P0' || takesBack(action) || action.kind === 'ask_recall';
}
/** Says nothing to anybody, and may be asked for twice. */
export function takesBack({ kind }) {
    return kind === 'recall_own' || kind === 'recall_other';
}
/** The store's own order where two were decided at once. */
function inOrder(actions) {
    return actions.toSorted((a, b) => Number(urgent(b)) - Number(urgent(a)) || a.decidedAt - b.decidedAt);
}
function targetOf({ target }) {
    return 'person' in target ? `person ${target.person}` : `group ${target.group}`;
}
//# sourceMappingURL=turns.js.map