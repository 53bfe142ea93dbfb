/** What a name card says besides the name: kept by a mask, for it tells who is speaking and names nobody. */
const KINSHIP = '大娘|大伯|伯父|伯母|二伯|大爷|二爷|舅爷|姑奶|大婶|婶子|大叔|二叔|三叔|小叔|幺叔|姑父|姨父|姨妈|嫂子|额吉|阿爸|阿妈|大姨|二姨|小姨|大姑|二姑|幺姑|幺爸|伯娘|婶婶|嬢嬢|孃孃|嫲嫲|阿嬷|阿婆|阿公|堂姐|堂哥|表姐|表哥|妈妈|爸爸|奶奶|爷爷|外婆|外公|姥姥|姥爷|婆婆|公公|爹爹|嘎嘎|家长|监护人|姑姑|姑妈|叔叔|伯伯|舅舅|舅妈|阿姨|姨妈|哥哥|姐姐|弟弟|妹妹|妈|爸|爹|娘|母亲|父亲|mom|mum|dad|mama|papa';
const TITLE = '老师|主任|校长|副校长|书记|班主任|教练|医生|同学|小朋友';
const SUFFIX = new RegExp(`(?:的?(?:${KINSHIP})|${TITLE})+$`, 'iu');
const PREFIX = /^(?:班主任|副班主任|语文|数学|英语|物理|化学|生物|政治|道法|历史|地理|科学|体育|音乐|美术|信息|心理|保健|生活|政教处|德育处|教务处|校长|主任)(?=.)/u;
const EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** `班主任王芳老师` → 班主任 · 王芳 · 老师; a card that is nothing but a title has it for its core. */
export function namePartsOf(name) {
    const whole = name.replace(EDGE, '');
    const suffix = SUFFIX.exec(whole)?.[0] ?? '';
    const named = whole.slice(0, whole.length - suffix.length);
    const prefix = PREFIX.exec(named)?.[0] ?? '';
    const core = named.slice(prefix.length).replace(EDGE, '');
    return core === '' ? { prefix: '', core: whole, suffix: '' } : { prefix, core, suffix };
}
/** Whether a card says only what somebody is (妈妈, 班主任): it names nobody. */
export function isGeneric(name) {
    const whole = name.replace(EDGE, '');
    return whole === '' || whole.replace(SUFFIX, '') === '';
}
/** `李雷妈妈` → `李*妈妈`. A mask of a mask is itself. */
export function maskName(name) {
    const { prefix, core, suffix } = namePartsOf(name);
    const first = [...core][0];
    return first === undefined ? '*' : `${prefix}${first}*${suffix}`;
}
//# sourceMappingURL=names.js.map