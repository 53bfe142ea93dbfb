import { BanzhangError, ERRORS } from '../../model/errors.js';
import { Bindings } from './bindings.js';
import { assumedOf, DEFAULT_PUPPET } from './capability.js';
import { SessionCard } from './card.js';
import { WechatEffects } from './effects.js';
import { NotConnected } from './guard.js';
import { Hearing } from './hearing.js';
import { loadPuppet } from './load.js';
import { Portraits } from './media/portraits.js';
import { MediaPost } from './media/post.js';
/** Why a session ended, by what the network said. */
const ENDED = { 1100: 'BZ305', 1101: 'BZ306', 1102: 'BZ307' };
const BLOCKED = { 1203: 'BZ308' };
/** WeChat by wechaty -> wechaty-puppet-wechat4u -> wechat4u. */
export class WechatyGateway {
    options;
    effects;
    bindings;
    status = () => { };
    bot = null;
    puppet = null;
    card;
    account = '';
    hearing = null;
    post = null;
    portraits = null;
    constructor(options) {
        this.options = options;
        const capabilities = assumedOf(DEFAULT_PUPPET);
        this.card = new SessionCard(options.cardPath);
        this.bindings = new Bindings(options.directory, group => this.problem('BZ304', `有另一个群用了已登记的群名（${group}），已忽略它的消息`));
        const heard = { ...capabilities, hearsItself: options.hearsItself ?? capabilities.hearsItself };
        this.effects = new WechatEffects(heard, options.directory, this.bindings, () => this.puppet);
    }
    /** Resolves when the login is under way; `listener.status` tells how it goes. */
    async start(listener) {
        if (this.bot)
            throw new BanzhangError('BZ301', '微信连接已经启动');
        this.status = status => listener.status(status);
        const { GuardedPuppet, buildWechaty } = await loadPuppet();
        this.post = new MediaPost(listener, this.options.media, () => this.problem('BZ304', '有一条消息的图片或文件没能记录'));
        this.portraits = new Portraits();
        const hearing = this.hear(listener);
        this.hearing = hearing;
        const puppet = new GuardedPuppet({ hooks: this.hooks(hearing, listener), baseUrl: this.options.baseUrl ?? null });
        this.puppet = puppet;
        this.bot = buildWechaty(puppet, this.card);
        this.bot.on('scan', qrcode => this.status({ state: 'scan', qrcode }));
        this.bot.on('error', error => this.problem('BZ301', `微信连接出错：${error.message.slice(0, 80)}`));
        await this.bot.start();
    }
    async stop() {
        const { bot, card } = this;
        this.bot = null;
        this.status = () => { };
        this.hearing?.close();
        await Promise.all([this.post?.close(), this.portraits?.close()]);
        await bot?.stop();
        await card.settled();
        this.puppet = null;
        this.bindings.clear();
    }
    hear(listener) {
        const { directory, clock } = this.options;
        return new Hearing({
            listener,
            directory,
            bindings: this.bindings,
            clock,
            me: () => this.puppet?.me ?? '',
            ...(this.options.acceptFriends === false
                ? {}
                : { accept: async (userName, ticket) => this.puppet?.accept(userName, ticket) }),
            refresh: async (userNames) => this.puppet?.refresh(userNames),
            face: async (picture) => (this.puppet && (await this.portraits?.digest(this.puppet.face(picture)))) ?? '',
            media: (event, media) => {
                const { puppet } = this;
                if (puppet)
                    this.post?.bring(event, media.kind, puppet.media(media));
            },
            failed: error => this.problem(error instanceof BanzhangError ? error.code : 'BZ304', '有一条消息没能处理'),
        });
    }
    hooks(hearing, listener) {
        const { clock } = this.options;
        return {
            heard: async (sync) => {
                // what comes while stopping is not taken: the server hands it out again after the next start
                if (!this.bot)
                    throw new NotConnected();
                await hearing.heard(sync);
            },
            idle: async () => {
                if (this.bot)
                    await hearing.idle();
            },
            contacts: contacts => {
                const { puppet } = this;
                if (puppet && puppet.me !== this.account) {
                    this.account = puppet.me;
                    hearing.forget();
                }
                hearing.contacts(contacts);
            },
            alive: () => {
                if (this.bot)
                    listener.alive(clock.now());
            },
            online: () => this.status({ state: 'online', account: this.puppet?.accountName ?? '' }),
            trouble: reason => this.status({ state: 'offline', reason: `网络不通或微信没有应答（${reason}），正在重试` }),
            ended: code => {
                this.status({ state: 'offline', reason: `微信会话已结束（${code}），需要重新扫码` });
                const error = ENDED[code] ?? 'BZ306';
                this.problem(error, `${ERRORS[error]}：在有人重新扫码之前，什么都听不到`);
            },
            blocked: code => {
                const error = BLOCKED[code] ?? 'BZ301';
                this.problem(error, `${ERRORS[error]}：已停止尝试（${code}），请在手机上查看账号状态，或换一个微信号`);
            },
        };
    }
    problem(code, message) {
        this.status({ state: 'error', code, message });
    }
}
//# sourceMappingURL=gateway.js.map