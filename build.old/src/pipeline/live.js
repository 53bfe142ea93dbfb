import { channelMaker, withChannels } from '../effects/channels/index.js';
import { opinionEndpoint } from '../effects/opinion/index.js';
import { SchoolDirectory } from '../gateways/directory.js';
import { channelNames } from '../model/school.js';
import { assemble } from './assemble.js';
import { BindingDesk } from './binding/desk.js';
import { Bot } from './bot.js';
import { channelsOf } from './channels.js';
import { ConnectionAlarm } from './connection.js';
import { OpinionDesk } from './opinion/desk.js';
/** One account at work on a chat network. Nothing is connected before `bot.start()`. */
export function live(parts) {
    const { school, ledger, clock, log } = parts;
    const directory = new SchoolDirectory(school, ledger, ledger, () => clock.now());
    const gateway = parts.gateway(directory);
    const messages = () => parts.rules().ruleSet.messages;
    const channels = channelsOf(school.people, directory);
    // a dry run reaches nobody, and asks nobody
    const opinions = school.opinion && !parts.effects ? new OpinionDesk(school.opinion, opinionEndpoint(school.opinion)) : null;
    let seen = false;
    const modes = new Map(school.groups.map(group => [group.id, group.mode]));
    const { moderator, outbox } = assemble({
        ledger,
        directory,
        effects: parts.effects ?? withChannels(gateway.effects, channels, channelMaker({ smtp: school.smtp, clock })),
        clock,
        key: parts.key,
        rules: parts.rules,
        mode: group => modes.get(group) ?? 'shadow',
        // before the first login nobody is known: whoever cannot be reached is found out on sending
        reachable: person => !seen || (directory.networkId(person) !== null && (gateway.effects.reaches?.(person) ?? true)),
        met: person => directory.networkId(person) !== null,
        befriends: school.bot.acceptFriends ?? true,
        channels: person => channelNames(channels(person)),
        ...(opinions ? { opinions } : {}),
        pacing: school.pacing,
        random: parts.random,
        online: false,
        calendar: school.calendar,
        log,
        ...(parts.echoWindow === undefined ? {} : { echoWindow: parts.echoWindow }),
        jobs: deps => {
            const jobs = parts.jobs?.(deps);
            const desk = new BindingDesk(deps, directory);
            return {
                tick: () => {
                    jobs?.tick();
                    desk.tick();
                },
                nextDue: () => jobs?.nextDue() ?? null,
            };
        },
        ...(parts.judged ? { judged: parts.judged } : {}),
        ...(parts.caseMoved ? { caseMoved: parts.caseMoved } : {}),
    });
    const bot = new Bot({
        gateway,
        moderator,
        outbox,
        ledger,
        messages,
        clock,
        every: parts.every,
        log,
        stopping: () => opinions?.close(),
        connection: new ConnectionAlarm({
            ledger,
            clock,
            groups: () => directory.profiles(),
            channels: person => {
                const configs = channels(person);
                return channelNames(configs).map((name, i) => ({ name, address: JSON.stringify(configs[i]) }));
            },
            messages,
        }),
        ...(parts.readMedia ? { readMedia: parts.readMedia } : {}),
        status: status => {
            if (status.state === 'online')
                seen = true;
            parts.status?.(status);
        },
    });
    return { bot, moderator, directory };
}
//# sourceMappingURL=live.js.map