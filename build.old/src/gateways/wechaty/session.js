import { setTimeout as sleep } from 'node:timers/promises';
import { AccountBlocked, guardRequests, QrExpired, SessionEnded } from './guard.js';
const SHORTEST_BACKOFF = 1_000;
const LONGEST_BACKOFF = 8_000;
const LONGEST_LOGIN_BACKOFF = 60_000;
/** so many refusals (not network errors) of webwxinit and the saved session counts as over */
const REFUSALS = 5;
const STALE_KEY = 3;
/**
 * Runs one wechat4u: login, resuming a saved session, and the sync loop, in place of its own polling, which storms, goes
 * deaf for minutes after an outage and drops what was said meanwhile. At most one attempt a second, backing off; the
 * same session is resumed for as long as the network lets it; the sync key of the last batch that was dealt with is
 * kept, so that the server hands out again what was not.
 */
export class Session {
    wechat;
    hooks;
    leaving = new AbortController();
    round = 0;
    resuming = false;
    freshKey = null;
    up = false;
    /** whether the address book was read, so that a stranger can be told from a friend */
    addressBookKnown = false;
    constructor(wechat, hooks, baseUrl) {
        this.wechat = wechat;
        this.hooks = hooks;
        const w = wechat;
        const pause = (ms) => this.pause(ms);
        const ticks = () => performance.now();
        w.request = guardRequests(w.request, { baseUrl, signal: this.leaving.signal, pause, ticks });
        this.keepSyncKey();
        this.watchAddressBook();
        this.listenToContacts();
        w.start = () => this.login();
        w.restart = () => this.resume();
        w.syncPolling = () => void this.poll();
        w.checkPolling = () => { };
        w.stop = () => this.leave();
    }
    /** Ends the loops and every request; the session on the network stays. */
    leave() {
        this.round++;
        this.wechat.state = this.wechat.CONF.STATE.logout;
        this.leaving.abort();
    }
    get online() {
        return this.up && !this.left;
    }
    get left() {
        return this.leaving.signal.aborted;
    }
    /** By QR code, until somebody has scanned it. */
    async login() {
        this.wechat.PROP.syncKey = { List: [] };
        this.wechat.PROP.formatedSyncKey = '';
        this.wechat.contacts = {};
        this.addressBookKnown = false;
        for (let failures = 0; !this.left;) {
            try {
                await this.wechat._login();
                await this.wechat._init();
                return;
            }
            catch (error) {
                if (this.left)
                    return;
                if (error instanceof AccountBlocked)
                    return this.hooks.blocked(error.code);
                failures = error instanceof QrExpired ? 0 : failures + 1;
                if (failures > 0)
                    this.troubled(error);
                await this.pause(backoff(failures, LONGEST_LOGIN_BACKOFF));
            }
        }
    }
    /** With the saved session, no QR code. */
    async resume() {
        for (let failures = 0, refusals = 0; !this.left;) {
            try {
                this.resuming = true;
                await this.wechat._init();
                return;
            }
            catch (error) {
                if (this.left)
                    return;
                refusals = refusal(error) ? refusals + 1 : 0;
                if (error instanceof SessionEnded || refusals >= REFUSALS) {
                    return this.over(error instanceof SessionEnded ? error.code : 'init');
                }
                this.troubled(error);
                await this.pause(backoff(++failures, LONGEST_BACKOFF));
            }
            finally {
                this.resuming = false;
            }
        }
    }
    async poll() {
        const round = ++this.round;
        let failures = 0;
        let empty = 0;
        while (!this.left && this.round === round) {
            try {
                const selector = await this.wechat.syncCheck();
                this.working();
                failures = 0;
                if (Number(selector) === 0) {
                    await this.hooks.idle();
                    continue;
                }
                const { syncKey, formatedSyncKey } = this.wechat.PROP;
                const sync = await this.wechat.sync();
                this.wechat.updateContacts(sync.ModContactList?.filter(contact => typeof contact?.UserName === 'string'));
                try {
                    await this.hooks.heard(sync);
                }
                catch (error) {
                    // not dealt with: ask for the same again
                    Object.assign(this.wechat.PROP, { syncKey, formatedSyncKey });
                    throw error;
                }
                const something = (sync.AddMsgList?.length ?? 0) + (sync.ModContactList?.length ?? 0) > 0;
                // a selector that never goes back to 0 must not become a storm
                empty = something ? 0 : empty + 1;
                if (empty > 1)
                    await this.pause(backoff(empty - 1, LONGEST_BACKOFF));
            }
            catch (error) {
                if (this.left || this.round !== round)
                    return;
                if (error instanceof SessionEnded)
                    return this.over(error.code);
                failures++;
                if (failures >= STALE_KEY && refusal(error) && this.freshKey)
                    this.wechat.PROP.syncKey = this.freshKey;
                this.troubled(error);
                await this.pause(backoff(failures, LONGEST_BACKOFF));
            }
        }
    }
    over(code) {
        this.round++;
        this.up = false;
        this.wechat.state = this.wechat.CONF.STATE.logout;
        this.hooks.ended(code);
        // the puppet forgets the card and starts again
        this.wechat.emit('logout');
    }
    working() {
        this.hooks.alive();
        if (this.up)
            return;
        this.up = true;
        this.hooks.online();
    }
    troubled(error) {
        this.up = false;
        this.hooks.trouble(reasonOf(error));
    }
    /** webwxinit hands out the newest key; the one kept in the card is older and brings what was missed. */
    keepSyncKey() {
        const w = this.wechat;
        const init = w.init.bind(w);
        w.init = async () => {
            const kept = w.PROP.syncKey;
            const data = await init();
            this.freshKey = w.PROP.syncKey;
            if (this.resuming && kept.List.length > 0)
                w.PROP.syncKey = kept;
            return data;
        };
    }
    watchAddressBook() {
        const w = this.wechat;
        const page = w.getContact.bind(w);
        const whole = w._getContact.bind(w);
        let failed = false;
        w.getContact = async (seq) => {
            try {
                return await page(seq);
            }
            catch (error) {
                // wechat4u goes on with what it has
                failed = true;
                throw error;
            }
        };
        w._getContact = async (seq) => {
            if (seq)
                return whole(seq);
            failed = false;
            const contacts = await whole();
            w.updateContacts(contacts);
            this.addressBookKnown = !failed;
            return contacts;
        };
    }
    /** The puppet would ask for every member of every room again, 40 at a time; nothing here needs that. */
    listenToContacts() {
        const w = this.wechat;
        const emit = w.emit;
        w.emit = (event, ...values) => {
            if (event !== 'contacts-updated')
                return emit.call(w, event, ...values);
            this.hooks.contacts(values[0]);
            return true;
        };
    }
    async pause(ms) {
        await sleep(ms, undefined, { signal: this.leaving.signal }).catch(() => { });
    }
}
function backoff(failures, longest) {
    return Math.min(longest, SHORTEST_BACKOFF * 2 ** Math.max(0, failures - 1));
}
/** The server answered and said no (as against: it did not answer). */
function refusal(error) {
    const answer = error?.response;
    return answer?.data?.BaseResponse?.Ret !== undefined;
}
/** A few words that hold nothing of what was sent or answered. */
function reasonOf(error) {
    const { code, response, name } = (error ?? {});
    if (typeof code === 'string')
        return code;
    return typeof response?.status === 'number' ? `HTTP ${response.status}` : String(name ?? 'error');
}
//# sourceMappingURL=session.js.map