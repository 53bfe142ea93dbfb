import chineseDays from 'chinese-days';
/** Fixed dates, `MM-DD`. */
const SOLAR = {
    '01-01': '元旦',
    '02-14': '情人节',
    '03-08': '妇女节',
    '03-12': '植树节',
    '05-01': '劳动节',
    '05-04': '青年节',
    '06-01': '儿童节',
    '07-01': '建党节',
    '08-01': '建军节',
    '09-10': '教师节',
    '10-01': '国庆节',
    '12-24': '平安夜',
    '12-25': '圣诞节',
};
/** Month and weekday that move: the nth such weekday of the month (0 = Sunday). */
const MOVING = [
    [5, 2, 0, '母亲节'],
    [6, 3, 0, '父亲节'],
    [11, 4, 4, '感恩节'],
];
/** Lunar month and day. */
const LUNAR = {
    '1-1': '春节',
    '1-15': '元宵节',
    '2-2': '龙抬头',
    '5-5': '端午节',
    '7-7': '七夕',
    '7-15': '中元节',
    '8-15': '中秋节',
    '9-9': '重阳节',
    '12-8': '腊八节',
    '12-23': '小年',
};
const TERMS = { 清明: '清明节', 冬至: '冬至' };
/** Years of chinese-days' lunar tables. */
const LUNAR_FROM = 1900;
const LUNAR_TO = 2100;
/** Name of the festival of a date `YYYY-MM-DD`, or null. Where two fall together the lunar one is named. */
export function festivalOf(date) {
    return lunarFestival(date) ?? SOLAR[date.slice(5)] ?? movingFestival(date);
}
function lunarFestival(date) {
    const year = Number(date.slice(0, 4));
    if (year <= LUNAR_FROM || year >= LUNAR_TO)
        return null;
    const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date);
    if (!isLeap) {
        const name = LUNAR[`${lunarMon}-${lunarDay}`];
        if (name !== undefined)
            return name;
        if (lunarMon === 12 && lunarDay >= 29 && isEve(date))
            return '除夕';
    }
    const term = chineseDays.getSolarTerms(date)[0];
    return term === undefined ? null : (TERMS[term.name] ?? null);
}
function isEve(date) {
    const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    const { lunarMon, lunarDay } = chineseDays.getLunarDate(next);
    return lunarMon === 1 && lunarDay === 1;
}
function movingFestival(date) {
    const [, month, day] = date.split('-').map(Number);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    const nth = Math.ceil(day / 7);
    return MOVING.find(one => one[0] === month && one[1] === nth && one[2] === weekday)?.[3] ?? null;
}
//# sourceMappingURL=festivals.js.map