import { channelNames } from '../../model/school.js';
import { EffectError } from '../effects.js';
import { EmailChannel } from './email.js';
import { WebhookChannel } from './webhook.js';
import { WecomChannel } from './wecom.js';
/** Makes channels; the same settings give the same channel, so that people who share a robot share its limit. */
export function channelMaker({ smtp, clock, timeout }) {
    const made = new Map();
    const make = (config) => {
        switch (config.kind) {
            case 'email':
                if (!smtp)
                    throw new EffectError('refused', '学校文件里没有写 smtp');
                return new EmailChannel(smtp, config.to, timeout);
            case 'wecom':
                return new WecomChannel(config.url, clock, timeout);
            case 'webhook':
                return new WebhookChannel(config.url, config.secret, timeout);
        }
    };
    return config => {
        const key = JSON.stringify(config);
        const channel = made.get(key) ?? make(config);
        made.set(key, channel);
        return channel;
    };
}
/** The effects of a gateway, and the second channels of the school file beside them. The gateway knows nothing of it. */
export function withChannels(effects, channelsOf, make) {
    const secondChannel = async (person, channel, message) => {
        const configs = channelsOf(person);
        const config = configs[channelNames(configs).indexOf(channel)];
        if (!config)
            throw new EffectError('refused', '学校文件里已经没有这条通道');
        await make(config).send(message);
        return { messageId: null };
    };
    return new Proxy(effects, {
        get(target, key) {
            if (key === 'secondChannel')
                return secondChannel;
            const value = Reflect.get(target, key);
            return typeof value === 'function' ? value.bind(target) : value;
        },
    });
}
//# sourceMappingURL=with-channels.js.map