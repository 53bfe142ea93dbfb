import { WechatyBuilder } from 'wechaty';
import { log } from 'wechaty-puppet';
import { PuppetWechat4u } from 'wechaty-puppet-wechat4u';
log.level('silent');
const Puppet = PuppetWechat4u;
/** The stock puppet with nothing but another address. */
class LoopbackPuppet extends Puppet {
    baseUrl;
    constructor(baseUrl) {
        super();
        this.baseUrl = baseUrl;
    }
    monkeyPatch(wechat) {
        super.monkeyPatch(wechat);
        const request = wechat.request;
        wechat.request = options => {
            const url = options.url.replace(/^https:\/\/([^/]+)/, `${this.baseUrl}/__host/$1`);
            return request({ ...options, ...{ proxy: false }, url });
        };
    }
}
/** wechaty -> wechaty-puppet-wechat4u -> wechat4u as they come, through wechaty's own interface. */
export class StockSubject {
    heard = [];
    states = [];
    alive = [];
    bot;
    constructor({ baseUrl, dir }) {
        process.chdir(dir);
        const options = { name: 'stock', puppet: new LoopbackPuppet(baseUrl) };
        this.bot = WechatyBuilder.build(options);
    }
    async start() {
        const { bot } = this;
        bot.on('scan', () => this.state('scan'));
        bot.on('login', () => this.state('online'));
        bot.on('logout', () => this.state('logout'));
        bot.on('error', error => this.state('error', error.message));
        bot.on('heartbeat', () => void this.alive.push(Date.now()));
        bot.on('message', message => this.hear(message));
        bot.on('room-join', (_, who) => this.add('join', '', who.map(one => one.name())));
        bot.on('room-leave', (_, who) => this.add('leave', '', who.map(one => one.name())));
        bot.on('room-invite', () => this.add('notice', 'room-invite', []));
        await bot.start();
    }
    async stop() {
        await this.bot.stop();
    }
    async say(topic, text) {
        const message = await (await this.room(topic)).say(text);
        return message?.id ?? null;
    }
    async recall(id) {
        const message = await this.bot.Message.find({ id });
        if (!message || !(await message.recall()))
            throw new Error('not recalled');
    }
    async room(topic) {
        const room = await this.bot.Room.find({ topic });
        if (!room)
            throw new Error('no such room');
        return room;
    }
    async hear(message) {
        if (message.self())
            return;
        const inRoom = message.room() !== undefined;
        const recalled = message.type() === this.bot.Message.Type.Recalled;
        const mentions = (await message.mentionList().catch(() => [])).map(one => one.name());
        const original = recalled ? await message.toRecalled().catch(() => null) : null;
        const kind = recalled ? 'recall' : inRoom ? 'message' : 'private';
        const text = recalled ? (original?.id ?? '') : message.text();
        this.heard.push({ at: Date.now(), kind, id: message.id, text, who: [message.talker().name()], mentions });
    }
    add(kind, text, who) {
        this.heard.push({ at: Date.now(), kind, id: '', text, who, mentions: [] });
    }
    state(state, detail = '') {
        this.states.push({ at: Date.now(), state, detail });
    }
}
//# sourceMappingURL=stock.js.map