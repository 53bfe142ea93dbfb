import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Random } from './random.js';
import { Stage } from './stage.js';
const CHAT = [
    '今天放学几点',
    '好的',
    '明天带水彩笔吗',
    '孩子有点咳嗽',
    '谁家有多的三角尺借一下',
    '谢谢',
    '在路上了',
    '知道了',
];
const RARE = [
    '自家做的手工牛轧糖，25一斤，想要的加我微信 tangtang_2020 私我下单',
    '给我家娃投一票 https://vote.example.com/p/26',
];
/** one in so many is not ordinary talk */
const ONE_IN = 200;
const STEADY_SECONDS = 20;
const BURST_SECONDS = 2;
export async function soak(options) {
    const { say, groups, members, messages, burst, steady } = options;
    const random = new Random(1);
    const stage = new Stage({ groups, membersEach: members, rules: options.rules });
    await stage.open();
    const watch = new Watch();
    try {
        const bot = stage.start(undefined, true);
        bot.onDecided = (events, rss) => watch.decided(events, rss);
        await stage.login(bot);
        const talk = (measured) => {
            const group = random.pick(stage.school.groups);
            const text = random.below(ONE_IN) === 0 ? random.pick(RARE) : `${random.pick(CHAT)}${random.below(100)}`;
            watch.said(group.id, stage.simulator.say(group.room, random.pick(group.parents), text), measured);
        };
        for (let n = 0; n < 20; n++)
            talk(false);
        await drained(watch, bot);
        const start = watch.rss;
        let middle = 0;
        let [burstTime, burstMessages] = [0, 0];
        while (watch.total < messages) {
            // outside bursts: time from the wire to the disk
            await paced(Math.min(steady * STEADY_SECONDS, messages - watch.total), steady, () => talk(true));
            await drained(watch, bot);
            watch.mark();
            const began = Date.now();
            const before = watch.total;
            const count = Math.min(burst * BURST_SECONDS * 5, messages - watch.total);
            await paced(count, burst, () => talk(false));
            await drained(watch, bot);
            burstTime += Date.now() - began;
            burstMessages += watch.total - before;
            if (middle === 0 && watch.total >= messages / 2)
                middle = watch.rss;
            say(`${watch.total} messages, rss ${mb(watch.rss)} MB, p95 of the last stretch outside bursts ${watch.stretches.at(-1)} ms`);
        }
        const rss = { start, middle, end: watch.rss };
        await bot.stop();
        const { lost, outOfOrder } = compare(stage.ledgerFile, watch.order);
        const [p50, p95] = [watch.percentile(0.5), watch.percentile(0.95)];
        const rate = burstTime === 0 ? 0 : Math.round((burstMessages / burstTime) * 1000);
        say(`${watch.total} messages of ${groups} groups of ${members}: ${lost} lost, ${outOfOrder} groups out of order; ` +
            `rss ${mb(rss.start)} / ${mb(rss.middle)} / ${mb(rss.end)} MB at start, middle, end; from the wire to the disk ` +
            `p50 ${p50} ms, p95 ${p95} ms outside bursts (by stretch: median ${percentile(watch.stretches, 0.5)} ms, ` +
            `worst ${Math.max(...watch.stretches)} ms); bursts of ${burst} a second are worked off at ${rate} a second`);
        return { whole: lost + outOfOrder === 0, lost, outOfOrder, rss, p50, p95, rate };
    }
    finally {
        await stage.close();
    }
}
/** What was said when, and when it was decided. */
class Watch {
    /** ids of each group in the order in which they were said */
    order = new Map();
    total = 0;
    rss = 0;
    done = 0;
    began = new Map();
    times = [];
    /** p95 of each stretch outside bursts: a machine that is busy with something else shows in single ones */
    stretches = [];
    measured = 0;
    said(group, id, measured) {
        this.total += 1;
        const ids = this.order.get(group) ?? [];
        ids.push(id);
        this.order.set(group, ids);
        if (measured)
            this.began.set(id, Date.now());
    }
    decided(events, rss) {
        this.rss = rss;
        this.done += events.length;
        for (const [id, at] of events) {
            const began = this.began.get(id);
            if (began === undefined)
                continue;
            this.times.push(at - began);
            this.began.delete(id);
        }
    }
    get waiting() {
        return this.total - this.done;
    }
    /** Milliseconds over all stretches. */
    percentile(part) {
        return percentile(this.times, part);
    }
    /** A stretch outside bursts is over. */
    mark() {
        this.stretches.push(percentile(this.times.slice(this.measured), 0.95));
        this.measured = this.times.length;
    }
}
function percentile(times, part) {
    const sorted = times.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
async function paced(count, perSecond, act) {
    const began = Date.now();
    for (let done = 0; done < count;) {
        const due = Math.min(count, Math.ceil(((Date.now() - began) / 1000) * perSecond));
        for (; done < due; done++)
            act();
        await sleep(5);
    }
}
/** Everything said has been decided. @throws when nothing moves for a minute */
async function drained(watch, bot) {
    for (let last = watch.waiting, moved = Date.now(); watch.waiting > 0;) {
        await sleep(50);
        if (watch.waiting !== last)
            [last, moved] = [watch.waiting, Date.now()];
        if (Date.now() - moved > 60_000 || !bot.alive)
            throw new Error(`${watch.waiting} messages wait:\n${bot.stderr}`);
    }
}
function compare(file, order) {
    const db = new Database(file, { readonly: true });
    try {
        const of = db.prepare('SELECT id FROM events WHERE grp = ? ORDER BY seq').pluck();
        let [lost, outOfOrder] = [0, 0];
        for (const [group, said] of order) {
            const wanted = new Set(said);
            const kept = of.all(group).filter(id => wanted.has(id));
            lost += said.length - kept.length;
            if (kept.some((id, place) => id !== said[place]))
                outOfOrder += 1;
        }
        return { lost, outOfOrder };
    }
    finally {
        db.close();
    }
}
function mb(bytes) {
    return Math.round(bytes / 1024 / 1024);
}
//# sourceMappingURL=soak.js.map