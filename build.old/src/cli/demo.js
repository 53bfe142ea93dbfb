import { Command } from 'commander';
import { ACTION_LABELS, CASE_KIND_LABELS, CASE_STATE_LABELS, CATEGORY_LABELS, RECIPIENT_LABELS, RESPONSE_LABELS, } from '../model/terms.js';
import { maskName } from '../text/index.js';
import { paintFor } from './paint.js';
import { fit, printable } from './terminal.js';
import { stamp } from './time.js';
const ZONE = 'Asia/Shanghai';
const PACE = 350;
/** `banzhang demo`: the bot at work on an invented class, on the real stack, without a WeChat account. */
export function demoCommand(tools) {
    return new Command('demo')
        .description('演示：在模拟的微信服务器上度过班级群的一天（不需要微信账号）')
        .option('--keep', '演示结束后不退出，按 Ctrl+C 结束')
        .option('--fast', '不停顿')
        .option('--rules <dir>', '规则文件夹', 'rules')
        .addHelpText('after', '\n示例：\n  banzhang demo\n  banzhang demo --fast')
        .action(async (options) => {
        const { terminal } = tools;
        const view = new LiveView(tools);
        await tools.demo({
            rulesDir: options.rules,
            pause: options.fast ? 0 : PACE,
            view,
            done: async (ledger, dataDir) => {
                summary(terminal, ledger);
                const sample = view.sample ?? 'ID';
                terminal.out('');
                terminal.out(`账本在 ${dataDir}`);
                terminal.out(`看看为什么：  npx banzhang explain ${sample} --data ${dataDir}`);
                terminal.out(`全部决定：    npx banzhang log --data ${dataDir}`);
                if (options.keep) {
                    terminal.out('');
                    terminal.out('演示仍在运行，按 Ctrl+C 结束');
                    await tools.repeat(60_000, () => { });
                }
            },
        });
    });
}
/** One line an event, one line for what somebody received. */
class LiveView {
    tools;
    /** a decision worth explaining */
    sample = null;
    constructor(tools) {
        this.tools = tools;
    }
    async scan(qrcode) {
        const { out, colors } = this.tools.terminal;
        out(colors.dim('模拟的微信服务器已在本机启动，机器人请求扫码登录：'));
        out(await this.tools.qrText(qrcode));
        out(colors.dim('（演示中由模拟的手机扫码确认）'));
    }
    online(day) {
        const { out, colors } = this.tools.terminal;
        out(`${colors.green('✓')} 已登录。${stamp(day, ZONE).slice(0, 5)}，三年级2班家长群的一天开始了。姓名与隐私信息均已打码。`);
        out('');
    }
    judged({ event, who, text, decision }) {
        const { out, colors } = this.tools.terminal;
        const said = text !== '' ? printable(text) : describe(event.body);
        const paint = paintFor(this.tools.terminal, decision.respond);
        const verdict = [
            RESPONSE_LABELS[decision.respond] + (decision.severity ? ` ${decision.severity}` : ''),
            decision.category ? CATEGORY_LABELS[decision.category] : '',
            decision.rule ?? '',
            decision.steps.find(step => step.changed)?.because ?? '',
        ].filter(part => part !== '');
        out(`${colors.dim(stamp(event.at, ZONE).slice(6, 11))} ${fit(who || '系统', 14)} ${said}  ${paint(`→ ${verdict.join(' · ')}`)}`);
        if (decision.respond === 'escalate' || this.sample === null)
            this.sample = decision.id;
    }
    whispered(message) {
        const { out, colors } = this.tools.terminal;
        out(`${colors.dim(stamp(message.at, ZONE).slice(6, 11))} ${colors.blue(`私信 ${maskName(message.from.name)} → 小助手：${printable(message.text)}`)}`);
    }
    caseMoved({ case: found, what, by }) {
        const { out, colors } = this.tools.terminal;
        out(`      ${colors.blue(`个案 ${found.code}：${MOVES[what] ?? what}（${by.split(':')[0]}）→ ${CASE_STATE_LABELS[found.state]}`)}`);
    }
    arrived(message, to) {
        const { out, colors } = this.tools.terminal;
        const lines = printable(message.text);
        const mark = message.to.endsWith('@chatroom')
            ? colors.bgCyan(colors.black(' 群内 '))
            : colors.bgYellow(colors.black(' 私信 '));
        out(`      ${mark} → ${message.to.endsWith('@chatroom') ? to : maskName(to)}：${lines}`);
    }
}
const MOVES = {
    recalled: '发送者已撤回',
    expired: '未在时限内撤回，转为上报',
    repeat: '无人回应，再次提醒',
    leader: '仍无人回应，告知校领导',
    deputy: '告知副班主任',
    ignored: '无人处理，已计数',
};
function describe(body) {
    switch (body.kind) {
        case 'message':
            return body.message.kind === 'voice' ? `[语音 ${body.message.duration ?? 0} 秒]` : `[${body.message.kind}]`;
        case 'recall':
            return '[撤回了一条消息]';
        case 'join':
            return '[加入了群聊]';
        case 'leave':
            return '[退出了群聊]';
        case 'rename':
            return '[修改了群昵称]';
        default:
            return '[系统提示]';
    }
}
/** What the day came to. */
export function summary(terminal, ledger) {
    const { out, colors } = terminal;
    const stats = ledger.stats();
    const responses = new Map();
    for (const { respond, count } of stats.byCategory)
        responses.set(respond, (responses.get(respond) ?? 0) + count);
    const categories = new Map();
    for (const { category, respond, count } of stats.byCategory) {
        if (category !== null && respond !== 'allow')
            categories.set(category, (categories.get(category) ?? 0) + count);
    }
    const done = (kind) => stats.actions.filter(a => a.kind === kind && a.state === 'done').reduce((n, a) => n + a.count, 0);
    const rows = [
        ['消息', `${stats.events} 条`],
        ['回应', [...responses].map(([respond, n]) => `${RESPONSE_LABELS[respond]} ${n}`).join('，')],
        ['类别', [...categories].map(([category, n]) => `${CATEGORY_LABELS[category]} ${n}`).join('，')],
        [
            '送出',
            ['collective', 'public_notice', 'remind', 'ask_recall', 'alert', 'digest', 'reply']
                .map(kind => `${ACTION_LABELS[kind]} ${done(kind)}`)
                .join('，'),
        ],
    ];
    rows.push(...caseTotals(ledger));
    out('');
    out(colors.bold('这一天'));
    for (const [name, value] of rows)
        out(`  ${colors.dim(name)}  ${value}`);
    out(`  ${colors.dim('个案')}`);
    for (const move of caseRows(ledger))
        out(`    ${move}`);
}
function caseTotals(ledger) {
    const all = ledger.cases();
    const recalls = all.filter(found => found.kind === 'recall');
    const expired = recalls.filter(found => ledger.caseMoves(found.id).some(move => move.what === 'expired'));
    const recalledInTime = recalls.filter(found => found.closedBy === 'recalled');
    const told = all.filter(found => found.kind !== 'recall').concat(expired);
    const ended = told.filter(found => found.state === 'closed');
    return [
        ['撤回', `请求 ${recalls.length}，已撤回 ${recalledInTime.length}，未在时限内撤回而上报 ${expired.length}`],
        ['上报', `${told.length} 件，有人处理 ${ended.length}，还在等 ${told.length - ended.length}`],
    ];
}
function caseRows(ledger) {
    return ledger.cases().map(found => {
        const owner = RECIPIENT_LABELS[found.owner];
        const end = found.closedBy ? `（${found.closedBy}）` : '';
        return `${found.code}  ${CASE_KIND_LABELS[found.kind]} ${found.severity}  ${found.summary}  ${owner}  ${CASE_STATE_LABELS[found.state]}${end}`;
    });
}
//# sourceMappingURL=demo.js.map