import { each } from './finder.js';
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z][ ·•.-]?((?:[a-hj-np-z0-9]){5,6}|[a-hj-np-z0-9]{4}[学警挂港澳])(?![a-z0-9])/gi;
/** Number plates, of electric cars too. */
export const findPlates = (text, report) => {
    each(PLATE, text, match => {
        if (match[1].replace(/\D/g, '').length < 2)
            return;
        const value = match[0].replace(/[ ·•.-]/g, '').toUpperCase();
        report('plate', match.index, match.index + match[0].length, value);
    });
};
const NUMERAL = '(?:(?<!\\d)\\d{1,5}|[一二三四五六七八九十百]{1,4}|[a-z]\\d{0,3})';
const NAMED = [
    ['region', '省|自治区|市|自治州|地区|盟|区|县|旗'],
    ['town', '街道|镇|乡|社区|村(?:委会)?|屯|组'],
    ['road', '大道|大街|路|街|胡同|里弄|巷'],
    [
        'estate',
        '小区|花园|公寓|家园|新村|新城(?!村)|苑|大厦|广场|庄园|公馆|华府|名府|嘉园|佳园|雅居|名都|花苑|山庄|家属院|家属楼|城(?![区市县关镇乡])',
    ],
];
const PART = new RegExp([
    `${NUMERAL}(?:号楼|栋|幢|单元)|(?<![\\da-z])(?:\\d{1,3}|[a-z])座`,
    '(?<!\\d)\\d{3,4}[a-z]?(?:室|户|房(?![间价]))',
    '(?<!\\d)\\d{1,5}(?:-\\d{1,4})?(?:号院?|弄|巷)(?![线车门楼])',
    // 3-2-501 or 12-501, as people write a door
    '(?<!\\d)\\d{1,3}-(?:\\d{1,3}-)?\\d{3,4}(?!\\d)',
    // a room number counts right after a building or a unit
    '(?<!\\d)\\d{3,4}(?!\\d)',
    ...NAMED.map(([, endings]) => endings),
].join('|'), 'gi');
/** Without one of these there is no address. */
const GATE = /栋|幢|座|单元|号楼|\d\s?(?:[室户房弄号巷]|-\d{3})/;
const NUMBERED = [
    ['building', /(?:号楼|栋|幢|座)$/],
    ['unit', /单元$/],
    ['room', /(?:室|户|房)$/],
    ['number', /[\da-z](?:号院?|弄|巷)$/i],
    ['door', /^\d+-/],
    ['bare', /^\d+$/],
];
/** A named part ends like this; the look-around of the endings is left off. */
const ENDINGS = new Map(NAMED.flatMap(([level, endings]) => endings
    .replace('村(?:委会)?', '村|村委会')
    .split('|')
    .map(ending => [ending.replace(/\(.*/, ''), level])));
/** Names of places have at most so many characters before their ending. */
const NAME_AT_MOST = 8;
const NAME_CHARACTER = /[\u3400-\u9fff a-z0-9-]/i;
/** No name of a place has these in it: a sentence went on. */
const NOT_IN_NAMES = /[的了是有和与在很]/;
/** What a sentence says before it comes to the address. */
const LEAD = /^.*(?:住在|住址|家住|地址|寄到|送到|位于|[在到是至于住寄往有,:，：\s])/su;
/** Words that end like a place and are none. */
const NOT_PLACES = /(?:走|马|公|铁|一|半|道|思|线|网|电|出|顺|迷|上|下|[0-9])路$|(?:班|分|小|项目|课题|[0-9一二三四五六七八九十])组$|(?:逛|上)街$|(?:教室|学区|城市|超市|门市|社区|地区|时区|校区|园区|景区)$/;
/** Rooms and buildings of a school, and public places: everybody may know where they are. */
const PUBLIC_BEFORE = /(?:教学楼|实验楼|综合楼|行政楼|办公楼|宿舍楼|教室|考场|会议室|报告厅|图书馆|体育馆|食堂|校区|学校|小学|中学|大学|医院|影院)$/;
const PUBLIC_AFTER = /^[\s(（]{0,2}(?:教室|考场|会议室|办公室|多功能|报告厅|.{0,8}(?:小学|中学|大学|学院|学校|幼儿园|少年宫|医院|门诊|影院|剧院|博物馆|图书馆|体育馆|科技馆|公园|派出所|教育局|邮局|银行|超市|酒店|饭店|书店|基地|广场|中心))/;
function parts(text) {
    const found = [];
    each(PART, text, match => {
        const [whole] = match;
        const named = ENDINGS.get(whole);
        const level = named ?? NUMBERED.find(([, shape]) => shape.test(whole))?.[0];
        if (level === undefined)
            return;
        found.push({ level, named: named !== undefined, start: match.index, end: match.index + whole.length });
    });
    return found;
}
/** Whether only a name's worth of letters lies between two parts. */
function touches(text, before, after) {
    const gap = text.slice(before.end, after.start);
    if (gap.length > (after.named ? NAME_AT_MOST : 1))
        return false;
    for (const character of gap)
        if (!NAME_CHARACTER.test(character))
            return false;
    return !NOT_IN_NAMES.test(gap);
}
/** Where the name before the first part begins. */
function nameStart(text, part, floor) {
    if (!part.named)
        return part.start;
    let start = part.start;
    while (start > floor && part.start - start < NAME_AT_MOST && /[\u3400-\u9fff]/.test(text[start - 1]))
        start--;
    const name = text.slice(start, part.start);
    return part.start - name.replace(LEAD, '').length;
}
/** A house in a street may be any shop's; these say that somebody lives there. */
const HOME_BEFORE = /住|家(?![酒饭餐店长])|寄|收货|收件|送到|户籍|户口/;
const HOME_ESTATE = /小区|花园|家园|新村|新城|苑|庄园|公馆|府|佳园|嘉园|雅居|山庄|家属/;
const HOME_LEVELS = ['building', 'unit', 'room', 'door', 'town'];
function isHome(text, levels, start, end) {
    if (HOME_LEVELS.some(level => levels.has(level)) || HOME_ESTATE.test(text.slice(start, end)))
        return true;
    return HOME_BEFORE.test(text.slice(Math.max(0, start - 10), start));
}
function isAddress(text, run, start, wary) {
    const levels = new Set(run.filter(part => part.level !== 'bare').map(part => part.level));
    const named = run.some(part => part.named && !NOT_PLACES.test(text.slice(Math.max(start, part.start - 2), part.end)));
    const hasRoad = levels.has('road') || levels.has('estate') || levels.has('town');
    const numbered = levels.has('building') || levels.has('unit') || levels.has('room') || (hasRoad && levels.has('number'));
    const door = levels.has('door') && levels.has('estate') && named;
    if (!numbered && !door)
        return false;
    if (!wary && !isHome(text, levels, start, run.at(-1).end))
        return false;
    // without a name, three numbered levels (3栋2单元501) are an address, a classroom (3号楼302室) is not
    const rooms = run.some(part => part.level === 'bare') ? 1 : 0;
    return named ? levels.size + rooms >= 2 : levels.has('unit') && levels.size + rooms >= 2;
}
/**
 * Addresses by their grammar: region, town, road, estate, number, building, unit, room. `wary` (for masking) takes
 * public places and shops too.
 */
export function findAddresses(wary) {
    return (text, report) => {
        if (!GATE.test(text))
            return;
        const all = parts(text);
        let floor = 0;
        for (let i = 0; i < all.length;) {
            let last = i;
            while (last + 1 < all.length && touches(text, all[last], all[last + 1]))
                last++;
            const found = addressOf(text, all.slice(i, last + 1), floor, wary);
            i = last + 1;
            if (found === null)
                continue;
            report('address', found.start, found.end, text.slice(found.start, found.end).replace(/\s/g, ''));
            floor = found.end;
        }
    };
}
/** Reads parts that touch as one address. */
function addressOf(text, parts, floor, wary) {
    const run = parts.slice(parts.findIndex(part => part.level !== 'bare'));
    const first = run[0];
    const final = run.at(-1);
    if (first === undefined || final === undefined || run.length < 2 || first.level === 'bare')
        return null;
    const start = nameStart(text, first, floor);
    if ((start === first.start && first.named) || !isAddress(text, run, start, wary))
        return null;
    if (!wary) {
        if (PUBLIC_AFTER.test(text.slice(final.end, final.end + 16)))
            return null;
        if (run.some(part => PUBLIC_BEFORE.test(text.slice(Math.max(0, part.start - 8), part.start))))
            return null;
    }
    return { start, end: final.end };
}
//# sourceMappingURL=places.js.map