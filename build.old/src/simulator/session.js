import { Inbox } from './inbox.js';
import { hash, WireIds } from './wire.js';
/** One QR login. Its ids, keys and inbox die with it. */
export class Session {
    ids;
    inbox;
    sid;
    skey;
    passTicket;
    ticket;
    /** numeric, as a string */
    uin;
    ended = null;
    /** the phone has answered the client's notice with the list of recent chats */
    notified = false;
    constructor(seed, retained) {
        this.ids = new WireIds(hash(`${seed}:salt`));
        this.inbox = new Inbox(retained);
        this.sid = hash(`${seed}:sid`).slice(0, 16);
        this.skey = `@crypt_${hash(`${seed}:skey`).slice(0, 24)}`;
        this.passTicket = hash(`${seed}:pass`).slice(0, 24);
        this.ticket = hash(`${seed}:ticket`).slice(0, 24);
        this.uin = String(2_700_000_000 + (Number.parseInt(hash(`${seed}:uin`).slice(0, 6), 16) % 1_000_000));
    }
}
/** The QR codes given out and how far the phone has come with each. */
export class Logins {
    states = new Map();
    add(uuid) {
        this.states.set(uuid, { now: 'waiting', told: 'waiting' });
    }
    /** the latest QR code that can still be used, or null */
    get current() {
        const open = [...this.states].filter(([, { now }]) => now === 'waiting' || now === 'scanned');
        return open.at(-1)?.[0] ?? null;
    }
    set(uuid, state) {
        const entry = this.states.get(uuid);
        if (!entry)
            throw new Error(`no QR code ${uuid}`);
        entry.now = state;
    }
    /** the client has not been told the present state yet; an unknown code counts as expired */
    news(uuid) {
        const entry = this.states.get(uuid);
        return entry === undefined || entry.now !== entry.told;
    }
    tell(uuid) {
        const entry = this.states.get(uuid);
        if (!entry)
            return 'expired';
        entry.told = entry.now;
        return entry.now;
    }
    /** A confirmed code logs in once. */
    redeem(uuid) {
        const entry = this.states.get(uuid);
        if (entry?.now !== 'confirmed')
            return false;
        this.states.delete(uuid);
        return true;
    }
}
//# sourceMappingURL=session.js.map