/** What people write instead of the words of the format, in Chinese and in other bots' terms. */
const SYNONYMS = new Map(Object.entries({
    head_teacher: ['班主任', 'headteacher', 'owner'],
    deputy: ['副班主任'],
    teacher: ['老师', '教师', '任课老师', '科任老师'],
    parent: ['家长', '爸爸', '妈妈', 'guardian'],
    supervisor: ['督导', '督导员', '教务处'],
    leader: ['校长', '分管校长', '校领导', '领导', '年级组长'],
    admin: ['管理员'],
    counsellor: ['心理老师', 'counselor'],
    outsider: ['外人', '校外人员', '陌生人', 'stranger'],
    allow: ['允许', '放行', 'pass'],
    collect: ['收集', '计数', 'count'],
    remind: ['提醒', 'warn', 'private'],
    ask_recall: ['撤回', '请撤回', 'recall'],
    escalate: ['上报', '升级', 'alert'],
    text: ['文字', '文本'],
    image: ['图片', 'picture', 'photo'],
    voice: ['语音', 'audio'],
    video: ['视频'],
    emoticon: ['表情', '表情包', 'sticker', 'emoji'],
    file: ['文件', 'attachment'],
    link: ['链接', 'url'],
    miniprogram: ['小程序'],
    redpacket: ['红包', 'red_packet'],
    transfer: ['转账'],
    words: ['word', 'keyword', 'keywords', '关键词', '词'],
    pattern: ['regex', 'regexp', '正则'],
    all: ['and', '全部'],
    any: ['or', '任一', '任意'],
    not: ['none', '非'],
    live: ['on', '正式'],
    shadow: ['dry_run', '试运行', '影子'],
    'Asia/Shanghai': ['北京时间', '北京', 'Beijing', 'Asia/Beijing', 'PRC', 'UTC+8', 'GMT+8', '+08:00'],
}));
/** Longer input is no typing mistake, and comparing it would cost. */
const LONGEST = 64;
/**
 * The valid word that was most likely meant, or null. Case, full width and the separators `-`, `_`, `.` do not
 * count; otherwise one mistake in three characters is forgiven. A tie goes to the earlier word.
 */
export function closest(word, valid) {
    const words = [...valid];
    const plain = plainForm(word);
    if (plain === '' || plain.length > LONGEST)
        return null;
    const same = words.find(candidate => plainForm(candidate) === plain);
    if (same !== undefined)
        return same;
    const synonym = words.find(candidate => SYNONYMS.get(candidate)?.some(other => plainForm(other) === plain));
    if (synonym !== undefined)
        return synonym;
    let best = null;
    let bestDistance = Math.max(1, Math.floor([...plain].length / 3)) + 1;
    for (const candidate of words) {
        const distance = editDistance(plain, plainForm(candidate));
        // A candidate of which nothing would remain is no correction.
        if (distance < bestDistance && distance < plain.length) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best ?? onlyOneThat(words, candidate => segments(candidate).includes(plain));
}
function plainForm(word) {
    return word
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[-_.\s]/g, '');
}
function segments(word) {
    return word.toLowerCase().split('.').map(plainForm);
}
function onlyOneThat(words, fits) {
    const found = words.filter(fits);
    return found.length === 1 ? found[0] : null;
}
/** Insertions, deletions, substitutions and swaps of neighbours, each one (optimal string alignment). */
export function editDistance(left, right) {
    const a = [...left];
    const b = [...right];
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
            let cost = Math.min(last[j] + 1, row[j - 1] + 1, change);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, before[j - 2] + 1);
            }
            row.push(cost);
        }
        before = last;
        last = row;
    }
    return last[b.length];
}
//# sourceMappingURL=closest.js.map