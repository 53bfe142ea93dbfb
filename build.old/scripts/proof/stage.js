import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY, HOUR, MINUTE } from '../../src/model/time.js';
import { Simulator } from '../../src/simulator/index.js';
import { localTime, zonedInstant } from '../../src/text/index.js';
import { audit, quiet } from './audit.js';
import { BotProcess } from './process.js';
import { proofSchool } from './school.js';
const ZONE = 'Asia/Shanghai';
/** A simulator in this process and a folder for a bot in another; the clock of both says that it is a school morning. */
export class Stage {
    school;
    dir = mkdtempSync(join(tmpdir(), 'banzhang-proof-'));
    simulator;
    clock;
    settings;
    running = new Set();
    constructor(options) {
        this.school = proofSchool(options.groups, options.membersEach);
        const clockOffset = schoolMorning(Date.now()) - Date.now();
        const { rules = 'rules', echoWindow = 15_000 } = options;
        this.settings = { dir: this.dir, rules, clockOffset, echoWindow };
        this.clock = { now: () => Date.now() + this.settings.clockOffset };
        writeFileSync(join(this.dir, 'school.yaml'), JSON.stringify(this.school.file), { mode: 0o600 });
        this.simulator = new Simulator({
            world: this.school.world,
            clock: this.clock,
            longPoll: 2_000,
            echoOwn: true,
            ...options.simulator,
        });
    }
    useRules(dir) {
        this.settings.rules = dir;
    }
    async open() {
        await this.simulator.start();
    }
    start(die, report = false) {
        const { baseUrl } = this.simulator;
        const bot = new BotProcess({ ...this.settings, baseUrl, report, ...(die ? { die } : {}) });
        this.running.add(bot);
        void bot.gone().then(() => this.running.delete(bot));
        return bot;
    }
    /** The first life of the bot: the QR code is scanned. */
    async login(bot) {
        if (await bot.until('scan', 180_000))
            this.simulator.phone.confirm();
        if (!(await bot.until('online', 180_000)))
            throw new Error(`the bot did not come online:\n${bot.stderr}`);
    }
    /** It is this hour now, for the network and for the bot: what was due by then is done when this resolves. */
    async goTo(instant) {
        this.settings.clockOffset += Math.max(0, instant - this.clock.now());
        for (const bot of this.running)
            await bot.setClock(this.settings.clockOffset);
    }
    /** Nothing is under way: all that was said is decided, all that is due is sent and settled. */
    async settled(record, ms = 90_000) {
        const deadline = Date.now() + ms;
        while (!this.isQuiet(record())) {
            if (Date.now() > deadline)
                throw new Error(`still busy: ${JSON.stringify(audit(this.ledgerFile, record()))}`);
            await new Promise(resolve => setTimeout(resolve, 50));
        }
    }
    /** The ledger may not have been made yet. */
    isQuiet(record) {
        try {
            return quiet(this.ledgerFile, record, this.clock.now());
        }
        catch {
            return false;
        }
    }
    get ledgerFile() {
        return join(this.dir, 'ledger.db');
    }
    async close() {
        for (const bot of this.running)
            await bot.kill();
        await this.simulator.stop();
        rmSync(this.dir, { recursive: true, force: true });
    }
}
/** Half past eight of the next day with school: outside quiet hours, whatever the time is where this runs. */
function schoolMorning(now) {
    for (let ahead = 0; ahead < 30; ahead++) {
        const local = localTime(now + ahead * DAY, ZONE);
        const midnight = local.workday && !local.festival ? zonedInstant(`${local.date}T00:00`, ZONE) : null;
        if (midnight !== null && midnight > now)
            return midnight + 8 * HOUR + 30 * MINUTE;
    }
    throw new Error('no school day within a month');
}
//# sourceMappingURL=stage.js.map