import { content } from '../../src/simulator/index.js';
const CHAT = ['今天放学几点', '好的', '明天带水彩笔吗', '孩子有点咳嗽，请一天假', '谁家有多的三角尺借一下', '谢谢'];
const ADVERTS = [
    '自家做的手工牛轧糖，25一斤，想要的加我微信 tangtang_2020 私我下单',
    '暑期奥数小班，5人成团，私我微信 aoshu_8899 拿优惠价',
];
const PRIVATE_DATA = ['资料发这儿了，身份证 110101201601010019，电话 13800138000', '我的银行卡号 6222020200112233446'];
const SOS = ['我在校门口没接到孩子 队伍里没有 都放学半个钟头了', '孩子到现在还没回家，电话手表也打不通'];
const VOTES = ['给我家娃投一票 https://vote.example.com/p/26', '帮忙投票，每天一票 https://vote.example.com/p/9'];
const REPLIES = ['1', '2', '3', '5', '未决', '今天', '帮助', '好的知道了', 'A1 1', 'A2 1', 'A3 2', 'A5 1'];
/**
 * A busy day: everything at once, at random, in every group. Floods, adverts, numbers that are asked to be recalled and
 * sometimes are, emergencies, newcomers, head teachers answering, the same message told twice.
 */
export class BusyDay {
    stage;
    random;
    rate;
    behind;
    mostBehind;
    events = [];
    privates = [];
    timer = null;
    later = new Set();
    guests = 0;
    constructor(stage, random, 
    /** things a second */
    rate, 
    /** how many of them the bot has not recorded yet */
    behind, 
    /** nobody says more while it is so far behind: a bot that is killed all the time hears little */
    mostBehind = 100) {
        this.stage = stage;
        this.random = random;
        this.rate = rate;
        this.behind = behind;
        this.mostBehind = mostBehind;
    }
    get record() {
        return { events: this.events, privates: this.privates, sent: this.stage.simulator.sent };
    }
    start() {
        this.timer = setTimeout(() => {
            if (this.behind() < this.mostBehind)
                this.happen();
            this.start();
        }, (this.random.next() * 2_000) / this.rate);
    }
    /** Nothing new begins; what was to be recalled is left. */
    stop() {
        if (this.timer)
            clearTimeout(this.timer);
        for (const timer of this.later)
            clearTimeout(timer);
    }
    /** One thing. */
    happen() {
        const { random, stage } = this;
        const { simulator } = stage;
        const group = random.pick(stage.school.groups);
        const parent = random.pick(group.parents);
        const dice = random.next();
        if (dice < 0.3)
            this.say(group, parent, random.pick(CHAT));
        else if (dice < 0.4)
            this.say(group, group.head, '【通知】明天上午开家长会，请准时参加，收到请看，不用回复。');
        else if (dice < 0.55)
            this.say(group, parent, '收到，谢谢老师');
        else if (dice < 0.63)
            this.say(group, parent, random.pick(ADVERTS));
        else if (dice < 0.71)
            this.recallable(group, parent);
        else if (dice < 0.75)
            this.say(group, parent, random.pick(SOS));
        else if (dice < 0.79)
            this.say(group, parent, random.pick(VOTES));
        else if (dice < 0.81)
            this.events.push(simulator.crowd.post(group.room, parent, content.voice(20)));
        else if (dice < 0.83)
            this.events.push(simulator.crowd.post(group.room, parent, content.redPacket('恭喜发财')));
        else if (dice < 0.84)
            this.newcomer(group, parent);
        else if (dice < 0.87)
            this.twice(group, parent);
        else
            this.privates.push(simulator.whisper(group.head, random.pick(REPLIES)));
    }
    say(group, who, text) {
        const id = this.stage.simulator.say(group.room, who, text);
        this.events.push(id);
        return id;
    }
    recallable(group, parent) {
        const id = this.say(group, parent, this.random.pick(PRIVATE_DATA));
        if (this.random.next() < 0.5)
            return;
        const timer = setTimeout(() => {
            this.later.delete(timer);
            this.events.push(this.stage.simulator.crowd.recall(group.room, parent, id));
        }, 200 + this.random.below(8_000));
        this.later.add(timer);
    }
    newcomer(group, by) {
        const guest = { id: `wxid_guest_${this.guests}`, nick: `新朋友${this.guests}` };
        this.guests += 1;
        this.events.push(this.stage.simulator.crowd.scanIn(group.room, by, guest));
    }
    twice(group, parent) {
        const text = this.random.pick(ADVERTS);
        const id = this.say(group, parent, text);
        this.stage.simulator.say(group.room, parent, text, { id });
    }
}
//# sourceMappingURL=busy-day.js.map