import { createHmac } from 'node:crypto';
import { OutboxWorker } from '../effects/index.js';
import { localTime } from '../text/index.js';
import { raiseAlarm, withAlarms } from './alarm.js';
import { withBundles } from './bundle.js';
import { dutyOf, onDuty } from './duty.js';
import { withHush } from './hush.js';
import { Moderator } from './moderator.js';
import { sparing, suspects } from './suspects.js';
/** The one path, put together: live, dry run, replay and demo differ in gateway, effects and clock only. */
export function assemble(parts) {
    const { ledger, directory, clock, log } = parts;
    const groups = {
        profile: group => {
            const profile = directory.profile(group);
            return profile && onDuty(profile, dutyOf(ledger, group, clock.now()));
        },
        mode: parts.mode,
        rolesOf: person => directory.rolesOf(person),
        selves: person => directory.selves(person),
        all: () => directory.profiles().map(profile => onDuty(profile, dutyOf(ledger, profile.id, clock.now()))),
    };
    const deps = {
        ledger,
        clock,
        rules: parts.rules,
        groups,
        reachable: parts.reachable,
        recallsOthers: () => parts.effects.capabilities.recallOther && parts.effects.recallOther !== undefined,
        ...(parts.met ? { met: parts.met } : {}),
        ...(parts.befriends === undefined ? {} : { befriends: parts.befriends }),
        ...(parts.channels ? { channels: parts.channels } : {}),
        ...(parts.opinions ? { opinions: parts.opinions } : {}),
        localTime: (at, timezone) => localTime(at, timezone, parts.calendar),
        digest: key => createHmac('sha256', parts.key).update(key).digest('base64url').slice(0, 22),
        log,
        ...(parts.judged ? { judged: parts.judged } : {}),
        ...(parts.caseMoved ? { caseMoved: parts.caseMoved } : {}),
    };
    const outbox = new OutboxWorker({
        store: withBundles(withHush(withAlarms(deps), deps), deps),
        effects: sparing(parts.effects, suspects(deps)),
        clock,
        pacing: parts.pacing,
        random: parts.random,
        online: parts.online,
        ...(parts.echoWindow === undefined ? {} : { echoWindow: parts.echoWindow }),
        onUnknown: action => {
            log.warn({ action: action.id, kind: action.kind }, 'nobody knows whether this line was sent');
            raiseAlarm(deps, action);
        },
        onSettled: (action, settlement) => {
            if (settlement.state === 'failed')
                log.warn({ action: action.id, kind: action.kind }, 'a line could not be sent');
        },
    });
    const whole = {
        ...deps,
        wake: () => {
            outbox.drain().catch((error) => {
                log.error({ error: error instanceof Error ? error.message : String(error) }, 'the outbox stumbled');
            });
        },
    };
    return { moderator: new Moderator(whole, parts.jobs?.(whole) ?? null), outbox };
}
//# sourceMappingURL=assemble.js.map