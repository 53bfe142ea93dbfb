/** Calls that are under way: so many at once, and all of them can be hung up. */
export class OpinionDesk {
    config;
    endpoint;
    stop = new AbortController();
    running = 0;
    constructor(config, endpoint) {
        this.config = config;
        this.endpoint = endpoint;
    }
    free(besides = 0) {
        return !this.stop.signal.aborted && this.running + besides < this.config.atOnce;
    }
    ask(question, answered) {
        this.running++;
        this.endpoint(question, this.stop.signal)
            .catch(() => ({ outcome: 'unreachable', opinion: null, ms: 0, tokens: null, status: null }))
            .then(reply => {
            this.running--;
            if (!this.stop.signal.aborted)
                answered(reply);
        });
    }
    /** Nobody waits any more: what was held leaves in its own time. */
    close() {
        this.stop.abort();
    }
}
//# sourceMappingURL=desk.js.map