import { either } from './either.js';
/** Sentences with the sign that ends them. */
const SENTENCE = /[^。！!；;\n?？…]{1,400}[?？]?/g;
/** Asked of nobody: rhetoric, complaint, exclamation. */
const RHETORICAL = either([
    '谁不知道|谁还不',
    '谁不[会想]',
    '谁说不是|谁稀罕',
    '哪有(?:这样|这么|那么|.{0,6}道理)',
    '难道|何必|何苦|何况',
    '凭(?:什么|啥)',
    '怎么(?:能|可能|好意思|这么|那么|就那么|敢)',
    '怎能|岂',
    '至于[吗么]',
    '有意思[吗么]',
    '有完没完',
    '还用(?:问|说)',
    '你说呢|算什么',
    '什么(?:玩意|东西啊)',
    '有什么用|关你什么事|干嘛呢',
    '能不能(?:不要|别)',
    '可不可以(?:不要|别)',
    '是不是(?:太|有病|闲)',
    '不是[吗么嘛]',
    '对[吧不]?$',
    '多[么]?[好美棒]啊',
    '想什么呢|懂不懂|要不要脸|好不好意思|吃饱了',
]);
/** Question words that only ask. */
const STRONG = either([
    '请问|想问',
    '问一?下',
    '问问|请教|咨询|打听',
    '求(?:助(?!电话|热线|信箱|于)|推荐|解答|问|告知|指教)',
    '几点|几号|几时|几楼|星期几|周几|第几|多久|为什么|为啥|什么时候|啥时候|什么时间|什么地方',
    '怎么(?:办|弄|做|填|交|走|样|写|买|报|去|用|算|回事|查|搞|登|进|联系|收费|安排|订|领|开|改|退|加|换|打|拿|取|选|接)',
    '咋[弄办整填交走写样回]',
    '如何(?:填|交|报|买|办|走|联系|处理)',
    '能不能|可不可以|能否|可否|有没有|要不要|用不用|需不需要|会不会|行不行|是不是|在不在|来不来|带不带|穿不穿',
    '上不上|交不交|谁有|谁家|谁能|谁知道|谁会|谁在|有谁|哪位',
    '有人(?:知道|有|看[到见]|能|会|一起)',
    '哪(?:里|儿|个|些|天|家|本|页|种|一)',
    '哪有(?:卖|的)',
]);
/** Question words that are also plain words: they ask only where the sentence ends in a particle or a sign. */
const WEAK = /什么|啥|怎么|怎样|如何|多少|多大|多长|多远|几[个岁天本张页]|谁|哪|是否|还是|咋/;
/** Not asking: 没什么, 谁都, 不管怎么, 我问过了. */
const INDEFINITE = either([
    '没(?:什么|啥|多少)',
    '(?:什么|啥|谁|哪[里儿]?|怎么|怎样|多少)(?:都|也)',
    '(?<!管)不管',
    '无论|随便|不论',
    '问[过了完]',
    '知道了',
    '多少[有是]点',
    '哪里哪里|哪个都',
    '请.{0,10}(?:确认|核对|检查|回复|注明|填写|备注|告知).{0,12}(?:是否|有没有|哪|几|多少)',
    '看看[^,，]{0,10}(?:哪|几)',
    '(?:告诉|提醒|说一?下|通知).{0,4}(?:孩子|学生)',
]);
/** 吗, 不, 没有 at the end ask; 呢 and 么 only sometimes. */
const PARTICLE = /(?:吗|嘛(?=$)|么|不|没有?|否|啊|呀|呢|啦)[~～\s.,，]*$/;
const ASKING_END = /(?:吗|(?<![什怎那这要多])么|[了的带交写去来能行可以有到要用收是对](?:不|没有?)|了.{1,5}没有?|(?<![也都就从绝要毫并决才])不|[行可]否)[~～\s.,，]*$/;
/** 可以早走吗孟老师, 有团吗,他说…: 吗 asks wherever a clause ends, or only a name follows. */
const CLAUSE_MA = /吗(?:[,，、\s]|[\u4e00-\u9fff]{0,4}$)/;
/** 管不管用, 来不来 */
const A_NOT_A = /(?!动不动|时不时|信不信|好不好意|知不知)([\u4e00-\u9fff])不\1/;
/** 李雷呢, 那校服呢: short, and nothing going on (在写作业呢). */
const BARE_NE = /^[^在着还才正可都了]{1,8}呢[~～\s.,，]*$/;
/** Asks for something that somebody could answer; rhetorical questions and exclamations do not. */
export function isQuestion(text) {
    for (const [sentence] of text.display.matchAll(SENTENCE))
        if (asks(sentence.trim()))
            return true;
    return false;
}
function asks(sentence) {
    const signed = /[?？]$/.test(sentence);
    const words = sentence.replace(/[?？\s]+$/, '');
    if (!/[\p{L}\p{N}]/u.test(words) || RHETORICAL.test(words))
        return false;
    if (signed)
        return true;
    if (BARE_NE.test(words))
        return true;
    if (INDEFINITE.test(words))
        return false;
    if (ASKING_END.test(words) || CLAUSE_MA.test(words) || A_NOT_A.test(words))
        return true;
    return STRONG.test(words) || (WEAK.test(words) && PARTICLE.test(words));
}
//# sourceMappingURL=question.js.map