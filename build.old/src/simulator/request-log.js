/** The latest requests, oldest first; older ones are counted only. */
export class RequestLog {
    limit;
    entries = [];
    counts = new Map();
    constructor(limit) {
        this.limit = limit;
    }
    add(request) {
        this.entries.push(request);
        this.counts.set(request.endpoint, this.count(request.endpoint) + 1);
        if (this.entries.length > this.limit)
            this.entries.splice(0, this.entries.length - this.limit);
    }
    /** kept requests to one endpoint, or all */
    of(endpoint) {
        return this.entries.filter(entry => endpoint === undefined || entry.endpoint === endpoint);
    }
    /** how many requests an endpoint ever got, those no longer kept included */
    count(endpoint) {
        return this.counts.get(endpoint) ?? 0;
    }
}
//# sourceMappingURL=request-log.js.map