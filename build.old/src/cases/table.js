export const LIVING = ['waiting', 'open', 'passed'];
const TOLD = ['open', 'passed'];
const ANY = ['waiting', 'open', 'passed', 'closed', 'ignored'];
const ABOUT_A_MESSAGE = ['escalation', 'recall', 'strike'];
const EVER = Number.POSITIVE_INFINITY;
/** Every legal move of a case; the first row that fits is taken. Whatever fits no row is refused. */
export const MOVES = [
    {
        on: 'deadline',
        from: ['waiting'],
        kinds: ['recall'],
        deed: 'recallExpired',
        what: 'expired',
        says: '到时没有撤回：告诉负责的人，转为待处理',
    },
    {
        on: 'deadline',
        from: TOLD,
        severities: ['P0'],
        steps: [0, 0],
        deed: 'repeat',
        what: 'repeat',
        says: 'P0 满 3 分钟无人回复：向已通知的人再发一次',
    },
    {
        on: 'deadline',
        from: TOLD,
        severities: ['P0'],
        steps: [1, 1],
        deed: 'tellLeader',
        what: 'leader',
        says: 'P0 满 10 分钟无人回复：告诉校领导',
    },
    {
        on: 'deadline',
        from: TOLD,
        severities: ['P0'],
        steps: [2, EVER],
        deed: 'repeat',
        what: 'repeat',
        says: 'P0 仍无人回复：向所有已通知的人继续提醒，间隔逐次加倍，至多两小时，一天后改为每天一次，直到有人回复',
    },
    {
        on: 'deadline',
        from: TOLD,
        severities: ['P1'],
        steps: [0, 0],
        deed: 'repeat',
        what: 'repeat',
        says: 'P1 满 30 分钟无人回复：再提醒一次',
    },
    {
        on: 'deadline',
        from: TOLD,
        severities: ['P1'],
        steps: [1, 1],
        deed: 'tellNext',
        what: 'deputy',
        says: 'P1 满 60 分钟无人回复：转给下一位（副班主任；涉及老师的转校领导）',
    },
    {
        on: 'deadline',
        from: TOLD,
        severities: ['P1', 'P2'],
        deed: 'ignore',
        what: 'ignored',
        says: '24 小时无人回复：计为未处理，不再提醒；话没能送到的，先重新告诉，再等 24 小时',
    },
    {
        on: 'recalled',
        from: LIVING,
        kinds: ['recall'],
        deed: 'recalled',
        what: 'recalled',
        says: '本人已撤回：结束',
    },
    { on: '1', from: LIVING, deed: 'handled', what: '1', says: '已处理：结束' },
    {
        on: '2',
        from: LIVING,
        kinds: ABOUT_A_MESSAGE,
        deed: 'remindSender',
        what: '2',
        says: '私下提醒本人；机器人联系不到本人时，把话术交给回复的人',
    },
    {
        on: '3',
        from: LIVING,
        kinds: ABOUT_A_MESSAGE,
        deed: 'remindGroup',
        what: '3',
        says: '群内温和提醒，不点名，占用每天两句的额度，夜间不发',
    },
    { on: '4', from: LIVING, deed: 'pass', what: '4', says: '转督导；没有督导时转校领导' },
    {
        on: '5',
        from: LIVING,
        kinds: ['binding', 'test'],
        deed: 'handled',
        what: '5',
        says: '身份待确认：都不对，结束；测试：收到，结束',
    },
    { on: '5', from: LIVING, deed: 'falseAlarm', what: '5', says: '误报：结束，并记为对规则的反馈' },
    {
        on: '6',
        from: LIVING,
        kinds: ABOUT_A_MESSAGE,
        deed: 'mute',
        what: '6',
        says: '以后该成员的这一类不再提示；安全、隐私和冲突不在此列',
    },
    { on: '0', from: ANY, deed: 'undo', what: '0', says: '撤销本人的上一步；已发出的话能撤回的一并撤回' },
    { on: '?', from: ANY, deed: 'show', what: '?', says: '看打码后的原文、谁、何时' },
];
/** The move that fits, or null. */
export function moveFor(on, found) {
    const fits = (move) => move.on === on &&
        move.from.includes(found.state) &&
        (!move.kinds || move.kinds.includes(found.kind)) &&
        (!move.severities || move.severities.includes(found.severity)) &&
        (!move.steps || (found.step >= move.steps[0] && found.step <= move.steps[1]));
    return MOVES.find(fits) ?? null;
}
//# sourceMappingURL=table.js.map