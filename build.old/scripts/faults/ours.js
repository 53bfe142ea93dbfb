import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { loadRuleSet } from '../../src/config/index.js';
import { compileRuleSet } from '../../src/engine/index.js';
import { createWechatyGateway } from '../../src/gateways/wechaty/index.js';
import { openLedger } from '../../src/ledger/index.js';
import { DAY, systemClock } from '../../src/model/time.js';
import { live } from '../../src/pipeline/live.js';
import { catalogueOf, registry } from '../../src/signals/index.js';
import { GROUPS, TEACHER } from './world.js';
/** This project's bot as it runs, with an ear at its gateway. */
export class OurSubject {
    options;
    heard = [];
    states = [];
    alive = [];
    ledger;
    stopBot = async () => { };
    gateway = null;
    constructor(options) {
        this.options = options;
        this.ledger = openLedger({ file: ':memory:', botId: 'faults', key: randomBytes(32) });
    }
    async start() {
        const rules = await loadRuleSet('rules', { catalogue: catalogueOf(registry), runExamples: () => [] });
        if (!rules.ok)
            throw new Error('the rules do not load');
        this.ledger.saveRuleSet(rules.ruleSet.hash, rules.ruleSet.sources, systemClock.now());
        const set = { ruleSet: rules.ruleSet, compiled: compileRuleSet(rules.ruleSet, registry) };
        const { bot } = live({
            school: schoolOf(this.options.parents ?? null),
            ledger: this.ledger,
            key: randomBytes(32),
            rules: () => set,
            clock: systemClock,
            every: (interval, run) => {
                const timer = setInterval(run, interval);
                return () => clearInterval(timer);
            },
            random: Math.random,
            log: { info: () => { }, warn: () => { }, error: () => { } },
            gateway: directory => {
                const { baseUrl, dir } = this.options;
                const cardPath = join(dir, 'session.memory-card.json');
                const gateway = createWechatyGateway({ directory, clock: systemClock, baseUrl, cardPath });
                this.gateway = gateway;
                return {
                    effects: gateway.effects,
                    stop: () => gateway.stop(),
                    start: listener => gateway.start(this.listening(listener)),
                };
            },
            status: now => {
                if (now.state === 'scan')
                    this.state('scan', '');
                else if (now.state === 'online')
                    this.state('online', '');
                else if (now.state === 'offline')
                    this.state('offline', now.reason);
                else
                    this.state('error', now.code);
            },
        });
        this.stopBot = () => bot.stop();
        await bot.start();
    }
    stop() {
        return this.stopBot();
    }
    async say(topic, text) {
        const receipt = await this.gateway?.effects.sayInGroup(groupOf(topic), text);
        return receipt?.messageId ?? null;
    }
    async recall(id, topic) {
        await this.gateway?.effects.recallOwn(id, { group: groupOf(topic) });
    }
    listening({ eventsAtOnce: _, ...listener }) {
        return {
            ...listener,
            event: async (event) => {
                await listener.event(event);
                this.heard.push(heardOf(event));
            },
            privateMessage: async (message) => {
                await listener.privateMessage(message);
                const { id, text, from } = message;
                this.heard.push({ at: Date.now(), kind: 'private', id, text, who: [from.name], mentions: [] });
            },
            alive: at => {
                listener.alive(at);
                this.alive.push(Date.now());
            },
        };
    }
    state(state, detail) {
        this.states.push({ at: Date.now(), state, detail });
    }
}
function groupOf(topic) {
    return GROUPS.find(group => group.topic === topic)?.id ?? '';
}
function heardOf({ id, from, body }) {
    const base = { at: Date.now(), kind: body.kind, id, text: '', who: from ? [from.name] : [], mentions: [] };
    switch (body.kind) {
        case 'message':
            return { ...base, text: body.message.text, mentions: body.message.mentions ?? [] };
        case 'recall':
            return { ...base, text: body.of ?? '' };
        case 'join':
            return { ...base, who: body.joined.map(one => one.name) };
        case 'leave':
            return { ...base, who: body.left.map(one => one.name) };
        default:
            return { ...base, text: body.kind === 'rename' ? body.name : body.text };
    }
}
/** Silent, unless there are parents to speak to. */
function schoolOf(parents) {
    const head = { name: TEACHER, aka: [], role: 'head_teacher', students: [], exempt: [] };
    const others = (parents ?? []).map(name => ({ name, aka: [], role: 'parent', students: [], exempt: [] }));
    return {
        school: '青禾小学',
        timezone: 'Asia/Shanghai',
        bot: { id: 'faults', puppet: 'wechaty-puppet-wechat4u', puppetToken: null },
        dataDir: '',
        rulesDir: 'rules',
        groups: GROUPS.map(({ id, topic }) => ({
            id,
            topic,
            pack: 'common',
            grade: 3,
            members: [head, ...others],
            students: [],
            scamNoticeAuthorised: false,
            mode: parents ? 'live' : 'shadow',
        })),
        people: [],
        smtp: null,
        pacing: parents ? { perMinute: 10, perDay: 300, jitter: 3_000 } : { perMinute: 60, perDay: 5_000, jitter: 0 },
        retention: { inbox: DAY, flagged: DAY, escalated: DAY },
        signals: [],
        calendar: { workdays: [], restDays: [] },
    };
}
//# sourceMappingURL=ours.js.map