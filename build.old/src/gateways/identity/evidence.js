const FIELDS = ['remark', 'card', 'nick', 'avatar'];
const LABELS = { card: '群昵称', nick: '微信昵称', avatar: '头像', remark: '备注' };
/** A remark is written by the owner of the bot's account, a picture is not copied exactly; names anybody can take. */
const WEIGHTS = { remark: 5, avatar: 4, card: 4, nick: 3 };
const LEAST = 0.1;
/** Counts how many of each list bear each mark; the larger count is what a mark is worth less by. */
export function sharingOf(lists) {
    const counts = lists.map(list => {
        const count = new Map();
        for (const marks of list)
            for (const field of FIELDS)
                count.set(`${field} ${marks[field]}`, (count.get(`${field} ${marks[field]}`) ?? 0) + 1);
        return count;
    });
    return (field, mark) => Math.max(1, ...counts.map(count => count.get(`${field} ${mark}`) ?? 0));
}
export function compare(names, last, seen, sharing) {
    const agree = [];
    const differ = [];
    const missing = [];
    let named = false;
    let remarked = false;
    for (const field of FIELDS) {
        const now = seen[field];
        const before = last?.[field] ?? '';
        const byFile = now !== '' && field !== 'avatar' && names.includes(now);
        named ||= byFile;
        remarked ||= byFile && field === 'remark';
        if (byFile || (now !== '' && now === before))
            agree.push(field);
        else if (now !== '' && before !== '')
            differ.push(field);
        else if (before !== '')
            missing.push(field);
    }
    const weight = agree.reduce((sum, field) => sum + WEIGHTS[field] / sharing(field, seen[field]), 0);
    return {
        agree,
        differ,
        missing,
        named,
        remarked,
        score: weight === 0 ? 0 : Math.max(LEAST, weight - differ.length / 4),
    };
}
/** 群昵称、头像 */
export function listed(fields) {
    return fields.map(field => LABELS[field]).join('、');
}
/** 群昵称和上次一致，头像不同 */
export function inWords({ agree, differ, named }, known) {
    const as = known ? '和上次一致' : named ? '和学校文件一致' : '一致';
    return `${listed(agree)}${as}${differ.length > 0 ? `，${listed(differ)}不同` : ''}`;
}
//# sourceMappingURL=evidence.js.map