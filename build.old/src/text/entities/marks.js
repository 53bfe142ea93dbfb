import { spelledNumber } from '../numerals.js';
import { each } from './finder.js';
/** A mark is a number up to 750 (the whole of the university entrance exam), half marks too. */
const MARK = String.raw `(\d{1,3}(?:\.\d)?)`;
const SUBJECT = '(?:语文|数学|英语|物理|化学|生物|政治|道法|道德与法治|历史|地理|科学|体育|信息|理综|文综|总分|总成绩|三科|四科|平均分?|均分|最高分?|最低分?|成绩|得分?|考了?)';
/** After these a number counts something else. */
const NOT_MARK = String.raw `(?!\d|\.\d|\s?(?:分[钟之米校班组店公贝界享类工]|[%‰页题遍次点:月日号人元块个名课本节单元年级班张道篇首条份米秒厘斤岁行段词字小天周组项套支颗章册面件种位至到\-~—)〕]|、(?!${SUBJECT})|[.．]\s?[^\d\s]))`;
const AFTER_SUBJECT = new RegExp(String.raw `${SUBJECT}[:：=得是为考了才只有\s]{0,4}${MARK}((?:分(?!钟))?)${NOT_MARK}`, 'g');
/** 二十 to 一百五十; 十分 is a word for very. */
const SPELLED = '(一百(?:零?[一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)?|[二三四五六七八九]十[一二三四五六七八九]?)';
const NOT_SPELLED = String.raw `(?![零一二三四五六七八九十百千万两几多来出余度世词句步倍遍中]|\s?(?:分[钟之米校班组店公贝界享类工线]|[题页次月日号人元块个名课本节年级班张道篇首条份米秒厘斤岁行段字小天周组项套支颗章册面件种位至到～~—-]))`;
/** 语文九十二分, 数学考了九十八: with 分, or after a word for what somebody got. */
const SPELLED_MARKS = [
    new RegExp(String.raw `${SUBJECT}[:：=得是为考了才只有\s]{0,4}${SPELLED}(?=分)${NOT_SPELLED}`, 'g'),
    new RegExp(String.raw `(?:(?<![参备思赶补高中统没再要])考(?:了|得|到)|考试得|成绩|总分|平均分|最高分|最低分|[语数英]\S{0,2}考)[:：=是为才只有\s]{0,3}${SPELLED}${NOT_SPELLED}`, 'g'),
];
/** 成绩：92、88、76 */
const RESULTS = /(?:成绩|分数|得分|考分|各科|三科|四科|语数英|总分)(?:分别|各)?[:：是为\s]{1,3}(?:\d{2,3}(?:\.5)?分?[、，,\/\s]{1,2}){1,9}\d{2,3}(?:\.5)?(?![\d.:\-~%％]|\s?[页题号月日年级班名人个元块点课岁斤米秒])/g;
const RESULT = /\d{2,3}(?:\.5)?/g;
/** The lowest mark that a list may have: page numbers and days are smaller. */
const RESULT_AT_LEAST = 20;
const POINTS = new RegExp(String.raw `(?<![第\d.:\-])${MARK}分(?![钟之米校班组店公贝界享类工线以内]|\s?\d)`, 'g');
/** 8点30分, 评分4.5分 */
const NOT_POINTS = /[点时:]\s?$|评分.{0,2}$|线[多少]$/;
/** 语92 数88 英95, and A to E for marks */
const SHORT = /(?:[语数英物化生政史地科][:：]?\s?(?:\d{1,3}(?:\.5)?|[a-e][+-]?)(?![a-z\d%页题遍次点:月日号人元个])[\s,，、;；]{0,2}){2,}/gi;
const SHORT_ONE = /[语数英物化生政史地科][:：]?\s?(\d{1,3}(?:\.5)?|[a-e][+-]?)/gi;
/** 张小明98,李小红95,王小刚87: at least three names with a mark each */
const LIST = /(?:[\u4e00-\u9fff]{2,4}[:：\s]?\d{2,3}(?:\.\d)?分?(?:[\s,，、;；]{1,2}|(?=…|\.\.|。|$))){3,}/g;
const LIST_ONE = /([\u4e00-\u9fff]{2,4})[:：\s]?(\d{2,3}(?:\.\d)?)/g;
const NOT_NAMES = /[第共前约每满近月年周期路号楼页]$/;
const isMark = (text) => Number(text) <= 750;
/** Marks: after a subject, with 分, or in a list of names. */
export const findScores = (text, report) => {
    const found = new Map();
    const add = (start, written, value = written.toUpperCase()) => {
        if (!found.has(start))
            found.set(start, { end: start + written.length, value });
    };
    each(AFTER_SUBJECT, text, match => {
        const [whole, mark, points] = match;
        // "数学3": a number of something; small marks say 分
        if (!isMark(mark) || (points === '' && Number(mark) < 10))
            return;
        add(match.index + whole.length - points.length - mark.length, mark);
    });
    for (const pattern of SPELLED_MARKS) {
        each(pattern, text, match => {
            const written = match[1];
            add(match.index + match[0].length - written.length, written, String(spelledNumber(written)));
        });
    }
    each(RESULTS, text, row => {
        const marks = [...row[0].matchAll(RESULT)];
        if (marks.some(([mark]) => Number(mark) < RESULT_AT_LEAST || !isMark(mark)))
            return;
        for (const mark of marks)
            add(row.index + mark.index, mark[0]);
    });
    each(POINTS, text, match => {
        if (isMark(match[1]) && !NOT_POINTS.test(text.slice(Math.max(0, match.index - 4), match.index))) {
            add(match.index, match[1]);
        }
    });
    each(SHORT, text, row => {
        each(SHORT_ONE, row[0], match => {
            const mark = match[1];
            add(row.index + match.index + match[0].length - mark.length, mark);
        });
    });
    each(LIST, text, row => {
        const marks = [...row[0].matchAll(LIST_ONE)];
        if (marks.some(match => NOT_NAMES.test(match[1]) || Number(match[2]) < 20))
            return;
        for (const match of marks)
            add(row.index + match.index + match[0].length - match[2].length, match[2]);
    });
    for (const [start, { end, value }] of found)
        report('score', start, end, value);
};
const PLACE = String.raw `(\d{1,4}|[一二三四五六七八九十百]{1,4})`;
const RANKS = [
    // 第3名, 倒数第三
    new RegExp(String.raw `(?:倒数)?第\s?${PLACE}名`, 'g'),
    new RegExp(String.raw `倒数第\s?${PLACE}(?![页题行段节个次])`, 'g'),
    // 班级排名12, 年级名次:第5
    new RegExp(String.raw `(?:排名|名次|排位|[班级校段年]排)[:：是为在第\s]{0,4}${PLACE}(?!\d|\.\d|[、)])`, 'g'),
    // 全班第3, 年级17, 全校前50
    new RegExp(String.raw `(?:班级|年级|全班|全级|全校|全区|全县|全市|班上|班里|年段|校内)(?:排名?)?(?:(?:第|前|排)\s?${PLACE}|(?<![一二三四五六七八九]年级|\d年级)\s?(\d{1,3}))(?!\d|\.\d|[班人个级元%点:月日号岁年页次届组项部位节排条天周分)])名?`, 'g'),
    // 前十名, 进了前5
    new RegExp(String.raw `(?:进了?|保持|掉出|冲)?前\s?${PLACE}名(?!.{0,6}[送免领享赠报减])(?!交|付|可)`, 'g'),
];
/** `3` for 三 */
const figure = (place) => (/^\d/.test(place) ? place : String(spelledNumber(place)));
/** Places in a ranking. */
export const findRanks = (text, report) => {
    const found = [];
    for (const pattern of RANKS) {
        each(pattern, text, match => {
            found.push({
                start: match.index,
                end: match.index + match[0].length,
                value: figure((match[1] ?? match[2])),
            });
        });
    }
    let done = 0;
    for (const { start, end, value } of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
        if (start < done)
            continue;
        done = end;
        report('rank', start, end, value);
    }
};
//# sourceMappingURL=marks.js.map