import { DAY, HOUR, MINUTE } from '../model/time.js';
import { localTime } from './calendar.js';
import { either } from './either.js';
import { spelledNumber } from './numerals.js';
import { zonedInstant } from './zone.js';
const FIGURE = String.raw `(?:\d{1,2}|[一二两三四五六七八九十]{1,3})`;
const DAY_WORD = String.raw `今[天日晚早]|明[天日晚早]|后天|大后天|(?:本|这|下)?(?:周|星期|礼拜)[一二三四五六日天]|(?:\d{1,2}月)?\d{1,2}[日号]`;
const PART_WORD = '凌晨|早上?|上午|中午|下午|傍晚|晚上?|放学';
const TIME = String.raw `(?<hour>${FIGURE})(?:[:：](?<minute>\d{2})|[点时](?<half>半|一刻|三刻)?(?:(?<after>${FIGURE})分?)?)`;
const MOMENT = String.raw `(?:(?<day>${DAY_WORD})[（(]?(?:周[一二三四五六日天])?[）)]?)?\s?(?<part>${PART_WORD})?\s?(?:${TIME})?`;
const BEFORE = new RegExp(String.raw `${MOMENT}\s?(?:之前|以前|前(?!往|后|面|台|[0-9一二三四五六七八九十]名)|截[止至]|为止)`, 'g');
const UNTIL = new RegExp(String.raw `截[止至](?:时间|日期)?[:：到至是为于\s]{0,3}${MOMENT}`, 'g');
/** Only a date by which something is to be answered or handed in ends a notice: not 7:40前到校. */
const ANSWER = either([
    '回复|回个|回一下|请回',
    '回[“"\'「]',
    '缴费|充值|接龙|填|确认|报名|提交|反馈|统计|登记',
    '截[止至]',
    '完成|签',
    '交[给到上来齐表]',
    '上交|打卡|私信|发给|发到|回执',
]);
const SENTENCE = /[^。！!；;\n]{1,300}/g;
/** 两小时内, 半小时以内, 3天内: counted from the notice. */
const WITHIN = new RegExp(String.raw `(?<![月\d.])(?<count>半|${FIGURE})个?(?<half>半)?(?<unit>分钟|小时|钟头|天|日)(?:之|以)?内(?!容|部|网|心|科|外)`, 'g');
const THIS_WEEK = /[本这]周(?:之|以)?内/;
/** The latest time by which a text wants an answer, on the clock of the zone; null if it names none that is to come. */
export function deadlineOf(text, at, timezone) {
    let latest = null;
    for (const [sentence] of text.matchAll(SENTENCE)) {
        if (!ANSWER.test(sentence))
            continue;
        for (const pattern of [BEFORE, UNTIL]) {
            for (const { groups } of sentence.matchAll(pattern)) {
                const instant = momentOf((groups ?? {}), at, timezone);
                if (instant !== null && instant > at && (latest === null || instant > latest))
                    latest = instant;
            }
        }
        for (const instant of spansOf(sentence, at, timezone))
            if (latest === null || instant > latest)
                latest = instant;
    }
    return latest;
}
function spansOf(sentence, at, timezone) {
    const ends = [];
    for (const { groups } of sentence.matchAll(WITHIN)) {
        const { count, half, unit } = groups;
        const units = (count === '半' ? 0.5 : numberOf(count)) + (half === undefined ? 0 : 0.5);
        const long = unit === '分钟' ? MINUTE : unit === '天' || unit === '日' ? DAY : HOUR;
        if (units > 0)
            ends.push(at + units * long);
    }
    const { date, weekday } = localTime(at, timezone);
    const sunday = THIS_WEEK.test(sentence) ? zonedInstant(`${nextDay(date, 8 - weekday)}T00:00`, timezone) : null;
    return sunday === null ? ends : [...ends, sunday];
}
const numberOf = (figure) => (/^\d/.test(figure) ? Number(figure) : spelledNumber(figure));
function momentOf(groups, at, timezone) {
    const { day, hour } = groups;
    if (day === undefined && hour === undefined)
        return null;
    const today = localTime(at, timezone);
    const date = day === undefined ? today.date : dateOf(day, today.date, today.weekday);
    if (date === null)
        return null;
    // a day without an hour lasts until its end
    if (hour === undefined)
        return zonedInstant(`${nextDay(date)}T00:00`, timezone);
    const minutes = minutesOf(groups);
    if (minutes === null)
        return null;
    const instant = onClock(date, minutes, timezone);
    const bare = groups.part === undefined && !/[晚早]$/.test(day ?? '');
    // 5点前, said at noon, is this afternoon
    if (instant !== null && instant <= at && bare && minutes < 12 * 60)
        return onClock(date, minutes + 12 * 60, timezone);
    return instant;
}
function minutesOf({ day, part, hour, minute, half, after }) {
    let hours = numberOf(hour);
    const minutes = half === '半' ? 30 : half === '一刻' ? 15 : half === '三刻' ? 45 : numberOf(minute ?? after ?? '0');
    const evening = /晚/.test(part ?? '') || /晚$/.test(day ?? '');
    const late = evening || /下午|放学/.test(part ?? '') || (part === '中午' && hours < 3);
    if (late && hours < 12)
        hours += 12;
    // 今晚12点 is midnight, when the day ends
    else if (evening && hours === 12)
        hours = 24;
    return hours <= 24 && minutes < 60 ? hours * 60 + minutes : null;
}
const WEEKDAYS = '一二三四五六日';
/** `YYYY-MM-DD` of a day as people name it, seen from today. */
function dateOf(word, today, weekday) {
    if (/^今/.test(word))
        return today;
    if (/^明/.test(word))
        return nextDay(today);
    if (word === '后天')
        return nextDay(today, 2);
    if (word === '大后天')
        return nextDay(today, 3);
    const named = /(本|这|下)?(?:周|星期|礼拜)([一二三四五六日天])/.exec(word);
    if (named !== null) {
        const wanted = WEEKDAYS.indexOf(named[2].replace('天', '日')) + 1;
        const ahead = wanted - weekday + (named[1] === '下' ? 7 : 0);
        return nextDay(today, ahead < 0 && named[1] === undefined ? ahead + 7 : ahead);
    }
    const [year, month, dayOfMonth] = today.split('-').map(Number);
    const [, asMonth, asDay] = /^(?:(\d{1,2})月)?(\d{1,2})/.exec(word);
    const wantedMonth = asMonth === undefined ? (Number(asDay) < dayOfMonth ? month + 1 : month) : Number(asMonth);
    // 1月5日, said in December, is next year's
    const wantedYear = wantedMonth > 12 || wantedMonth < month - 6 ? year + 1 : year;
    const date = new Date(Date.UTC(wantedYear, (wantedMonth - 1) % 12, Number(asDay)));
    return date.getUTCDate() === Number(asDay) ? date.toISOString().slice(0, 10) : null;
}
function nextDay(date, days = 1) {
    return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
function onClock(date, minutes, timezone) {
    const midnight = zonedInstant(`${date}T00:00`, timezone);
    return midnight === null ? null : midnight + (minutes / 60) * HOUR;
}
//# sourceMappingURL=deadline.js.map