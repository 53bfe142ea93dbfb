import { renderMessage } from '../model/message.js';
import { SECOND } from '../model/time.js';
/** meta key: instant of the latest proof that the connection lives */
export const ALIVE_KEY = 'alive';
/** How often a live connection is noted on disk: for `doctor --live`, and for the gap after a crash. */
const NOTE = 15 * SECOND;
/** A long poll takes up to half a minute, and what failed is tried again; only a longer silence is a gap. */
const SILENCE = 90 * SECOND;
/**
 * Writes to the ledger every window in which nothing could be heard: from the last proof that the connection lived to
 * the next one, when it is longer than a few polls; and, however short, across a new login, since the network keeps
 * nothing for a session that has ended. Survives the process: the last proof is on disk.
 */
export class Gaps {
    ledger;
    messages;
    last;
    noted = Number.NEGATIVE_INFINITY;
    newLogin = false;
    reason = 'gap.not_running';
    constructor(ledger, messages) {
        this.ledger = ledger;
        this.messages = messages;
        const kept = ledger.meta(ALIVE_KEY);
        this.last = kept === null ? null : Number(kept);
    }
    status(status) {
        if (status.state === 'scan')
            this.newLogin = true;
    }
    /** The connection proved to be alive. */
    alive(at) {
        const { last } = this;
        if (last !== null && at > last && (this.newLogin || at - last > SILENCE)) {
            const reason = this.newLogin ? 'gap.new_login' : this.reason;
            this.ledger.batch(() => {
                this.ledger.addGap(last, at, renderMessage(this.messages(), reason));
                this.note(at);
            });
        }
        else if (at < this.noted || at - this.noted >= NOTE)
            this.note(at);
        this.last = at;
        this.newLogin = false;
        this.reason = 'gap.no_answer';
    }
    /** A stop on purpose: the next run's gap begins here. */
    close() {
        if (this.last !== null)
            this.note(this.last);
    }
    note(at) {
        this.ledger.setMeta(ALIVE_KEY, String(at));
        this.noted = at;
    }
}
//# sourceMappingURL=gaps.js.map