import { setTimeout as sleep } from 'node:timers/promises';
import { PuppetWechat4u } from 'wechaty-puppet-wechat4u';
import { NotConnected } from './guard.js';
import { webDownload, webRequest } from './media/web.js';
import { decodeWire } from './raw.js';
import { Session } from './session.js';
/** Where the stock puppet keeps the session in wechaty's memory. */
const MEMORY_SLOT = 'PUPPET-WECHAT4U';
/** wechat4u names a message by the millisecond: two in one millisecond would be taken for one */
const BETWEEN_SENDS = 2;
/** how long a stop waits for a listener that is busy */
const PATIENCE = 2_000;
const Stock = PuppetWechat4u;
/**
 * wechaty-puppet-wechat4u with everything repaired that it and wechat4u lose, alter or survive badly, none of it in
 * node_modules. Messages are handed on as the network gave them (`hooks.heard`), not through the puppet's events: those
 * cut texts, swallow some, come up to 51 seconds late, and obey phrases that log the bot out.
 */
export class GuardedPuppet extends Stock {
    guarded;
    session = null;
    turn = Promise.resolve();
    /** what was heard last, until it is dealt with and the card says so */
    batch = Promise.resolve();
    constructor(guarded) {
        super();
        this.guarded = guarded;
    }
    /** The stock class calls this once for each wechat4u, before it starts. */
    monkeyPatch(wechat) {
        super.monkeyPatch(wechat);
        const { hooks, baseUrl } = this.guarded;
        const heard = sync => {
            this.batch = hooks.heard(sync).then(() => this.saveCard(wechat));
            return this.batch;
        };
        this.session = new Session(wechat, { ...hooks, heard }, baseUrl);
    }
    /** A second login of the same account (after a reconnect) is nothing new; of another one it replaces the first. */
    login(userId) {
        if (this.isLoggedIn && this.currentUserId === userId)
            return;
        this.__currentUserId = undefined;
        super.login(userId);
    }
    /** Leaves; the session on the network and the card stay. What was heard is dealt with first, if that does not take long. */
    async onStop() {
        this.session?.leave();
        await settled(this.batch, PATIENCE);
        this.session = null;
        this.wechat4u = undefined;
        this.__currentUserId = undefined;
    }
    get ready() {
        return this.session?.online === true && this.isLoggedIn;
    }
    /** network id of the account itself, or empty */
    get me() {
        return this.wechat4u?.user.UserName ?? '';
    }
    /** nickname of the account, or empty */
    get accountName() {
        return decodeWire(this.wechat4u?.user.NickName);
    }
    /** Name of the message that was sent; null where the network does not tell. Rejects as wechat4u does. */
    async say(to, text) {
        const wechat = this.alive();
        const turn = this.turn;
        this.turn = turn.then(() => sleep(BETWEEN_SENDS));
        await turn;
        const { MsgID } = await wechat.sendMsg(text, to);
        return MsgID ? String(MsgID) : null;
    }
    /**
     * Takes back a message of the bot's own; resolves only when the server said so. (wechat4u's revokeMsg hides why it failed,
     * the stock puppet does not wait for it.)
     */
    async recall(messageId, to) {
        const wechat = this.alive();
        const data = {
            BaseRequest: wechat.getBaseRequest(),
            SvrMsgId: messageId,
            ToUserName: to,
            ClientMsgId: String(Date.now() * 1000),
        };
        const response = await wechat.request({ method: 'POST', url: wechat.CONF.API_webwxrevokemsg, data });
        const ret = response.data?.BaseResponse?.Ret;
        if (ret !== 0)
            throw Object.assign(new Error('recall refused'), { response });
    }
    /** Asks for rooms or persons; what comes is also told to `hooks.contacts`. */
    async refresh(userNames) {
        const wechat = this.alive();
        const contacts = await wechat.batchGetContact(userNames.map(UserName => ({ UserName, EncryChatRoomId: '' })));
        wechat.updateContacts(contacts);
    }
    /** Brings the media of a message. */
    media(media) {
        return async (limit, signal) => {
            const wechat = this.present();
            const asked = webRequest(media, this.me, wechat.CONF, wechat.PROP);
            return webDownload(wechat.request, asked, { file: media.kind === 'file' })(limit, signal);
        };
    }
    /** Brings somebody's picture; `path` as the service gave it in their contact. */
    face(path) {
        return async (limit, signal) => {
            const wechat = this.present();
            return webDownload(wechat.request, { url: `${wechat.CONF.origin}${path}` })(limit, signal);
        };
    }
    /** Accepts somebody's friend request. */
    async accept(userName, ticket) {
        await this.alive().verifyUser(userName, ticket);
    }
    /** Null while the address book was not read. */
    isFriend(userName) {
        const flag = this.wechat4u?.contacts[userName]?.ContactFlag;
        if (flag !== undefined && (flag & 1) === 1)
            return true;
        return this.session?.addressBookKnown ? false : null;
    }
    async messageSendText(to, text) {
        const id = await this.say(to, text);
        if (id === null)
            return undefined;
        const own = { MsgId: id, FromUserName: this.me, ToUserName: to, MsgType: 1, Content: text };
        this.cacheMessageRawPayload.set(id, { ...own, CreateTime: Math.floor(Date.now() / 1000), isSendBySelf: true });
        return id;
    }
    async messageRecall(id) {
        const raw = (await this.messageRawPayload(id));
        if (raw.FromUserName !== this.me)
            return false;
        await this.recall(id, raw.ToUserName);
        return true;
    }
    /** The stock one waits up to 51 seconds for somebody who may never be known. */
    async contactRawPayload(id) {
        return this.contact(id);
    }
    async roomRawPayload(id) {
        return this.contact(id);
    }
    /** Liveness comes from the last successful sync, not from a timer that ticks while the bot is deaf. */
    _startPuppetHeart() { }
    async waitStable() {
        this.emit('ready', { data: 'stable' });
    }
    contact(id) {
        const contact = this.wechat4u?.contacts[id];
        if (!contact)
            throw new Error('unknown contact');
        return contact;
    }
    async saveCard(wechat) {
        if (this.wechat4u !== wechat)
            return;
        await this.memory.set(MEMORY_SLOT, wechat.botData);
        await this.memory.save();
    }
    alive() {
        if (!this.ready)
            throw new NotConnected();
        return this.present();
    }
    present() {
        if (!this.wechat4u)
            throw new NotConnected();
        return this.wechat4u;
    }
}
async function settled(work, ms) {
    const patience = new AbortController();
    const { signal } = patience;
    await Promise.race([work.catch(() => { }), sleep(ms, undefined, { signal }).catch(() => { })]);
    patience.abort();
}
//# sourceMappingURL=puppet.js.map