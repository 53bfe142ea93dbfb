import { spelledNumber } from '../numerals.js';
import { each } from './finder.js';
const NUMBER = String.raw `\d{1,7}(?:,\d{3}){0,3}(?:\.\d{1,2})?`;
const NUMERAL = '[一二两三四五六七八九十百千万零]{1,7}';
const RANGE = String.raw `(?:\s?[-~至到—–]\s?(${NUMBER}))?`;
/** 元 and 块 begin other words: 一元二次, 元旦, 一块去. */
const YUAN = String.raw `(?:元(?![一二三]次|方程|旦|宵|素|月|件|音|老|帅|首|气|代|朝)|rmb|人民币|圆(?![形规的柱锥心]))`;
const PIECE = '块(?![儿砖积木布石糖巧橡蛋板地拼饼肉手表牌状头区])';
/** 两块 may be pieces of anything; as money it says so: 两块钱, 十块一斤. */
const SPOKEN = '(?:元(?![一二三]次|方程|旦|宵|素|月|件|音|老|帅|首|气|代|朝)|块(?=钱|[一每/](?![起儿])|[左上]右?下?|[,，。.!！?？、;；\\s]|$))';
const SIGN = new RegExp(String.raw `(?:[¥￥]|rmb)\s?(${NUMBER})${RANGE}(?:\s?(万|w|k))?`, 'gi');
const UNIT = new RegExp(String.raw `(${NUMBER})${RANGE}\s?(万|千|百|w|k)?[多来几余]?\s?(?:${YUAN}|${PIECE})`, 'gi');
const SPELLED = new RegExp(String.raw `(${NUMERAL})[多来几]?${SPOKEN}`, 'g');
/** 只要88, 到手价59.9: a number after a word for a price needs no unit, unless it has another one. */
const PRICED = new RegExp(String.raw `(?:(?:[售单原现特底批团]价|价格?|到手|只要|仅需|仅售|低至|才卖|卖|包邮价)[:是为]?|(?:每[人家位户]|人均|再收|各[收交出]|[年月季]卡|[班餐书料名服险团会场押定学课]费)[:是为共再各收交出需要]{0,3})\s?(${NUMBER})(?!\d|\s?[分名人个天号月点%年班岁页题本次件斤袋箱支张份条遍道篇组秒米套双根只把盒瓶级期届日下:：.\-])`, 'gi');
const SCALE = { 万: 10_000, w: 10_000, 千: 1000, k: 1000, 百: 100 };
/** Yuan as a decimal number, for example `59.9`; a range as `30-50`. */
function amount(low, high, scale) {
    const factor = scale === undefined ? 1 : SCALE[scale.toLowerCase()];
    const plain = (text) => String(Math.round(Number(text.replace(/,/g, '')) * factor * 100) / 100);
    return high === undefined ? plain(low) : `${plain(low)}-${plain(high)}`;
}
/** Amounts of money. */
export const findPrices = (text, report) => {
    const found = [];
    const add = (match, value) => {
        found.push({ start: match.index, end: match.index + match[0].length, value });
    };
    for (const pattern of [SIGN, UNIT]) {
        each(pattern, text, match => add(match, amount(match[1], match[2], match[3])));
    }
    each(SPELLED, text, match => add(match, String(spelledNumber(match[1]))));
    each(PRICED, text, match => add(match, amount(match[1], undefined, undefined)));
    let done = 0;
    for (const { start, end, value } of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
        if (start < done)
            continue;
        done = end;
        report('price', start, end, value);
    }
};
//# sourceMappingURL=money.js.map