const OPEN = '["“”「]';
const CLOSE = '["“”」]';
/** A quoted name or 你. What is quoted may hold anything, quotes too: the words around it decide where it ends. */
const who = (group, longest = 64) => `(?:${OPEN}\\s?(?<${group}>.{1,${longest}}?)${CLOSE}|(?<${group}You>你))`;
/** A joint invitation names everybody in one pair of quotes. */
const MANY = 1500;
const pattern = (source) => new RegExp(`^\\s*${source}\\s*[。！]?\\s*$`, 'su');
const one = (groups, group) => {
    if (groups[`${group}You`] !== undefined)
        return { name: '你', you: true };
    const name = groups[group];
    return name === undefined ? null : { name: name.trim(), you: false };
};
/** Several people stand in one pair of quotes ("A、B"), or each in their own ("A"、"B"). */
const many = (groups, group) => {
    const single = one(groups, group);
    if (single === null || single.you)
        return single === null ? [] : [single];
    return single.name
        .split(/["”」]?、["“「]?/u)
        .map(name => ({ name: name.trim(), you: false }))
        .filter(named => named.name !== '');
};
const join = (groups, via) => ({
    kind: 'join',
    joined: groups.rest === undefined ? many(groups, 'joined') : [...many(groups, 'joined'), ...others(groups.rest)],
    inviter: one(groups, 'inviter'),
    via,
});
/** 你邀请你和"A"…: the people after 和. */
const others = (rest) => many({ joined: rest.replace(/^["“「\s]+|["”」\s]+$/gu, '') }, 'joined');
const ENTERED = '(?:加入了?(?:此|本|该)?群聊?|进入了?群聊?|进群)';
/** First that fits; the more special before the more general. */
const READERS = [
    [
        pattern(`${who('inviter')}邀请${who('joined', MANY)}(?:和(?<rest>${OPEN}.{1,600}))?${ENTERED}(?:[，,].{0,2000})?(?:\\s*\\$revoke\\$)?`),
        groups => join(groups, 'invite'),
    ],
    [
        pattern(`${who('joined')}通过(?:扫描)?${who('inviter')}分享的(?:群)?二维码${ENTERED}(?:[，,].{0,100})?`),
        groups => join(groups, 'qrcode'),
    ],
    [pattern(`${who('joined')}通过(?:扫描)?(?:群)?二维码${ENTERED}`), groups => join(groups, 'qrcode')],
    [
        pattern(`${who('joined')}通过${who('inviter')}(?:的|分享的)(?:邀请|链接|邀请链接|群邀请|名片)${ENTERED}`),
        groups => join(groups, 'invite'),
    ],
    [pattern(`${who('joined')}(?:通过.{1,30})?${ENTERED}`), groups => join(groups, 'unknown')],
    [
        pattern(`${who('by')}(?:将|把)${who('left', MANY)}(?:移出|移除|踢出|请出)了?(?:本|该)?群聊?`),
        groups => ({ kind: 'leave', left: many(groups, 'left'), by: one(groups, 'by') }),
    ],
    [
        pattern(`${who('left')}被${who('by')}(?:移出|移除|踢出)了?(?:本|该)?群聊?`),
        groups => ({ kind: 'leave', left: many(groups, 'left'), by: one(groups, 'by') }),
    ],
    [
        pattern(`${who('left')}(?:已)?(?:退出|离开)了?(?:本|该)?群聊?`),
        groups => ({ kind: 'leave', left: many(groups, 'left'), by: null }),
    ],
    [
        pattern(`(?:群成员)?${who('who')}(?:将|把)?(?:自己的|自己在本群的|其)?(?:群昵称|群名片|在本群的昵称)(?:修改为|改为|改成)${OPEN}(?<name>.{1,100})${CLOSE}`),
        groups => ({ kind: 'card_rename', who: one(groups, 'who'), name: groups.name.trim() }),
    ],
    [
        pattern(`${who('by')}(?:已)?(?:修改|更改|将)群(?:聊)?(?:名称?|名字)(?:修改|改)?为${OPEN}(?<name>.{1,100})${CLOSE}`),
        groups => ({ kind: 'group_rename', by: one(groups, 'by'), name: groups.name.trim() }),
    ],
    [
        pattern(`${who('who')}\\s?(?:尝试)?撤回了?一条(?:成员)?消息(?:[，,].{0,40})?`),
        groups => ({ kind: 'recall', who: one(groups, 'who') }),
    ],
    [
        pattern(`${who('who')}\\s?拍了拍\\s?(?:${who('whom')}|(?<self>自己|我)).{0,100}`),
        groups => {
            const from = one(groups, 'who');
            const self = groups.self === '我' ? { name: '你', you: true } : from;
            return { kind: 'pat', who: from, whom: one(groups, 'whom') ?? self };
        },
    ],
    [
        pattern(`${who('who')}(?:已)?成为(?:新的?|本群)?群主`),
        groups => ({ kind: 'owner', who: one(groups, 'who') }),
    ],
    [pattern('.{0,40}收到(?:一个|了)?红包[，,]?\\s?请在手机上查看.{0,20}'), () => ({ kind: 'redpacket' })],
    [
        pattern(`${who('by')}发(?:出|了|来)(?:一个|了)?红包[，,]?\\s?(?:请在手机上查看)?.{0,20}`),
        () => ({ kind: 'redpacket' }),
    ],
    [
        pattern('.{0,40}(?:收到|发起)(?:一笔|了)?转账[，,]?\\s?请在手机上(?:查看|确认收款).{0,20}'),
        () => ({ kind: 'transfer' }),
    ],
];
/** A grey line is short; what is longer is no grey line, and hostile. */
const LONGEST = 2_000;
/** Null for a grey line with no meaning of its own here. */
export function parseGreyLine(text) {
    if (text.length > LONGEST)
        return null;
    for (const [shape, read] of READERS) {
        const match = shape.exec(text);
        if (match !== null)
            return read((match.groups ?? {}));
    }
    return null;
}
//# sourceMappingURL=greyline.js.map