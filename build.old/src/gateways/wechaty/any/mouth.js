import { EffectError } from '../../../effects/effects.js';
import { NotConnected } from '../guard.js';
/** No call of a puppet is waited for longer, milliseconds. */
const PATIENCE = 30_000;
/** The part of any puppet that speaks. */
export class AnyMouth {
    puppet;
    friend;
    constructor(puppet, friend) {
        this.puppet = puppet;
        this.friend = friend;
    }
    get ready() {
        return this.puppet.isLoggedIn;
    }
    async say(to, text) {
        const id = await this.ask(puppet => puppet.messageSendText(to, text));
        return typeof id === 'string' && id !== '' ? id : null;
    }
    /** A "yes" is not believed by anybody; a "no" is. */
    async recall(messageId) {
        if ((await this.ask(puppet => puppet.messageRecall(messageId))) === false)
            throw new EffectError('refused', '微信没有撤回这条消息');
    }
    isFriend(id) {
        return this.friend(id);
    }
    async ask(call) {
        if (!this.ready)
            throw new NotConnected();
        try {
            return await inTime(call(this.puppet), PATIENCE);
        }
        catch (error) {
            if (/unsupported/i.test(String(error?.message)))
                throw new EffectError('refused', '这个 puppet 做不到', error);
            throw error;
        }
    }
}
/** Rejects when it takes longer. */
export async function inTime(work, ms) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error('no answer in time')), ms).unref();
    });
    try {
        return await Promise.race([work, late]);
    }
    finally {
        clearTimeout(timer);
    }
}
//# sourceMappingURL=mouth.js.map