import { EffectError } from '../../effects/effects.js';
import { recallFailure, sendFailure } from './send-errors.js';
/** Effects on WeChat, by the ledger's ids. */
export class WechatEffects {
    capabilities;
    directory;
    bindings;
    mouth;
    constructor(capabilities, directory, bindings, 
    /** null before the start and after the stop */
    mouth) {
        this.capabilities = capabilities;
        this.directory = directory;
        this.bindings = bindings;
        this.mouth = mouth;
    }
    async sayInGroup(group, text) {
        const mouth = this.connected();
        return this.say(mouth, this.roomOf(group), text);
    }
    async sayInPrivate(person, text) {
        const mouth = this.connected();
        const to = this.personOf(person);
        // the service takes a text for a stranger without a word and never delivers it
        if (mouth.isFriend(to) === false)
            throw new EffectError('unreachable', '对方不是机器人的好友，私聊可能送不到');
        return this.say(mouth, to, text);
    }
    /** The service says nothing of a text to a stranger; the address book does. */
    reaches(person) {
        const id = this.directory.networkId(person);
        return this.capabilities.sayInPrivate && id !== null && this.mouth()?.isFriend(id) !== false;
    }
    async recallOwn(messageId, target) {
        const mouth = this.connected();
        const to = 'group' in target ? this.roomOf(target.group) : this.personOf(target.person);
        await mouth.recall(messageId, to).catch(error => {
            throw recallFailure(error);
        });
    }
    /** The network's word for it is no proof: the recall notice is. */
    async recallOther(messageId, group) {
        const mouth = this.connected();
        await mouth.recall(messageId, this.roomOf(group)).catch(error => {
            throw recallFailure(error);
        });
    }
    async say(mouth, to, text) {
        const messageId = await mouth.say(to, text).catch(error => {
            throw sendFailure(error);
        });
        return { messageId };
    }
    connected() {
        const mouth = this.mouth();
        if (!mouth?.ready)
            throw new EffectError('retry', '微信现在没有连上');
        return mouth;
    }
    roomOf(group) {
        const room = this.bindings.room(group);
        // right after a login not every room and person has been seen yet
        if (!room)
            throw new EffectError('retry', '在微信里还没有找到这个群');
        return room;
    }
    personOf(person) {
        const id = this.directory.networkId(person);
        if (!id)
            throw new EffectError('retry', '在微信里还没有找到这个人');
        return id;
    }
}
//# sourceMappingURL=effects.js.map