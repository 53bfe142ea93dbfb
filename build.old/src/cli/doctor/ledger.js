import { SCHEMA_VERSION } from '../../ledger/migrations.js';
import { DAY } from '../../model/time.js';
import { printable } from '../terminal.js';
import { stamp } from '../time.js';
import { fail, failure, ok, warn } from './finding.js';
import { span } from './words.js';
const GAPS_SHOWN = 5;
/** A ledger that opened, from its bytes up to what waits in it. One broken part does not hide the others. */
export function ledgerFindings(books, now, timezone) {
    const checks = [
        ['数据库校验没有完成', () => integrity(books)],
        ['哈希链校验没有完成', () => chain(books)],
        ['查不到个案', () => cases(books, now)],
        ['查不到动作', () => actions(books)],
        ['查不到断线记录', () => gaps(books, now, timezone)],
    ];
    return checks.map(([what, check]) => {
        try {
            return check();
        }
        catch (error) {
            return failure(what, error);
        }
    });
}
/** When the ledger last wrote a decision down, by the clock of then; null for never. */
export function latestDecision(books) {
    const [line] = books.decisions({ limit: 1, order: 'desc' });
    return line ? (books.decision(line.id)?.committedAt ?? line.at) : null;
}
function integrity(books) {
    const found = books.integrity();
    if (found.length === 0)
        return ok(`账本可以打开，结构第 ${SCHEMA_VERSION} 版，数据库校验通过`);
    return fail(`账本文件损坏：数据库校验发现 ${found.length} 处问题`, '停止小助手，把数据文件夹另存一份，再从备份恢复；不要删除原文件', found.slice(0, 3).map(printable));
}
function chain(books) {
    const report = books.verifyChain();
    if (report.ok)
        return ok(`哈希链完整：${report.length} 个决定，一个不少、没有改动`);
    return fail(`BZ204 哈希链在 ${report.at === '' ? '开头' : report.at} 断开：${report.reason}`, '账本被改动过或损坏；保留原文件，从备份恢复，并查明谁能写这个文件夹');
}
function cases(books, now) {
    const open = books.openCases();
    const urgent = open.filter(found => found.severity === 'P0');
    const late = open.filter(found => found.deadline < now - DAY);
    const says = open.length === 0 ? '没有等待处理的个案' : `${open.length} 个个案在等待处理`;
    if (urgent.length > 0) {
        return warn(`${says}，其中 ${urgent.length} 个是紧急（P0）`, `请尽快处理：${urgent.map(one => one.code).join('、')}`);
    }
    if (late.length > 0) {
        return warn(`${says}，其中 ${late.length} 个过期超过一天`, '小助手可能没有在运行：过期的个案由运行中的小助手推进');
    }
    return ok(says);
}
function actions(books) {
    const { length } = books.unknownActions();
    if (length === 0)
        return ok('没有结果未知的动作');
    return warn(`${length} 个动作结果未知（发送时断线或退出）`, '小助手不会重发；请用 banzhang log 找到它们，到微信里看一眼是否已经送到');
}
function gaps(books, now, timezone) {
    const found = books.gaps(now - DAY);
    if (found.length === 0)
        return ok('最近一天没有断线');
    const lost = found.reduce((sum, gap) => sum + gap.to - gap.from, 0);
    const shown = found
        .slice(-GAPS_SHOWN)
        .map(gap => `${stamp(gap.from, timezone)} 至 ${stamp(gap.to, timezone)}  ${printable(gap.reason)}`);
    return warn(`最近一天有 ${found.length} 段时间没有听到群消息，共 ${span(lost)}`, '检查这台机器的网络和休眠设置；这些时间里的消息没有被检查', shown);
}
//# sourceMappingURL=ledger.js.map