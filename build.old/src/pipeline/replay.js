import { SimulatedEffects } from '../effects/index.js';
import { SchoolDirectory } from '../gateways/directory.js';
import { groupOfHeader, ReplayGateway, supervisorOfHeader, } from '../gateways/replay/index.js';
import { ManualClock } from '../model/time.js';
import { assemble } from './assemble.js';
/** A log has no school file: everybody comes from its headers. */
const NO_SCHOOL = {
    school: '',
    timezone: 'Asia/Shanghai',
    bot: { id: 'replay', puppet: '', puppetToken: null },
    dataDir: '',
    rulesDir: '',
    groups: [],
    people: [],
    smtp: null,
    pacing: { perMinute: 1, perDay: 1, jitter: 0 },
    retention: { inbox: 0, flagged: 0, escalated: 0 },
    signals: [],
    calendar: { workdays: [], restDays: [] },
};
const NOTHING_TO_DO = { tick: () => { }, nextDue: () => null };
/** Takes logs through the one path, on the log's own clock; what is owed goes to simulated effects. */
export async function replay(parts) {
    const { ledger } = parts;
    const clock = new ManualClock(0);
    const directory = new LoggedGroups(NO_SCHOOL, ledger);
    const effects = new SimulatedEffects({ clock });
    let latest = null;
    let current = '';
    const { moderator, outbox } = assemble({
        ledger,
        directory,
        effects,
        clock,
        key: parts.key,
        rules: () => parts.rules,
        mode: () => 'live',
        reachable: () => true,
        pacing: { perMinute: 1_000_000, perDay: 1_000_000, jitter: 0 },
        random: () => 0,
        online: true,
        calendar: NO_SCHOOL.calendar,
        log: parts.log,
        jobs: deps => parts.jobs?.(deps, () => current) ?? NOTHING_TO_DO,
        judged: outcome => {
            latest = outcome;
        },
    });
    const opened = new Map();
    const gateway = new ReplayGateway({
        files: parts.files,
        effects,
        directory,
        openGroup: header => {
            const group = groupOfHeader(idOf(header, opened), header);
            directory.addPeople(supervisorOfHeader(group.id, header));
            directory.addGroup(group, header.timezone);
            clock.restartAt(0);
            current = group.id;
            return group.id;
        },
        reach: at => reach(at, clock, [() => moderator.nextDeadline(), () => outbox.nextWakeAt()], async () => {
            moderator.tick();
            await outbox.drain();
        }),
        handled: (_, line) => {
            if (latest)
                parts.decided(latest, line);
            latest = null;
        },
        problem: parts.problem,
    });
    await gateway.start({
        event: async (event) => {
            moderator.event(event);
            await outbox.drain();
        },
        privateMessage: () => { },
        echo: () => { },
        status: () => { },
        alive: () => { },
    });
}
/** Logs have nothing to do with each other: who is called alike in two of them is two people. */
class LoggedGroups extends SchoolDirectory {
    selves(person) {
        return [person];
    }
}
/** Moves a clock on to an instant, stopping wherever something falls due on the way. */
export async function reach(at, clock, due, act) {
    // the very first event sets the clock: nothing can have fallen due before it
    if (clock.now() === 0)
        clock.restartAt(at);
    for (;;) {
        const next = Math.min(...due.map(when => when() ?? Number.POSITIVE_INFINITY));
        if (next > at)
            break;
        const before = clock.now();
        clock.advanceTo(next);
        await act();
        // what stays due without time passing will not be settled by asking again
        if (clock.now() === before && next <= before)
            break;
    }
    clock.advanceTo(at);
}
/** The scenario, or the group's name; a group that is opened again is another one. */
function idOf(header, opened) {
    const id = header.scenario ?? header.group;
    const times = (opened.get(id) ?? 0) + 1;
    opened.set(id, times);
    return times === 1 ? id : `${id}#${times}`;
}
//# sourceMappingURL=replay.js.map