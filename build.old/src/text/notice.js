import { RUNS_FOR } from '../model/notice.js';
import { DAY } from '../model/time.js';
import { deadlineOf } from './deadline.js';
import { either } from './either.js';
/** 【…】 at the head, or a word for a notice in the first line's head. */
const HEADED = /^\s*(?:@(?:所有人|全体成员|all)\s*)?(?:【[^】\n]{1,30}】|.{0,14}(?:通知|提醒|提示|公告|须知|告家长书|倡议书)(?:[:：\n!！]|$))/;
const TO_ALL = /@(?:所有人|全体成员|all)/i;
const ADDRESSED = either([
    String.raw `(?:各位|亲爱的|尊敬的|所有|全体|请|烦请|麻烦|辛苦)(?:[^,，。\n]{0,10})(?:家长|爸爸妈妈|爸妈|同学|孩子|大家)`,
    '家长(?:们|朋友|请)',
    '大家|孩子们|同学们',
]);
const BIDDING = either([
    '请|务必|记得|别忘',
    '需要?',
    '要[带穿交准提]',
    '带好|带齐|准时|按时|不要|注意|提前|麻烦|安排|调整',
    '改[为到成]',
    '取消|推迟|停课|放假|返校|集合|开展|举行|进行',
]);
/** 周一带小棒, 8:10在车棚集合: a day or an hour, and something to do. */
const SCHEDULED = either([
    String.raw `(?:[今明后]天|今晚|明早|周[一二三四五六日天]|星期|下周|月底|\d\s?[月日号点:：])[^。\n]{0,30}(?:[要请]?带(?!头|领|娃)|穿|上交|交(?!通|警|流)|到校|集合|返校|放假|停课|家长会|班会|考试|测试|领取|打卡)`,
]);
/** Said to one person, or an answer. */
const TO_ONE = either([
    String.raw `^\s*(?:@(?!所有人|全体|all)|[^,，。\s]{1,10}(?:妈妈|爸爸|奶奶|爷爷|外婆|外公|姥姥|姥爷|家长)[,，\s]|(?:对|可以|行|好|嗯|是|不|能|没)[^\u4e00-\u9fff]|(?:对的|可以的|好的|不用|没事))`,
], 'i');
/** Thanks and small talk to everybody are no notice. */
const COURTESY = /^(?:谢谢|感谢|辛苦|祝|大家(?:好|早|晚安|辛苦)|早上好|晚安)[^,，。;；\n]{0,20}[!！。~～]?$/;
/** What wants no answer in the group, and what is answered elsewhere. */
const NOT_WANTED = either([
    '(?:无需|无须|不用|不必|不需要?|不要|勿|免|莫|不)(?:再)?(?:在)?(?:群里?|群内)?(?:逐[一条个]|一一|单独|挨个)?(?:再)?(?:回[复应]?|接龙|跟帖)(?!家|去)',
    '看到(?:即可|就好|就行|就可以)',
    '(?:知晓|知悉|了解|收到)(?:即可|就好|就行)',
    String.raw `(?:小程序|钉钉|问卷|收集表|链接|二维码|app|表格|接口|公众号|智慧校园)[^。；;\n]{0,12}(?:确认|填|提交|登记|签|打卡|报名)`,
    String.raw `(?:填写|完成|提交)[^。；;\n]{0,8}(?:问卷|收集表|表单)`,
    String.raw `(?:私信|私聊|单独)[^。；;\n]{0,6}(?:回复|告诉|发给|联系|找)`,
]);
/** Not a game, and not one that is over. */
const CHAIN = /(?<!成语|词语|故事|诗词|古诗|单词)接龙(?!游戏|名单|结果|统计|[已就都]?经?(?:结束|截止|完成|关闭|停止)|情况)/g;
/** 不用再回复: of what was asked before. */
const TAKEN_BACK = /(?:无需|无须|不用|不必|不需要?|不要|勿|免|莫|别)[^。；;，,\n]{0,4}再[^。；;，,\n]{0,6}(?:回|接龙|跟帖)/;
const REPLY = either([
    String.raw `(?:收到|看到|阅后|读后|知悉|已读|已阅)[^。；;\n不]{0,6}(?:回[复个应一]?|扣|打|确认|吱一声)`,
    String.raw `(?:请|麻烦|务必|都|需要?|直接|群里|群内|在下面|下面)[^。；;\n]{0,10}(?:回[复执个应](?!访|电|话)|扣\s?[1一]|打\s?[1一])`,
    String.raw `扣\s?[1-9一二三a-e](?!\d*\s?[分元块钱])|回(?:个)?(?:字母|序号|编号|数字)`,
    String.raw `回[复个]?\s?(?:收到|1|一|数字|姓名|名字|参加|同意|已|ok|好的)`,
    String.raw `(?:之?前|以前)(?:在?群里|群内)?回[复个](?!访|电|话|家)`,
    String.raw `收到(?:的)?(?:请)?(?:扣|打|回)\s?1`,
], 'gi');
/** What stands shortly before, in the same sentence, and turns a reply into none, or into a private one. */
const NEGATED = /(?:无需|无须|不用|不必|不需要?|不要|勿|免|莫|别|私信|私聊|单独|私下|会|稍后|统一|抽空)[^。；;，,\n]{0,6}$/;
/** A notice that wants an answer by next term is no notice of today. */
const RUNS_AT_MOST = 30 * DAY;
/**
 * What a notice asks the group to do and until when; null when the text is no notice. Only what the staff writes is
 * one: that is for the caller to know.
 */
export function noticeOf(text, context) {
    if (text.key === '')
        return null;
    const written = text.display.slice(0, LOOKED_AT);
    // 回“参加”: what stands in quotes after 回 is the answer
    const wanted = wantedOf(written.replace(/回[复个]?[“"'「『]/g, '回复收到').replace(/[“”"'「」『』]/g, ''));
    if (wanted === 'unsaid' && !isNotice(written))
        return null;
    const deadline = deadlineOf(written, context.at, context.timezone);
    const until = deadline === null ? context.at + RUNS_FOR : Math.min(deadline, context.at + RUNS_AT_MOST);
    const ends = wanted === 'none' && (!isNotice(written) || TAKEN_BACK.test(written));
    return { eventId: context.eventId, at: context.at, wanted, until, ...(ends && { ends }) };
}
/** What a notice asks for stands within its first page. */
const LOOKED_AT = 5_000;
function isNotice(text) {
    if (HEADED.test(text) || TO_ALL.test(text))
        return true;
    if (COURTESY.test(text.trim()))
        return false;
    if (ADDRESSED.test(text) && BIDDING.test(text))
        return true;
    return SCHEDULED.test(text) && !TO_ONE.test(text);
}
function wantedOf(text) {
    const wants = (pattern) => [...text.matchAll(pattern)].some(({ 0: whole, index }) => {
        // the last of them is what is asked for: 都回了，不用再回复
        const asked = index + Math.max(0, whole.search(/[回扣打][^回扣打]*$/));
        return !NEGATED.test(text.slice(Math.max(0, asked - 12), asked));
    });
    if (wants(CHAIN))
        return 'chain';
    if (wants(REPLY))
        return 'reply';
    return NOT_WANTED.test(text) ? 'none' : 'unsaid';
}
//# sourceMappingURL=notice.js.map