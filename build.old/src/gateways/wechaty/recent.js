/** Remembers so many keys, the oldest forgotten first. */
export class Recent {
    limit;
    values = new Map();
    constructor(limit) {
        this.limit = limit;
    }
    has(key) {
        return this.values.has(key);
    }
    get(key) {
        return this.values.get(key);
    }
    set(key, value) {
        this.values.delete(key);
        this.values.set(key, value);
        if (this.values.size <= this.limit)
            return;
        const oldest = this.values.keys().next();
        if (!oldest.done)
            this.values.delete(oldest.value);
    }
}
//# sourceMappingURL=recent.js.map