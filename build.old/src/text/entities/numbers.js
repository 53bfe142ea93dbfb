import { chainOf, digitGroups } from './chains.js';
import { isBankCard, isLandline, isMobile, isNationalId } from './checks.js';
const LABELS = [
    ['phone', /手机|电话|联系|致电|拨打|短信|座机|固话|微信|号码|tel|phone|mob/gi],
    ['id', /身份证|证件号|身份号/g],
    ['card', /银行卡|卡号|账号|帐号|账户|储蓄卡|信用卡|[工农建中交招邮]行|邮储|农商|信用社/g],
    [
        'other',
        /订单|单号|快递|运单|物流|取件|会议|编号|流水|验证码|学号|考号|考生号|准考证|税号|信用代码|isbn|条码|房间|邀请码|课程码|班级码|文号|发票|序列号|型号|尾号|座位|工号|证书|许可证|备案|直播间|群号/gi,
    ],
];
const LABEL_REACH = 16;
/** A number behind these is an office's, not a person's. */
const OFFICE = /热线|监督|举报|投诉|咨询|值班|客服|前台|学校|办公|派出所|医院|教育局|门卫|门房|招生|总机|社区|居委|校医|食堂|宿管/;
const HOME = /家里|我家|家庭|家中|家长|监护|住宅|宅电|座机|固话|本人|我的|妈|爸|父亲|母亲|爷爷|奶奶|同学|学生/;
const OWNER_REACH = 20;
/** Letters that may stand right before a phone number; others make it a code (SF139…). */
const LETTERS_BEFORE = /(?:^|[^a-z])(?:tel|vx|wx|v|qq|phone|mob|mobile|no|a)$/i;
/** The last label before a number that no other digits part from it. */
function labelBefore(text, at) {
    const before = text.slice(Math.max(0, at - LABEL_REACH), at);
    let nearest = null;
    let place = -1;
    for (const [label, words] of LABELS) {
        for (const match of before.matchAll(words)) {
            const end = match.index + match[0].length;
            if (end > place && !/\d/.test(before.slice(end))) {
                place = end;
                nearest = label;
            }
        }
    }
    return nearest;
}
function isCode(text, at) {
    const before = text.slice(Math.max(0, at - 8), at);
    return /[a-z]$/i.test(before) && !LETTERS_BEFORE.test(before);
}
/** A longer number of the same or a graver kind wins over what it begins with. */
const RANK = { landline: 0, mobile: 1, bank_card: 2, national_id: 3 };
/** The check character X may follow 17 digits, a space apart. */
function identityOf(text, chain) {
    if (chain.digits.length === 18 && isNationalId(chain.digits))
        return { kind: 'national_id', value: chain.digits, end: chain.end };
    if (chain.digits.length !== 17)
        return null;
    const tail = /^[ -]?[xX×](?![a-z])/i.exec(text.slice(chain.end, chain.end + 3));
    if (tail === null || !isNationalId(`${chain.digits}X`))
        return null;
    return { kind: 'national_id', value: `${chain.digits}X`, end: chain.end + tail[0].length };
}
function mobileOf(chain) {
    const bare = chain.digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '');
    return isMobile(bare) ? { kind: 'mobile', value: bare, end: chain.end } : null;
}
/** People part numbers into a few groups, or spell them digit by digit. Anything goes where it is better to be wary. */
const GROUPS_AT_MOST = 5;
const MOBILE_GROUPS_AT_MOST = 4;
const SHORTEST = 7;
const LONGEST = 19;
function identify(text, chain, label, wary) {
    const { digits, start, end } = chain;
    const size = digits.length;
    const identity = identityOf(text, chain);
    if (identity !== null)
        return identity;
    if ((size === 15 || size === 18) && label() === 'id')
        return { kind: 'national_id', value: digits, end };
    if (size === 17 && /^[xX×]/.test(text.slice(end, end + 1)) && label() === 'id') {
        return { kind: 'national_id', value: `${digits}X`, end: end + 1 };
    }
    const guarded = () => !wary && (label() === 'other' || isCode(text, start));
    if (isBankCard(digits) && !guarded())
        return { kind: 'bank_card', value: digits, end };
    if (size >= 15 && label() === 'card')
        return { kind: 'bank_card', value: digits, end };
    if (wary || chain.groups <= MOBILE_GROUPS_AT_MOST || chain.spelled) {
        const mobile = mobileOf(chain);
        if (mobile !== null && !guarded())
            return mobile;
    }
    if (size <= 12 && chain.groups <= 3 && isLandlineHere(text, chain, label, wary))
        return { kind: 'landline', value: digits, end };
    return null;
}
function isLandlineHere(text, chain, label, wary) {
    const { digits, start } = chain;
    const whole = isLandline(digits);
    const bare = !whole && chain.groups <= 2 && /^[2-8]\d{6,7}$/.test(digits) && label() === 'phone';
    if (!whole && !bare)
        return false;
    const before = text.slice(Math.max(0, start - OWNER_REACH), start);
    return wary || (label() !== 'other' && HOME.test(before) && !OFFICE.test(before));
}
/** The gravest, then longest, number that begins with group `first`. */
function longestFrom(text, groups, first, wary) {
    let best = null;
    let known;
    const label = () => (known === undefined ? (known = labelBefore(text, groups[first].start)) : known);
    let digits = '';
    for (let last = first; last < groups.length; last++) {
        const group = groups[last];
        if (last > first && !group.linked)
            break;
        digits += group.digits;
        if (digits.length > LONGEST)
            break;
        if (digits.length < SHORTEST)
            continue;
        const chain = chainOf(groups, first, last, digits);
        if (!wary && chain.groups > GROUPS_AT_MOST && !chain.spelled)
            continue;
        const found = identify(text, chain, label, wary);
        if (found !== null && (best === null || RANK[found.kind] >= RANK[best.kind]))
            best = { ...found, last };
    }
    return best;
}
/**
 * Phone, identity and card numbers, with spaces and signs between the digits or in Chinese numerals. A number counts
 * as a whole only: eleven digits within twenty are none. `wary` (for masking) takes any grouping and no excuse.
 */
export function findNumbers(wary) {
    return (text, report) => {
        const groups = digitGroups(text);
        for (let first = 0; first < groups.length; first++) {
            const found = longestFrom(text, groups, first, wary);
            if (found === null)
                continue;
            report(found.kind, groups[first].start, found.end, found.value);
            first = found.last;
        }
    };
}
//# sourceMappingURL=numbers.js.map