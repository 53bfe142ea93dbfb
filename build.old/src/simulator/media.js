/** Bytes of pictures, voice, video and files; the oldest go first, as they do on the real service. */
export class Media {
    limit;
    items = new Map();
    constructor(limit) {
        this.limit = limit;
    }
    /** Files under a message id and under a media id are the same item. */
    add(keys, item) {
        for (const key of keys)
            this.items.set(key, item);
        for (const oldest of this.items.keys()) {
            if (this.items.size <= this.limit)
                break;
            this.items.delete(oldest);
        }
    }
    get(key) {
        return this.items.get(key) ?? null;
    }
    /** From now on the service answers with nothing at all, status 200: what it does with expired media. */
    expire(key) {
        const item = this.items.get(key);
        if (item)
            this.items.set(key, { ...item, bytes: Buffer.alloc(0) });
    }
}
//# sourceMappingURL=media.js.map