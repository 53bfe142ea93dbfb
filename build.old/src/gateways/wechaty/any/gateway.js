import { BanzhangError, ERRORS } from '../../../model/errors.js';
import { Bindings } from '../bindings.js';
import { assumedOf } from '../capability.js';
import { SessionCard } from '../card.js';
import { WechatEffects } from '../effects.js';
import { loadWechaty } from '../load.js';
import { fromAddress } from '../media/download.js';
import { Portraits } from '../media/portraits.js';
import { MediaPost } from '../media/post.js';
import { AnyHearing } from './hearing.js';
import { importPuppet, isPuppetName, makePuppet } from './load.js';
import { fileOf } from './media.js';
import { AnyMouth } from './mouth.js';
/** milliseconds between looks at who is in the groups */
const LOOK_AGAIN = 10 * 60_000;
/** WeChat by any wechaty puppet that is installed, through its public events and payloads. */
export class AnyGateway {
    options;
    effects;
    bindings;
    card;
    puppetName;
    status = () => { };
    bot = null;
    hearing = null;
    mouth = null;
    closers = [];
    constructor(options) {
        this.options = options;
        this.puppetName = options.puppet ?? '';
        if (!isPuppetName(this.puppetName)) {
            const hint = '写 npm 包名，如 wechaty-puppet-service';
            throw new BanzhangError('BZ302', `${JSON.stringify(this.puppetName.slice(0, 60))} 不是 puppet 的包名`, { hint });
        }
        this.card = new SessionCard(options.cardPath);
        this.bindings = new Bindings(options.directory, group => this.problem('BZ304', `有另一个群用了已登记的群名（${group}），已忽略它的消息`));
        this.effects = new WechatEffects(assumedOf(this.puppetName), options.directory, this.bindings, () => this.mouth);
    }
    /** Resolves when the login is under way; what the puppet can do is known then. */
    async start(listener) {
        if (this.bot)
            throw new BanzhangError('BZ301', '微信连接已经启动');
        this.status = status => listener.status(status);
        const { importPuppet: load = importPuppet, puppetToken: token = null, baseUrl: simulator = null } = this.options;
        const { buildWechaty, quietly } = await loadWechaty();
        const { puppet, capabilities } = await quietly(() => makePuppet(this.puppetName, { token }, load));
        Object.assign(this.effects.capabilities, capabilities, this.options.hearsItself && { hearsItself: true });
        const problem = () => this.problem('BZ304', '有一条消息没能处理');
        const post = new MediaPost(listener, this.options.media, problem);
        const portraits = new Portraits();
        const hearing = new AnyHearing({
            puppet,
            listener,
            directory: this.options.directory,
            bindings: this.bindings,
            clock: this.options.clock,
            acceptFriends: this.options.acceptFriends !== false,
            face: picture => portraits.digest(fromAddress(picture, simulator)),
            media: (event, kind, messageId) => post.bring(event, kind, fileOf(puppet, messageId, simulator)),
            failed: error => this.problem(error instanceof BanzhangError ? error.code : 'BZ304', '有一条消息没能处理'),
        });
        this.hearing = hearing;
        this.mouth = new AnyMouth(puppet, id => hearing.people.isFriend(id));
        const looking = setInterval(() => void hearing.lookAgain(), LOOK_AGAIN).unref();
        this.closers = [
            async () => clearInterval(looking),
            () => hearing.close(),
            () => post.close(),
            () => portraits.close(),
        ];
        const bot = buildWechaty(puppet, this.card);
        this.bot = bot;
        const alive = () => {
            if (this.bot)
                listener.alive(this.options.clock.now());
        };
        puppet.on('heartbeat', alive);
        puppet.on('message', alive);
        bot.on('scan', qrcode => this.status({ state: 'scan', qrcode }));
        bot.on('error', error => this.problem('BZ301', `微信连接出错：${error.message.slice(0, 80)}`));
        bot.on('login', user => void this.loggedIn(user.name()));
        bot.on('logout', () => this.loggedOut());
        await bot.start();
    }
    async stop() {
        const { bot } = this;
        this.bot = null;
        this.status = () => { };
        for (const close of this.closers.splice(0))
            await close();
        await bot?.stop();
        await this.card.settled();
        this.mouth = null;
        this.hearing = null;
        this.bindings.clear();
    }
    async loggedIn(account) {
        await this.hearing?.login();
        if (this.bot)
            this.status({ state: 'online', account });
    }
    loggedOut() {
        this.status({ state: 'offline', reason: '微信会话已结束，需要重新登录' });
        this.problem('BZ306', `${ERRORS.BZ306}：在有人重新登录之前，什么都听不到`);
    }
    problem(code, message) {
        this.status({ state: 'error', code, message });
    }
}
//# sourceMappingURL=gateway.js.map