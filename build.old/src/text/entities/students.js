import { compileLexicon } from '../lexicon.js';
import { namePartsOf } from '../names.js';
import { spanOf, toKey } from '../normalise.js';
const DOUBLE = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|夏侯|端木|南宫|独孤|拓跋|轩辕|百里|呼延|东郭|西门';
const DOUBLE_SURNAMES = new RegExp(`^(?:${DOUBLE})`);
const DOUBLE_BEFORE = new RegExp(`(?:${DOUBLE})$`);
/** The commonest surnames: 涵涵 within 王涵涵 is another child. */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤';
/** Given names that are words of every day; they count with the surname only. */
export const EVERYDAY = new Set('天天 明天 今天 可以 一个 自己 我们 大家 安全 平安 健康 快乐 开心 高兴 幸福 阳光 文明 文化 小雨 大雨 下雨 天晴 春天 秋天 夏天 冬天 新年 国庆 中秋 元旦 建国 文学 学习 诗歌 美丽 可爱 希望 加油 成功 胜利 团结 友谊 和平 自然 语文 数学 英语 思想 思考 如意 吉祥 如果 若是 未来 世界 天空 星星 月亮 太阳 彩虹 小满 立夏 清明 谷雨 白露 立秋 一一 一诺 一鸣'.split(' '));
/** What stands on cards beside 妈妈 and names no pupil: pet names, offices, kinds of people. */
const NO_PUPIL = /^(?:宝宝|宝贝|娃娃|孩子|妹妹|弟弟|姐姐|哥哥|石头|[老小大阿].|[大二三小幺].?宝)$|学生|同学|本班|班级|年级|家委|家长|班长|组长|会长|群主|委员|老师|全职|单亲|胞胎|新生|[0-9一二三四五六七八九十]班/;
const HAN_NAME = /^[\u3400-\u9fff]{2,4}$/;
/**
 * The pupil whom a parent's name card names: `李雷妈妈` → `李雷`; null for `Lucky`, `班长妈妈`, `天天爸爸`, `李明医生`. A name
 * of two characters has to begin with a common surname.
 */
export function pupilOf(card) {
    const { prefix, core, suffix } = namePartsOf(card);
    if (prefix !== '' || suffix === '' || TITLED.test(suffix) || !HAN_NAME.test(core))
        return null;
    if (NO_PUPIL.test(core) || EVERYDAY.has(core))
        return null;
    return core.length > 2 || SURNAMES.includes(core[0]) ? core : null;
}
/** Of a member of staff, or of the pupil itself. */
const TITLED = /老师|主任|校长|书记|教练|医生|同学|小朋友/;
const rosters = new WeakMap();
/** `欧阳子涵` → `子涵`; null where no given name of two characters is left. */
export function givenName(name) {
    const given = name.replace(DOUBLE_SURNAMES, '');
    const rest = given.length < name.length ? given : name.slice(1);
    return rest.length >= 2 && /^[\u3400-\u9fff]+$/.test(rest) ? rest : null;
}
function rosterOf(students) {
    let roster = rosters.get(students);
    if (roster === undefined) {
        const full = new Map();
        const given = new Map();
        for (const name of students) {
            const key = toKey(name);
            if (key.length < 2)
                continue;
            full.set(key, [...(full.get(key) ?? []), name]);
            const short = givenName(key);
            if (short !== null && !EVERYDAY.has(short))
                given.set(short, [...(given.get(short) ?? []), name]);
        }
        for (const [short, names] of given)
            if (!full.has(short))
                full.set(short, names);
        const words = [...full.keys()];
        roster = { matcher: compileLexicon(words), names: [...full.values()], words };
        rosters.set(students, roster);
    }
    return roster;
}
/**
 * Pupils named, by whole name or by a given name of two characters and more. `value` is the name on the roster;
 * where pupils share what was written, their names joined by `、`.
 */
export function findStudents(text, students) {
    if (students.length === 0)
        return [];
    const { matcher, names, words } = rosterOf(students);
    const entities = [];
    for (const { index, start, end } of matcher.find(text.key)) {
        const called = names[index];
        const whole = called.some(name => toKey(name) === words[index]);
        // 王子涵 is not 李子涵; nor is a given name at the end of a longer word in letters
        if (!whole && surnameBefore(text, start) > 0)
            continue;
        entities.push({ kind: 'student', span: spanOf(text, start, end), value: called.join('、') });
    }
    return entities;
}
const MARK_AFTER = /^[\s:：,，]{0,3}(\d{2,3}(?:\.\d)?)(?![\d.:：]|\s?[号室年月日点元块班个岁厘米斤公床路页题次本份人%])/;
/**
 * Marks of a table that stand right after pupils' names (1 李雷 678 2 韩梅 671). One alone may be anything; `students`
 * as `findStudents` found them.
 */
export function findMarksOf(students, text) {
    const marks = [];
    for (const { span } of students) {
        const match = MARK_AFTER.exec(text.original.slice(span.end, span.end + 12));
        if (match === null || Number(match[1]) > 750)
            continue;
        const value = match[1];
        const start = span.end + match[0].length - value.length;
        marks.push({ kind: 'score', span: { start, end: start + value.length }, value });
    }
    return marks.length >= 2 ? marks : [];
}
/** How many characters of the key, right before a given name, are a surname: with it, it is a name of its own. */
export function surnameBefore(text, start) {
    if (!isAdjacent(text, start))
        return 0;
    if (DOUBLE_BEFORE.test(text.key.slice(Math.max(0, start - 2), start)) && isAdjacent(text, start - 1))
        return 2;
    return SURNAMES.includes(text.key[start - 1]) ? 1 : 0;
}
/** Whether the character before stands right before it in the original too. */
function isAdjacent(text, start) {
    return start > 0 && spanOf(text, start - 1, start).end === text.map[start];
}
//# sourceMappingURL=students.js.map