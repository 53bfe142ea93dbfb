import { mask } from './mask.js';
const MENTION = /@[^\s@,，。！!？?：:]{1,40}/gu;
const DIGITS = /\p{Nd}(?:[\s-]?\p{Nd}){4,}/gu;
/** The most frequent family names, without those that are mostly other words (和、向、时…). */
const FAMILY = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔汤窦柏穆闻常乔赖庞樊兰殷施洪翟安颜倪牛温芦俞葛章毕聂';
/** 王老师, but neither 谢谢老师 nor 班主任老师 */
const STAFF = new RegExp(`(?<![谢主])[${FAMILY}](?=老师|主任|校长|教练|医生)`, 'gu');
/** Of a child who is on no list: 张小满妈妈, 李想同学 */
const CHILD = new RegExp(`[${FAMILY}][\\u3400-\\u9fff]{1,2}(?=妈妈|爸爸|奶奶|爷爷|外婆|外公|姥姥|姥爷|家长|同学|小朋友)`, 'gu');
/**
 * What may be shown to a stranger: masked, without names of the lists and what looks like another, without mentions,
 * without any longer number. Hides too much rather than too little.
 */
export function anonymous(text, options) {
    const masked = mask(text, { ...options, unnamed: true });
    return masked.replace(MENTION, '@[姓名]').replace(CHILD, '[姓名]').replace(STAFF, '[姓名]').replace(DIGITS, '[号码]');
}
//# sourceMappingURL=anonymous.js.map