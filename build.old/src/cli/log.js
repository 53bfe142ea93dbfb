import { Command, Option } from 'commander';
import { CATEGORIES } from '../model/category.js';
import { BanzhangError } from '../model/errors.js';
import { ROLE_LABELS } from '../model/labels.js';
import { ACTION_LABELS, ACTION_STATE_LABELS, CATEGORY_LABELS, RESPONSE_LABELS } from '../model/terms.js';
import { paintFor } from './paint.js';
import { atPlace, placeOptions } from './place.js';
import { fit, printable, printableJson } from './terminal.js';
import { fullStamp, parseSince, stamp } from './time.js';
const PAGE = 500;
const FOLLOW_EVERY = 1_000;
/** `banzhang log`: one line a decision. Names and texts are masked in the ledger already. */
export function logCommand(tools) {
    return placeOptions(new Command('log'))
        .description('查看决定记录，一行一条')
        .option('-f, --follow', '持续显示新的决定，按 Ctrl+C 结束')
        .option('-g, --group <id>', '只看一个群（学校文件中的 id）')
        .addOption(new Option('-c, --category <category>', '只看一个类别').choices(CATEGORIES))
        .option('-s, --since <time>', '从何时起：2h、7d、2026-11-04 或 2026-11-04T15:00')
        .option('-n, --limit <count>', '最多显示多少条（最近的）', parseLimit, 200)
        .addOption(new Option('--csv', '输出 CSV（Excel 可打开）').conflicts(['json', 'follow']))
        .addOption(new Option('--json', '每行输出一个 JSON 对象').conflicts('csv'))
        .addOption(new Option('--as <role>', '以督导身份：没有文字，没有人员编号，另加合计').choices(['supervisor']))
        .addHelpText('after', '\n示例：\n  banzhang log --since 2h\n  banzhang log --category commerce --csv > 推销.csv\n  banzhang log --follow')
        .action(async (options) => {
        const { ledger, timezone } = await atPlace(tools, options);
        try {
            const since = options.since === undefined ? undefined : parseSince(options.since, tools.now(), timezone);
            const filter = {
                ...(options.group === undefined ? {} : { group: options.group }),
                ...(options.category === undefined ? {} : { category: options.category }),
                ...(since === undefined ? {} : { since }),
            };
            const print = printer(tools, timezone, options);
            const totals = new Map();
            const show = (line) => {
                if (options.as === undefined)
                    return print(line);
                print(anonymous(line));
                totals.set(RESPONSE_LABELS[line.respond], (totals.get(RESPONSE_LABELS[line.respond]) ?? 0) + 1);
            };
            let last = 0;
            for (const line of ledger.decisions({ ...filter, limit: options.limit, order: 'desc' }).reverse()) {
                show(line);
                last = line.seq;
            }
            if (options.as && !options.json && !options.csv)
                tools.terminal.out(`合计  ${totalsOf(totals)}`);
            if (options.follow) {
                await tools.repeat(FOLLOW_EVERY, () => {
                    for (const line of ledger.decisions({ ...filter, after: last, limit: PAGE })) {
                        show(line);
                        last = line.seq;
                    }
                });
            }
        }
        finally {
            ledger.close();
        }
    });
}
/** What a supervisor sees: that something was decided and what became of it, never who it was or what was said. */
function anonymous(line) {
    return { ...line, member: line.member === null ? null : '', eventId: '', excerpt: null };
}
function totalsOf(totals) {
    return [...totals].map(([what, count]) => `${what} ${count}`).join('，') || '没有记录';
}
function parseLimit(text) {
    if (/^[1-9]\d{0,6}$/.test(text))
        return Number(text);
    throw new BanzhangError('BZ502', `条数应为正整数，而不是 ${printable(text)}`, { hint: '例如 --limit 50' });
}
function printer(tools, timezone, options) {
    const { out } = tools.terminal;
    if (options.json)
        return line => out(printableJson(jsonOf(line)));
    if (options.csv) {
        out(`\uFEFF${CSV_COLUMNS.join(',')}`);
        return line => out(csvOf(line, timezone).map(csvCell).join(','));
    }
    return line => out(textOf(tools, line, timezone));
}
/** Members are shown by role and id: `log` is for reading decisions, not people. */
function nameOf(line) {
    if (line.member === null)
        return '系统';
    return `${line.role ? ROLE_LABELS[line.role] : ''} ${line.member.split('-').at(-1)}`;
}
function textOf(tools, line, timezone) {
    const { colors } = tools.terminal;
    const paint = paintFor(tools.terminal, line.respond);
    const what = line.category ? CATEGORY_LABELS[line.category] : '';
    const actions = line.actions.map(action => `${labelOf(action)}·${ACTION_STATE_LABELS[action.state]}`);
    return [
        colors.dim(stamp(line.at, timezone)),
        fit(line.group, 10),
        fit(nameOf(line), 15),
        paint(fit(`${RESPONSE_LABELS[line.respond]}${line.severity ? ` ${line.severity}` : ''}`, 12)),
        fit(what, 14),
        colors.dim(line.id),
        actions.join('，'),
        line.excerpt === null ? '' : colors.dim(printable(line.excerpt)),
    ]
        .filter(part => part !== '')
        .join('  ');
}
/** `第二通道 email`: what it was, and by which channel where it has several */
function labelOf({ kind, channel }) {
    return `${ACTION_LABELS[kind]}${channel === undefined ? '' : ` ${channel}`}`;
}
function jsonOf(line) {
    const { seq, actions, ...rest } = line;
    return {
        ...rest,
        at: new Date(line.at).toISOString(),
        actions: actions.map(action => ({
            id: action.id,
            kind: action.kind,
            state: action.state,
            recipient: action.recipient,
            ...(action.channel === undefined ? {} : { channel: action.channel }),
        })),
    };
}
const CSV_COLUMNS = ['时间', '群', '编号', '人员', '角色', '回应', '级别', '类别', '规则', '动作', '摘要（已打码）'];
function csvOf(line, timezone) {
    return [
        fullStamp(line.at, timezone),
        line.group,
        line.id,
        line.member ?? '',
        line.role ? ROLE_LABELS[line.role] : '',
        RESPONSE_LABELS[line.respond],
        line.severity ?? '',
        line.category ? CATEGORY_LABELS[line.category] : '',
        line.rule ?? '',
        line.actions.map(action => `${labelOf(action)}（${ACTION_STATE_LABELS[action.state]}）`).join('；'),
        printable(line.excerpt ?? ''),
    ];
}
/** Quotes a cell and disarms formulas: spreadsheets run what begins with = + - @, in Chinese ones full-width too. */
function csvCell(value) {
    const safe = /^[=+\-@＝＋－＠]/.test(value.trimStart()) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
//# sourceMappingURL=log.js.map