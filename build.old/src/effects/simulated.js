import { EffectError } from './effects.js';
/**
 * Effects that reach nobody: for replay and dry run. Everybody can be reached, message ids count up, everything is
 * recorded. Tests may tell them to fail or to hang.
 */
export class SimulatedEffects {
    options;
    capabilities;
    /** everything sent, oldest first */
    sent = [];
    /** everything sent by second channels, oldest first */
    second = [];
    /** ids of others' messages that were asked to be taken back */
    recalledOthers = [];
    failures = [];
    gate = Promise.resolve();
    constructor(options) {
        this.options = options;
        this.capabilities = {
            sayInGroup: true,
            sayInPrivate: true,
            recallOwn: true,
            recallOther: false,
            removeMember: false,
            announce: false,
            hearsItself: options.onEcho !== undefined,
            ...options.capabilities,
        };
    }
    sayInGroup(group, text) {
        return this.say({ group }, text);
    }
    sayInPrivate(person, text) {
        return this.say({ person }, text);
    }
    async recallOwn(messageId, target) {
        await this.carryOut(() => {
            const message = this.sent.find(sent => sent.messageId === messageId && sameTarget(sent.target, target));
            if (!message)
                throw new EffectError('refused', `没有可撤回的消息 ${messageId}`);
            message.recalled = true;
        });
    }
    async recallOther(messageId) {
        await this.carryOut(() => void this.recalledOthers.push(messageId));
    }
    secondChannel(person, channel, message) {
        return this.carryOut(() => {
            this.second.push({ ...message, person, channel, sentAt: this.options.clock.now() });
            return { messageId: null };
        });
    }
    /**
     * The next calls fail so, one each.
     * @param carriedOut the line is sent all the same, as when only the answer is lost
     */
    failNext(failure, options = {}) {
        const { times = 1, message = '模拟的失败', carriedOut = false } = options;
        for (let i = 0; i < times; i++)
            this.failures.push({ failure, message, carriedOut });
    }
    /** Every call from now on waits until the returned function is called. */
    hang() {
        let release = () => { };
        this.gate = new Promise(resolve => {
            release = resolve;
        });
        return release;
    }
    async say(target, text) {
        const messageId = await this.carryOut(() => {
            const id = `sim-${this.sent.length + 1}`;
            this.sent.push({ messageId: id, at: this.options.clock.now(), target, text, recalled: false });
            return id;
        });
        return { messageId };
    }
    async carryOut(effect) {
        await this.gate;
        const failing = this.failures.shift();
        if (failing && !failing.carriedOut)
            throw new EffectError(failing.failure, failing.message);
        const before = this.sent.length;
        const result = effect();
        for (const { messageId, at, target, text } of this.sent.slice(before))
            await this.options.onEcho?.({ messageId, at, target, text });
        if (failing)
            throw new EffectError(failing.failure, failing.message);
        return result;
    }
}
function sameTarget(a, b) {
    return 'group' in a ? 'group' in b && a.group === b.group : 'person' in b && a.person === b.person;
}
//# sourceMappingURL=simulated.js.map