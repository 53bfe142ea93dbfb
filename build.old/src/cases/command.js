import { HOUR, MINUTE } from '../model/time.js';
export const COMMANDS = [
    '今天',
    '未决',
    '规则',
    '暂停',
    '恢复',
    '白名单',
    '值班',
    '定时',
    '通知',
    '确认',
    '取消',
    '帮助',
];
/** No post is longer; WeChat itself allows about twice as much. */
const LONGEST_POST = 1000;
/**
 * A command, or null. `line` is the message as `tidy` leaves it, for commands of one line; a post keeps the words
 * exactly as they were written.
 */
export function parseCommand(line, written) {
    return plain(line) ?? pause(line) ?? whiteList(line) ?? duty(line) ?? answerToPost(line) ?? post(written);
}
function plain(line) {
    const name = ['今天', '未决', '规则', '恢复', '帮助'].find(one => one === line);
    return name ? { name } : null;
}
const UNITS = [
    [/^(?:H|小时|个小时|钟头|个钟头)?$/u, HOUR],
    [/^(?:M|MIN|分|分钟)$/u, MINUTE],
];
const NUMERALS = '一二三四五六七八九十';
function pause(line) {
    const match = /^暂停 ?(半|两|[一二三四五六七八九十]|\d{1,3})? ?(个?半小时|[A-Z]{1,3}|个?小时|个?钟头|分钟?)?$/u.exec(line);
    if (!match)
        return null;
    const [, many, unit = ''] = match;
    if (many === undefined)
        return unit === '' ? { name: '暂停', for: null } : pause(`暂停 1${unit}`);
    if (many === '半')
        return unit === '小时' || unit === '个小时' ? { name: '暂停', for: HOUR / 2 } : null;
    const n = many === '两' ? 2 : NUMERALS.includes(many) ? NUMERALS.indexOf(many) + 1 : Number(many);
    if (unit === '个半小时' || unit === '半小时')
        return { name: '暂停', for: (n + 0.5) * HOUR };
    const found = UNITS.find(([form]) => form.test(unit));
    return found && n > 0 ? { name: '暂停', for: n * found[1] } : null;
}
function whiteList(line) {
    const match = /^白名单(?: ?(?:删|删除|去掉|移除) ?([1-9]\d{0,2}))?$/u.exec(line);
    return match ? { name: '白名单', remove: match[1] === undefined ? null : Number(match[1]) } : null;
}
function duty(line) {
    if (/^值班 ?(?:收回|取消|恢复|还是我|交给我)$/u.test(line))
        return { name: '值班', to: null };
    const match = /^值班 ?(?:交给|转给|给|由) ?(.{1,20})$/u.exec(line);
    return match ? { name: '值班', to: match[1].trim() } : null;
}
function answerToPost(line) {
    const match = /^(?:(确认|取消)(?: ?(TZ\d{1,4}))?|(TZ\d{1,4}) ?(确认|取消))$/u.exec(line);
    if (!match)
        return null;
    return { name: (match[1] ?? match[4]), code: match[2] ?? match[3] ?? null };
}
const DAYS = {
    今天: 0,
    今晚: 0,
    今早: 0,
    明天: 1,
    明早: 1,
    明晚: 1,
    后天: 2,
};
const EVENING = /[下晚]/u;
const POST = /^\s*(定时|通知)[\s:：,，]*(今天|今晚|今早|明天|明早|明晚|后天)?\s*(早上|早晨|上午|中午|下午|傍晚|晚上)?\s*([0-9０-９]{1,2})(?:[:：]([0-9０-９]{2})|[点时](半|[0-9０-９]{1,2}分?)?)[\s:：,，]+(\S[\s\S]*)$/u;
function post(written) {
    if (written.length > LONGEST_POST)
        return null;
    const match = POST.exec(written);
    if (!match)
        return null;
    const [, name, day, part, hour, minute, afterHour, text] = match;
    let hours = number(hour);
    if (hours < 12 && EVENING.test(`${day ?? ''}${part ?? ''}`))
        hours += 12;
    const minutes = afterHour === '半' ? 30 : number(minute ?? afterHour);
    if (hours > 23 || minutes > 59)
        return null;
    return {
        name: name,
        day: day === undefined ? null : (DAYS[day] ?? null),
        minutes: hours * 60 + minutes,
        text: text.trim(),
    };
}
function number(digits) {
    return Number((digits ?? '0').normalize('NFKC').replace(/\D/gu, ''));
}
//# sourceMappingURL=command.js.map