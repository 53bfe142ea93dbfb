import { fork } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
const PROJECT = process.cwd();
const PROGRAM = join(PROJECT, 'build', 'scripts', 'proof', 'bot.js');
/** One life of the bot, in a process of its own. */
export class BotProcess {
    news = [];
    /** what it complained of */
    stderr = '';
    onDecided = () => { };
    child;
    ended;
    looking = [];
    constructor(settings) {
        if (!existsSync(PROGRAM))
            throw new Error(`${PROGRAM} is missing: run \`npm run build:proofs\` first`);
        const file = join(settings.dir, 'bot.json');
        writeFileSync(file, JSON.stringify(settings));
        this.child = fork(PROGRAM, [file], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
        this.child.stderr?.on('data', chunk => {
            this.stderr = (this.stderr + String(chunk)).slice(-20_000);
        });
        this.child.on('message', message => {
            const news = message;
            if (news.state === 'decided')
                this.onDecided(news.events, news.rss);
            else
                this.news.push(news);
            this.look();
        });
        this.ended = new Promise(resolve => {
            this.child.on('exit', () => {
                resolve();
                this.look();
            });
        });
    }
    get alive() {
        return this.child.exitCode === null && this.child.signalCode === null;
    }
    has(state) {
        return this.news.some(news => news.state === state);
    }
    /** Resolves true when it said so, false when it died before or nothing came in time. */
    async until(state, ms) {
        return this.waitFor(() => this.has(state), ms);
    }
    async waitFor(come, ms) {
        const deadline = Date.now() + ms;
        while (this.alive && !come() && Date.now() < deadline) {
            await new Promise(resolve => {
                const timer = setTimeout(resolve, deadline - Date.now());
                this.looking.push(() => {
                    clearTimeout(timer);
                    resolve();
                });
            });
        }
        return come();
    }
    /** SIGKILL: nothing of it runs any more when this resolves. */
    async kill() {
        this.child.kill('SIGKILL');
        await this.ended;
    }
    /** Resolves when it has ended, of itself or because it was killed. */
    gone() {
        return this.ended;
    }
    /** Another hour: resolves when what was due by then is done. Nothing, when it is dead. */
    async setClock(clockOffset, ms = 30_000) {
        if (!this.alive)
            return;
        const before = this.news.length;
        this.order({ clockOffset });
        await this.waitFor(() => this.news.slice(before).some(({ state }) => state === 'ticked'), ms);
    }
    async stop() {
        if (!this.alive)
            return;
        this.order('stop');
        await this.ended;
    }
    order(order) {
        this.child.send(order);
    }
    look() {
        for (const look of this.looking.splice(0))
            look();
    }
}
/** Path of a compiled script, for processes of its own. */
export function scriptPath(name) {
    return fileURLToPath(new URL(`file://${join(PROJECT, 'build', 'scripts', name)}`));
}
//# sourceMappingURL=process.js.map