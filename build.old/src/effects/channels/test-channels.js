import { renderMessage } from '../../model/message.js';
import { channelNames } from '../../model/school.js';
import { EffectError } from '../effects.js';
import { channelMaker } from './with-channels.js';
/**
 * Sends one test message (`second.test`) by every channel of the school file, all at once.
 * @returns one proof a channel, in the order of the file; never rejects for a channel that fails
 */
export function testChannels(school, messages, parts) {
    const make = channelMaker({ ...parts, smtp: school.smtp });
    const at = parts.clock.now();
    const text = renderMessage(messages, 'second.test');
    const each = school.people.flatMap((person, i) => channelNames(person.channels).map((channel, j) => ({
        person: person.name,
        channel,
        config: person.channels[j],
        id: `${school.bot.id}-test-${at}-${i}-${j}`,
    })));
    return Promise.all(each.map(async ({ person, channel, config, id }) => {
        const proof = { person, kind: config.kind, channel };
        try {
            await make(config).send({ id, code: 'TEST', severity: null, text, at });
            return { ...proof, ok: true, why: null };
        }
        catch (error) {
            if (error instanceof EffectError)
                return { ...proof, ok: false, why: error.message };
            throw error;
        }
    }));
}
//# sourceMappingURL=test-channels.js.map