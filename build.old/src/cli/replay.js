import { Command } from 'commander';
import { ACTION_LABELS, CATEGORY_LABELS, RECIPIENT_LABELS, RESPONSE_LABELS } from '../model/terms.js';
import { EXIT } from './exit.js';
import { paintFor } from './paint.js';
import { fit, printable } from './terminal.js';
import { stamp } from './time.js';
/** `banzhang replay`: logs through the same path as live messages, with nobody told anything. */
export function replayCommand(tools) {
    return new Command('replay')
        .description('把聊天日志重放一遍，看看会怎样决定（不会真的发送）')
        .argument('<file...>', '日志文件（JSON Lines）')
        .option('--rules <dir>', '规则文件夹', 'rules')
        .option('--ledger <dir>', '把账本写到这个文件夹（默认用完即弃）')
        .option('--json', '每条消息输出一行 JSON 决定')
        .option('--progress', '在标准错误上显示进度')
        .addHelpText('after', '\n示例：\n  banzhang replay 日志.jsonl\n  banzhang replay 日志.jsonl --json > 决定.jsonl')
        .action(async (files, options) => {
        const { terminal } = tools;
        const report = new Report(tools);
        let events = 0;
        const problems = [];
        await tools.replay({
            files,
            rulesDir: options.rules,
            ledgerDir: options.ledger ?? null,
            decided: (outcome, line) => {
                events++;
                if (options.json)
                    terminal.out(JSON.stringify(decisionLine(outcome, line)));
                else
                    report.add(outcome, line);
                if (options.progress && events % 500 === 0)
                    terminal.err(`已重放 ${events} 条`);
            },
            problem: problem => problems.push(problem),
        });
        if (!options.json)
            report.finish(events);
        for (const { file, line, message } of problems) {
            terminal.err(`${terminal.colors.red('BZ401')}  ${file}:${line}  ${printable(message)}`);
        }
        if (problems.length > 0) {
            terminal.err(`共 ${problems.length} 行有问题，其余 ${events} 条已重放`);
            tools.exit(EXIT.found);
        }
    });
}
const TOLD = ['remind', 'ask_recall', 'collective', 'alert', 'public_notice'];
/** One line of the decisions format. */
function decisionLine({ decision, actions }, line) {
    return {
        id: line.id,
        respond: decision.respond,
        category: decision.category,
        rule: decision.rule,
        severity: decision.severity,
        to: decision.to,
        actions: actions
            .filter(action => TOLD.includes(action.kind))
            .map(action => ({ kind: action.kind, ...toWhom(action, line) })),
    };
}
function toWhom(action, line) {
    if ('group' in action.target && !('person' in action.target))
        return {};
    return { to: action.recipient ?? line.from };
}
/** The readable form: one line for each event that needed something, and a summary. */
class Report {
    tools;
    byResponse = new Map();
    byCategory = new Map();
    byAction = new Map();
    constructor(tools) {
        this.tools = tools;
    }
    add({ event, who, text, decision, actions }, line) {
        count(this.byResponse, decision.respond);
        for (const action of actions)
            count(this.byAction, ACTION_LABELS[action.kind]);
        if (decision.respond === 'allow')
            return;
        if (decision.category)
            count(this.byCategory, CATEGORY_LABELS[decision.category]);
        const { colors } = this.tools.terminal;
        const paint = paintFor(this.tools.terminal, decision.respond);
        const told = actions.map(action => `${ACTION_LABELS[action.kind]}${action.recipient ? `→${RECIPIENT_LABELS[action.recipient]}` : ''}`);
        this.tools.terminal.out([
            colors.dim(stamp(event.at, 'Asia/Shanghai')),
            fit(line.id, 10),
            fit(printable(who), 12),
            paint(fit(`${RESPONSE_LABELS[decision.respond]}${decision.severity ? ` ${decision.severity}` : ''}`, 11)),
            fit(decision.category ? CATEGORY_LABELS[decision.category] : '', 14),
            fit(told.join(' '), 26),
            colors.dim(printable(text).slice(0, 40)),
        ].join(' '));
    }
    finish(events) {
        const { out, colors } = this.tools.terminal;
        out('');
        out(colors.bold(`共 ${events} 条`));
        out(`回应  ${list([...this.byResponse].map(([response, n]) => [RESPONSE_LABELS[response], n]))}`);
        out(`类别  ${list([...this.byCategory]) || '无'}`);
        out(`动作  ${list([...this.byAction]) || '无'}`);
    }
}
function count(counts, key) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
}
function list(counts) {
    return [...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([name, n]) => `${name} ${n}`)
        .join('，');
}
//# sourceMappingURL=replay.js.map