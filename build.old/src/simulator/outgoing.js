import { Waiting } from './waiting.js';
/** Everything the client ever sent, oldest first. The proof in end-to-end tests. */
export class Outgoing {
    all = [];
    waiting = new Waiting();
    add(message) {
        this.all.push(message);
        this.waiting.wake();
    }
    /**
     * Takes a message back: own, in this chat, within the window.
     * `late` and `unknown` leave everything as it is.
     */
    revoke(id, to, now, window) {
        const message = this.all.find(sent => sent.id === id && sent.to === to);
        if (!message)
            return 'unknown';
        if (now - message.at > window)
            return 'late';
        message.revoked = true;
        this.waiting.wake();
        return 'revoked';
    }
    /** @throws when no message fits within so many milliseconds of real time */
    async waitFor(predicate, ms) {
        await this.waiting.until(() => this.all.some(predicate), ms);
        const found = this.all.find(predicate);
        if (found)
            return found;
        throw new Error(`no such message was sent within ${ms} ms; ${this.all.length} others were`);
    }
    release() {
        this.waiting.release();
    }
}
//# sourceMappingURL=outgoing.js.map