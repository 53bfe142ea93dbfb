import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { audit, quiet, recorded } from './audit.js';
import { BusyDay } from './busy-day.js';
import { reachPoint } from './kill-points.js';
import { Random } from './random.js';
import { Stage } from './stage.js';
/** How long the bot may take to finish when nobody kills it any more. */
const END = 300_000;
export async function crashTest(options) {
    const { kills, seed, rate, rules, say, echoWindow = 15_000 } = options;
    const random = new Random(seed);
    const stage = new Stage({ groups: 6, membersEach: 40, echoWindow });
    // rules that are edited meanwhile are another matter
    const frozen = join(stage.dir, 'rules');
    cpSync(rules, frozen, { recursive: true, filter: path => path !== join(rules, 'school.yaml') });
    stage.useRules(frozen);
    await stage.open();
    const day = new BusyDay(stage, random, rate, () => day.record.events.length - recorded(stage.ledgerFile));
    const began = Date.now();
    try {
        const first = stage.start();
        await stage.login(first);
        for (let n = 0; n < 5; n++)
            day.happen();
        await until(() => finished(stage, day), 120_000);
        day.start();
        const points = new Map();
        let bot = first;
        for (let killed = 0; killed < kills; killed++) {
            const point = await reachPoint(stage, bot, random);
            if (!bot.alive)
                throw new Error(`the bot ended of itself:\n${bot.stderr}`);
            await bot.kill();
            points.set(point, (points.get(point) ?? 0) + 1);
            if ((killed + 1) % 20 === 0)
                say(`${killed + 1} kills, ${day.record.events.length} events, ${stage.simulator.sent.length} lines`);
            bot = stage.start();
        }
        day.stop();
        const settled = await until(() => finished(stage, day), END);
        const { record } = day;
        await end(bot);
        const found = audit(stage.ledgerFile, record);
        if (bot.has('scan'))
            say('a new QR login was needed: the session was not resumed from the card');
        if (!settled)
            say(`not everything was finished after ${END / 1000} s`);
        for (const [name, list] of Object.entries(found)) {
            if (list.length > 0)
                say(`${name} ${list.length}: ${list.slice(0, 5).join(', ')}`);
        }
        if (bot.stderr)
            say(`the last life said: ${bot.stderr.slice(0, 500)}`);
        for (const [point, count] of points)
            say(`killed ${point}: ${count}`);
        const lost = found.eventsLost.length + found.privatesLost.length;
        const decisions = found.decisionsLost.length + found.decidedTwice.length;
        const whole = settled && lost + decisions + found.sentTwice.length + found.neverSent.length + found.unsettled.length === 0;
        const summary = `${kills} kills, ${record.events.length + record.privates.length} events, ${record.sent.length} lines sent ` +
            `in ${Math.round((Date.now() - began) / 1000)} s: ${lost} events lost, ${decisions} decisions lost or doubled, ` +
            `${found.sentTwice.length} messages sent twice, ${found.neverSent.length + found.unsettled.length} never sent`;
        say(summary);
        return { whole, audit: found, summary };
    }
    finally {
        day.stop();
        await stage.close();
    }
}
function finished(stage, day) {
    try {
        return quiet(stage.ledgerFile, day.record, stage.clock.now());
    }
    catch {
        return false;
    }
}
async function end(bot) {
    await Promise.race([bot.stop(), sleep(10_000)]);
    if (bot.alive)
        await bot.kill();
}
async function until(ready, ms) {
    const deadline = Date.now() + ms;
    while (!ready()) {
        if (Date.now() > deadline)
            return false;
        await sleep(100);
    }
    return true;
}
//# sourceMappingURL=crash.js.map