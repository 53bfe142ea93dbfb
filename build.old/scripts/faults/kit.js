import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Simulator } from '../../src/simulator/index.js';
import { faultsWorld } from './world.js';
/** A simulator and a subject for one row. */
export class Kit {
    who;
    dir = mkdtempSync(join(tmpdir(), 'banzhang-faults-'));
    opened = null;
    constructor(who) {
        this.who = who;
    }
    get simulator() {
        return this.use().simulator;
    }
    get subject() {
        return this.use().subject;
    }
    /** Starts both; logged in unless said otherwise. */
    async open(options = {}) {
        const { login = true, parents, ...settings } = options;
        const simulator = new Simulator({
            world: faultsWorld(),
            longPoll: 2_000,
            echoOwn: false,
            logLimit: 300_000,
            ...settings,
        });
        const baseUrl = await simulator.start();
        const Class = this.who === 'stock' ? (await import('./stock.js')).StockSubject : (await import('./ours.js')).OurSubject;
        const subject = new Class({ baseUrl, dir: this.dir, ...(parents ? { parents } : {}) });
        this.opened = { simulator, subject };
        await subject.start();
        if (login)
            await this.login();
        return this;
    }
    async login() {
        this.simulator.phone.confirm(await this.simulator.phone.waitForCode(90_000));
        await this.until(() => this.count('online') > 0, 30_000);
        // rooms and members have been asked for
        const probe = `第一句 ${Date.now()}`;
        this.simulator.say('1001@chatroom', 'dad', probe);
        await this.hears(probe, 60_000);
    }
    count(state) {
        return this.subject.states.filter(each => each.state === state).length;
    }
    /** Something heard of this text within so many milliseconds. */
    async hears(text, ms = 4_000) {
        const find = () => this.subject.heard.find(each => each.text === text);
        await this.until(() => find() !== undefined, ms);
        return find() ?? null;
    }
    async until(ready, ms) {
        const deadline = Date.now() + ms;
        while (!ready()) {
            if (Date.now() > deadline)
                return false;
            await sleep(20);
        }
        return true;
    }
    async close() {
        const { opened } = this;
        if (opened) {
            opened.simulator.faults.clear();
            await Promise.race([opened.subject.stop().catch(() => { }), sleep(3_000)]);
            await opened.simulator.stop();
        }
        rmSync(this.dir, { recursive: true, force: true });
    }
    use() {
        if (!this.opened)
            throw new Error('not opened');
        return this.opened;
    }
}
//# sourceMappingURL=kit.js.map