import { DAY, ManualClock } from '../model/time.js';
import { playDay } from '../simulator/day.js';
import { Simulator } from '../simulator/index.js';
import { localTime, zonedInstant } from '../text/index.js';
import { live } from './live.js';
import { reach } from './replay.js';
const REAL_WAIT = 20_000;
/** A school day of an invented class on the real stack: wechaty, its puppet and wechat4u against the simulator. */
export async function demo(parts) {
    const { school, show, ledger } = parts;
    const group = school.groups[0];
    if (!group)
        throw new RangeError('the demo needs a group');
    const midnight = nextSchoolDay(parts.now, school.timezone);
    const clock = new ManualClock(midnight + 7 * 3_600_000);
    const world = worldOf(group, school);
    const simulator = new Simulator({ world, clock, echoOwn: true });
    const baseUrl = await simulator.start();
    const progress = new Progress();
    const { bot, moderator } = live({
        school,
        ledger,
        key: parts.key,
        rules: () => parts.rules,
        clock,
        every: () => () => { },
        random: () => 0,
        log: parts.log,
        jobs: parts.jobs,
        gateway: directory => watched(parts.gateway(baseUrl, directory, clock), progress, show),
        judged: outcome => show.judged(outcome),
        caseMoved: step => show.caseMoved(step),
        status: status => {
            if (status.state === 'scan')
                void show.scan(status.qrcode).then(() => simulator.phone.confirm());
            if (status.state === 'online')
                progress.done('online');
        },
    });
    let shown = 0;
    const settle = async () => {
        await bot.speak();
        for (const message of simulator.sent.slice(shown))
            show.arrived(message, nameOf(message.to, simulator));
        shown = simulator.sent.length;
    };
    try {
        await bot.start();
        await progress.until('online', REAL_WAIT);
        show.online(midnight);
        await playDay(parts.day, {
            simulator,
            room: group.topic,
            midnight,
            reach: at => reach(at, clock, [() => moderator.nextDeadline(), () => bot.nextWakeAt()], async () => {
                moderator.tick();
                await settle();
            }),
            handled: async (messageId) => {
                await progress.until(messageId, REAL_WAIT);
                await settle();
            },
            pause: parts.pause,
        });
        // what waits for the night's end is not waited for; a recall request or a repeat of the last minutes is
        await reach(clock.now() + 15 * 60_000, clock, [() => moderator.nextDeadline(), () => bot.nextWakeAt()], async () => {
            moderator.tick();
            await settle();
        });
        await parts.over();
    }
    finally {
        await bot.stop();
        await simulator.stop();
    }
}
/** Remembers what has been dealt with, and lets others wait for it. */
class Progress {
    finished = new Set();
    waiting = new Map();
    done(what) {
        this.finished.add(what);
        this.waiting.get(what)?.();
    }
    async until(what, ms) {
        if (this.finished.has(what))
            return;
        await new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error(`nothing was heard of ${what} within ${ms} ms`)), ms);
            this.waiting.set(what, () => {
                clearTimeout(timer);
                resolve();
            });
        });
    }
}
/** The gateway as it is, with a note of every message that has been dealt with. */
function watched(gateway, progress, show) {
    return {
        effects: gateway.effects,
        stop: () => gateway.stop(),
        start: ({ eventsAtOnce: _, ...listener }) => gateway.start({
            ...listener,
            event: async (event) => {
                await listener.event(event);
                progress.done(event.id);
            },
            privateMessage: async (message) => {
                show.whispered(message);
                await listener.privateMessage(message);
                progress.done(message.id);
            },
            // the demo's clock jumps from line to line: its silences are no gaps
            alive: () => { },
        }),
    };
}
function worldOf(group, school) {
    const me = { id: 'wxid_banzhang', nick: '班级小助手' };
    const members = group.members.map((member, i) => ({ id: `wxid_member_${i}`, nick: member.name, friend: true }));
    const others = school.people.map((person, i) => ({
        id: `wxid_person_${i}`,
        nick: person.name,
        remark: person.name,
        friend: true,
    }));
    const owner = members[group.members.findIndex(member => member.role === 'head_teacher')] ?? me;
    return {
        me,
        people: [...members, ...others],
        rooms: [
            {
                id: '10000001@chatroom',
                topic: group.topic,
                owner: owner.id,
                members: [me, ...members].map(({ id }) => ({ id })),
            },
        ],
    };
}
function nameOf(id, { world }) {
    return world.findRoom(id)?.topic ?? world.findPerson(id)?.nick ?? id;
}
/** Midnight of the next school day that is wholly ahead: WeChat Web drops messages older than its login. */
function nextSchoolDay(now, timezone) {
    for (let ahead = 1; ahead < 30; ahead++) {
        const local = localTime(now + ahead * DAY, timezone);
        const midnight = local.workday && !local.festival ? zonedInstant(`${local.date}T00:00`, timezone) : null;
        if (midnight !== null && midnight > now)
            return midnight;
    }
    return now + DAY;
}
//# sourceMappingURL=demo.js.map