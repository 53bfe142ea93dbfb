import { Command } from 'commander';
import { BanzhangError } from '../model/errors.js';
import { KIND_LABELS, ROLE_LABELS } from '../model/labels.js';
import { ACTION_LABELS, ACTION_STATE_LABELS, CALL_LABELS, CASE_KIND_LABELS, CASE_STATE_LABELS, CATEGORY_LABELS, MEDIA_STATE_LABELS, OPINION_LABELS, RECIPIENT_LABELS, RESPONSE_LABELS, TIER_LABELS, } from '../model/terms.js';
import { atPlace, placeOptions } from './place.js';
import { printable } from './terminal.js';
import { stamp } from './time.js';
/** `banzhang explain`: why one decision is as it is, from the event to what became of its actions. */
export function explainCommand(tools) {
    return placeOptions(new Command('explain'))
        .description('说明一个决定：看了哪些规则、为什么、做了什么')
        .argument('<id>', '决定编号（log 中的编号）或消息编号')
        .option('-a, --all', '连未触发的规则也逐条列出')
        .addHelpText('after', '\n示例：\n  banzhang explain bz1-d000123\n  banzhang explain bz1-d000123 --all')
        .action(async (id, options) => {
        const { ledger, timezone } = await atPlace(tools, options);
        try {
            const record = ledger.decision(id);
            if (!record) {
                throw new BanzhangError('BZ503', `账本里没有编号为 ${printable(id)} 的决定或消息`, {
                    hint: '用 banzhang log 查看编号；演示的账本要加 --data',
                });
            }
            tools.terminal.out(explain(tools.terminal, ledger, record, timezone, options.all === true));
        }
        finally {
            ledger.close();
        }
    });
}
/** The whole explanation as text. */
export function explain(terminal, ledger, record, timezone, all) {
    const { colors } = terminal;
    const title = (text) => `\n${colors.bold(text)}`;
    const calls = ledger.opinionCalls({ eventId: record.decision.eventId });
    const media = ledger.media(record.decision.eventId);
    return [
        ...decisionLines(record, timezone, terminal),
        ...(media ? [mediaLine(media)] : []),
        title('规则'),
        ...ruleLines(record.decision.trace, all, terminal),
        title('策略'),
        ...record.decision.steps.map(step => `  ${step.changed ? colors.yellow('●') : colors.dim('○')} ${printable(step.because)}`),
        ...(record.decision.steps.length === 0 ? [colors.dim('  无需策略处理')] : []),
        ...(calls.length > 0 ? [title('第二意见'), ...calls.map(opinionLine)] : []),
        title('动作'),
        ...actionLines(record, timezone, terminal),
        ...(record.case ? [title('个案'), ...caseLines(ledger, record.case, timezone)] : []),
        '',
        colors.dim(`规则版本 ${record.decision.ruleSet}`),
        colors.dim(`账本指纹 ${record.hash}`),
    ].join('\n');
}
/** What became of a picture or file: a fingerprint and its size, never what is in it. */
function mediaLine({ state, bytes, mime, sha256 }) {
    const parts = [MEDIA_STATE_LABELS[state], ...(state === 'whole' ? [mime ?? '类型不明', `${bytes} 字节`] : [])];
    return `媒体  ${[...parts, ...(sha256 ? [`指纹 ${sha256.slice(0, 16)}`] : [])].join('  ')}`;
}
function decisionLines(record, timezone, { colors }) {
    const { decision, event } = record;
    const sender = event?.member ? `${ROLE_LABELS[event.role]} ${event.member}` : '系统';
    const respond = `${RESPONSE_LABELS[decision.respond]}${decision.severity ? ` ${decision.severity}` : ''}`;
    const lines = [
        `${colors.bold(decision.id)}  ${stamp(decision.at, timezone)}  群 ${decision.group}`,
        `消息  ${printable(decision.eventId)}  ${event ? KIND_LABELS[event.kind] : ''}  ${sender}`,
        `内容  ${record.excerpt === null ? colors.dim('未保留（普通聊天不留文字）') : printable(record.excerpt)}`,
        `结论  ${colors.bold(respond)}${decision.category ? `  ${CATEGORY_LABELS[decision.category]}` : ''}` +
            `${decision.rule ? `  规则 ${decision.rule}` : ''}${decision.to ? `  先告知 ${RECIPIENT_LABELS[decision.to]}` : ''}`,
    ];
    if (event?.late)
        lines.push('备注  这条消息补收较晚，只记录不处理');
    if (decision.supersedes)
        lines.push(`备注  取代了此前的决定 ${decision.supersedes}`);
    if (record.supersededBy)
        lines.push(`备注  已被后来的决定 ${record.supersededBy} 取代`);
    return lines;
}
/** Characters of a reason in the short form. */
const REASON = 48;
const RESULT_SIGNS = {
    fired: '命中',
    missed: '未中',
    excused: '豁免',
    not_for_this: '不适用',
    not_reached: '未看',
};
function ruleLines(trace, all, { colors }) {
    const paint = (result) => result === 'fired' ? colors.red : result === 'excused' ? colors.green : colors.dim;
    const line = (one) => `  ${paint(one.result)(RESULT_SIGNS[one.result])}  ${TIER_LABELS[one.tier]}  ${one.rule}  ${printable(one.because)}`;
    if (all)
        return trace.map(line);
    const told = trace.filter(one => one.result === 'fired' || one.result === 'excused').map(line);
    const missed = trace.filter(one => one.result === 'missed');
    const groups = new Map();
    for (const one of missed)
        groups.set(one.because, [...(groups.get(one.because) ?? []), one.rule]);
    const silent = [...groups].map(([because, rules]) => colors.dim(`  未中  ${rules.join('、')}  ${shortened(printable(because).replace(/^未命中：/, ''))}`));
    const rest = trace.length - told.length - missed.length;
    return [
        ...told,
        ...silent,
        colors.dim(`  另有 ${rest} 条规则不适用，或因前面的规则已有结论而没有再看（--all 逐条列出）`),
    ];
}
/** Long conditions are named by their beginning; `--all` tells them whole. */
function shortened(because) {
    return because.length <= REASON ? because : `${because.slice(0, REASON - 1)}…`;
}
function actionLines(record, timezone, { colors }) {
    if (record.actions.length === 0)
        return [colors.dim('  没有动作')];
    return record.actions.flatMap(action => {
        const to = action.recipient ? RECIPIENT_LABELS[action.recipient] : 'person' in action.target ? '发送者本人' : '全群';
        const by = action.channel ? `（${action.channel}）` : '';
        const settled = action.settledAt === null ? '' : `  ${stamp(action.settledAt, timezone)}`;
        const failure = action.error ? `（${printable(action.error)}）` : '';
        return [
            `  ${ACTION_LABELS[action.kind]}${by} → ${to}  ${ACTION_STATE_LABELS[action.state]}${failure}${settled}  ${colors.dim(action.id)}`,
            ...(action.text === '' ? [] : [colors.dim(`    ${printable(action.text)}`)]),
        ];
    });
}
function opinionLine({ about, probability, from, to, model, outcome, status, opinion, ms, tokens, }) {
    const [p, low, high] = [probability, from, to].map(each => each.toFixed(2));
    const came = outcome === null ? '程序结束前没有回答' : `${CALL_LABELS[outcome]}${status === null ? '' : `（HTTP ${status}）`}`;
    const parts = [
        `像${CATEGORY_LABELS[about]} ${p}（在 ${low} 到 ${high} 之间）`,
        printable(model),
        opinion === null ? came : `${came}：${OPINION_LABELS[opinion]}`,
        ...(ms === null ? [] : [`${ms} 毫秒`]),
        ...(tokens === null ? [] : [`${tokens} 个词元`]),
    ];
    return `  ${parts.join('  ')}`;
}
function caseLines(ledger, found, timezone) {
    return [
        `  ${found.code}  ${CASE_KIND_LABELS[found.kind]}  ${found.severity}  ${CASE_STATE_LABELS[found.state]}  ${printable(found.summary)}`,
        ...ledger
            .caseMoves(found.id)
            .map(move => `    ${stamp(move.at, timezone)}  ${move.what}  ${move.by}  ${move.channel}`),
    ];
}
//# sourceMappingURL=explain.js.map