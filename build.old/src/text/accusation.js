import { either } from './either.js';
/** Somebody of the school, by trade: without one of these nobody is accused. */
export const STAFF_WORDS = '老师 教师 班主任 校长 园长 主任 教练 教官 宿管 保育员 保安 门卫 校医 司机 师傅'.split(' ');
const STAFF = `(?:${STAFF_WORDS.join('|').replace('师傅', String.raw `\p{Script=Han}师傅`)})`;
/** The class's children, and the speaker's own. */
const CHILD = String.raw `(?:(?:我|俺|咱)(?:们)?(?:家)?(?:的)?)?(?:孩子|小孩|娃娃?|儿子|女儿|闺女|姑娘|孙子|孙女|外孙女?|崽|伢|妹妹|弟弟|学生|女生|男生|同学|她|他|人)`;
/** Speaks on of somebody else, or to the one who was named. */
const TURNS = String.raw `我|俺|咱|您|你|被|让|同学|别人|人家|有人|网上|隔壁|那个|孩子|娃|他|她|说|问|知道|看|听|帮|陪|带|叫|请|联系|没|不|别|防`;
const GAP = String.raw `(?:(?!${TURNS})[^,，。;；:：!！?？~、\s]){0,8}`;
const HANDS = '猥亵|性侵|强奸|强暴|迷奸|奸污|性骚扰|骚扰|非礼|糟蹋|玷污';
const BLOWS = String.raw `殴打|暴打|毒打|打|踢|踹|扇|抽|掐|揪|拧|捅|砸|体罚|虐待|关|锁|绑`;
const TOUCHES = String.raw `摸|亲|抱|搂|脱|掀|压|偷拍|拍`;
const BODY = String.raw `下面|下身|下体|私处|隐私|胸|奶|屁股|大腿|身上|身体|身子|嘴|裤|裙|内衣|衣服|光`;
const INJURED = String.raw `(?:流|出|见)血|鼻青脸肿|骨折|青|紫|肿|伤|晕|昏|聋|住院|进(?:了)?医院|尿|哭|耳光|巴掌|嘴巴|棍|尺子|皮带`;
/** A member of staff did it: an order of words in which nobody else can have. Of one sentence only. */
const DID = either([
    // 王老师猥亵我女儿
    `${STAFF}${GAP}(?:${HANDS})`,
    // 体育老师对女生动手动脚, 王老师给我女儿发裸照
    String.raw `${STAFF}${GAP}(?:对|跟|给|向|让|逼|叫|要|强迫|喊)${CHILD}.{0,6}(?:${HANDS}|动手动脚|毛手毛脚|耍流氓|裸照|裸聊|裸体|脱|黄片|黄色|开房|下跪|跪)`,
    // 班主任把我孩子打流血了
    String.raw `${STAFF}${GAP}(?:把|将)${CHILD}.{0,6}(?:${BLOWS}).{0,8}(?:${INJURED})`,
    // 王老师打我孩子
    String.raw `${STAFF}(?:(?!${TURNS})[^,，。;；:：!！?？~、\s]){0,4}(?:${BLOWS})(?:了|过|着|得)?${CHILD}(?!的?(?:电话|招呼|作业|手机|家))`,
    // 班主任王老师摸我女儿下面
    String.raw `${STAFF}(?:(?!${TURNS})[^,，。;；:：!！?？~、\s]){0,4}(?:${TOUCHES})(?:了|过|着)?${CHILD}的?.{0,3}(?:${BODY})`,
    // 体育老师叫她去器材室 还摸她屁股
    String.raw `${STAFF}.{0,4}(?:叫|喊|带|留|让|拉)${CHILD}.{0,14}(?:${TOUCHES})(?:了|过|着)?(?:${CHILD})?的?.{0,3}(?:${BODY})`,
    // 我女儿被体育老师摸了, 孩子让保安扇耳光
    String.raw `${CHILD}.{0,6}(?:被|让|给|遭)(?:(?!同学|别人|隔壁|有人)[^,，。;；:：!！?？~、\s]){0,6}${STAFF}(?:(?!我|您|你|说|请|叫|带|送|接|抱(?:去|到|上)|表扬|批评)[^,，。;；:：!！?？~、\s]){0,6}(?:${HANDS}|${BLOWS}|摸|亲|脱|搂|偷拍)(?!扬|头|电话|分|卡|走|手|针|到)`,
], 'u');
/** What they did not do, or did long ago, in a film, in a talk about it. */
const NOT_SO = either([
    String.raw `没有?(?:打|摸|动手|体罚)|从(?:不|来不|没)|不(?:会|能|许|准|得|可以|应该)(?:打|体罚|摸)`,
    String.raw `(?:防|预防|防止|拒绝|反对|禁止|严禁|杜绝)[^。]{0,6}(?:性侵|猥亵|骚扰|体罚|虐待)`,
    String.raw `小时候|我们那(?:会|时)|当年|电影|电视剧|小说|短视频|抖音|新闻|网上|课文|故事`,
    '谣言|辟谣|造谣|开玩笑|哈哈|😂|🤣',
    String.raw `打(?:分|针|卡|球|篮|排|羽|乒|电话|招呼|印|扫|字|饭|水|包|气|草稿|疫苗|预防|勾|伞)`,
]);
/** What is looked at: an accusation stands in its first page. */
const LOOKED_AT = 2_000;
/**
 * Whether a text says that somebody of the school did a child harm, by hand or worse. Who is told of it must not be whom
 * it is about (POLICY.md, self_harm_bullying: past the accused to the school's leadership). Strict about the order of
 * words: "老师，他被同学打了" accuses nobody of the school.
 */
export function accusesStaff({ display }) {
    const text = display.slice(0, LOOKED_AT);
    return DID.test(text) && !NOT_SO.test(text);
}
//# sourceMappingURL=accusation.js.map