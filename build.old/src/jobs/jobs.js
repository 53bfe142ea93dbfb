import { DAY } from '../model/time.js';
import { together } from '../pipeline/together.js';
import { evening, morning } from './digest/jobs.js';
import { health } from './health.js';
import { monthly } from './monthly.js';
import { namecards } from './namecards.js';
import { planned } from './planned.js';
import { retention } from './retention.js';
import { dueRuns, nextDue } from './schedule.js';
import { weekly } from './weekly.js';
/** What people are told, in the order in which it is due on one and the same day. */
export const TELLING = [morning, evening, weekly, monthly];
export const JOBS = [retention, health, ...TELLING, namecards, planned];
/** A job that fails so often is left out this time: it must not stand in the way of the others for ever. */
const ATTEMPTS = 3;
/** Runs what is due when it is ticked, each run once: the claim and what it owes are one write. */
export class Jobs {
    deps;
    options;
    jobs;
    failures = new Map();
    /** a span of time in which nothing falls due, and for whom */
    quiet = null;
    constructor(deps, options, jobs = JOBS) {
        this.deps = deps;
        this.options = options;
        this.jobs = jobs;
    }
    tick() {
        const { ledger, clock } = this.deps;
        const now = clock.now();
        if (this.isQuiet(now))
            return;
        // the clock stood in the future once and was put right: that must not silence a job until then
        if (this.jobs.some(job => (ledger.lastRun(this.key(job.name)) ?? 0) > now + DAY))
            ledger.forgetRunsAfter(now + DAY);
        for (const run of this.due(now))
            this.carryOut(run);
        if (this.due(now).length > 0)
            return;
        const next = this.jobs.flatMap(job => nextDue(job, now, this.calendar) ?? []);
        this.quiet = { scope: this.scope, from: now, until: Math.min(now + DAY, ...next) };
    }
    nextDue() {
        const now = this.deps.clock.now();
        return this.isQuiet(now) ? (this.quiet?.until ?? null) : now;
    }
    isQuiet(now) {
        const { quiet } = this;
        return quiet !== null && quiet.scope === this.scope && now >= quiet.from && now < quiet.until;
    }
    get scope() {
        return this.options.scope?.() ?? '';
    }
    calendar = (at) => this.deps.localTime(at, this.options.timezone);
    key(name) {
        return `${this.scope}${name}`;
    }
    due(now) {
        return dueRuns(this.jobs, name => this.deps.ledger.lastRun(this.key(name)), now, this.calendar);
    }
    carryOut({ job, due, skipped }) {
        const { log } = this.deps;
        const name = this.key(job.name);
        try {
            together(this.deps, deps => {
                const before = deps.ledger.lastRun(name) ?? due - DAY;
                if (!deps.ledger.markRun(name, due) || skipped !== null)
                    return;
                job.run({
                    deps,
                    groups: this.options.groups?.() ?? deps.groups.all(),
                    timezone: this.options.timezone,
                    due,
                    before,
                    lastRun: other => deps.ledger.lastRun(this.key(other)),
                    cause: `job/${name}/${due}`,
                    retention: this.options.retention,
                });
            });
            if (skipped === 'late')
                log.warn({ job: job.name, due }, 'a job was due while the machine slept and is left out');
            this.failures.delete(name);
        }
        catch (error) {
            const failures = (this.failures.get(name) ?? 0) + 1;
            this.failures.set(name, failures);
            log.error({ job: job.name, due, failures, error: String(error) }, 'a job failed');
            if (failures < ATTEMPTS)
                return;
            this.deps.ledger.markRun(name, due);
            this.failures.delete(name);
        }
    }
}
//# sourceMappingURL=jobs.js.map