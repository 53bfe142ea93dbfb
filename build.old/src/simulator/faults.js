/** The faults in force. */
export class Faults {
    changed;
    active = [];
    constructor(changed) {
        this.changed = changed;
    }
    /** Returns a function that takes the fault back. */
    add(fault) {
        const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
        this.active.push(entry);
        this.changed();
        return () => {
            this.active = this.active.filter(other => other !== entry);
        };
    }
    clear() {
        this.active = [];
    }
    /** A fault waits for this request, so a long poll need not go on. */
    pending(request) {
        return this.active.some(({ fault }) => matches(fault, request));
    }
    /** The first fault for this request, which is used up by one. */
    take(request) {
        const entry = this.active.find(({ fault }) => matches(fault, request));
        if (!entry)
            return null;
        entry.left -= 1;
        if (entry.left <= 0)
            this.active = this.active.filter(other => other !== entry);
        return entry.fault;
    }
}
function matches(fault, request) {
    if (fault.endpoint !== '*' && fault.endpoint !== request.endpoint)
        return false;
    return fault.when === undefined || fault.when(request);
}
//# sourceMappingURL=faults.js.map