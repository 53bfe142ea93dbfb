import { Command } from 'commander';
import { DAY } from '../model/time.js';
import { EXIT } from './exit.js';
import { corrections, precisionOf, precisions } from './feedback/kept.js';
import { proposeThreshold } from './feedback/thresholds.js';
import { fit, printable } from './terminal.js';
import { parseSince, stamp } from './time.js';
const DEFAULT_SINCE = 90 * DAY;
/** From so many corrections, or so little precision, a rule is worth a look. */
const WRONG = 2;
const PRECISE = 0.9;
/** `banzhang feedback`: what was called 误报, how precise each rule is, and what could be changed. */
export function feedbackCommand(tools) {
    return new Command('feedback')
        .description('看误报：每条规则的准确率、留下的误报例句，以及可以怎么改')
        .option('--school <file>', '学校文件', 'rules/school.yaml')
        .option('-s, --since <time>', '从何时起：30d、2026-11-04；默认最近 90 天')
        .addHelpText('after', '\n示例：\n  banzhang feedback\n  banzhang feedback --since 30d\n  banzhang check --with feedback   改过规则后，看误报还会不会再来')
        .action(async (options) => {
        const school = await tools.school(options.school);
        const now = tools.now();
        const since = options.since === undefined ? now - DEFAULT_SINCE : parseSince(options.since, now, school.timezone);
        const ledger = tools.readLedger(school.dataDir);
        try {
            const corrected = corrections(ledger, school, since);
            const { out, colors } = tools.terminal;
            const rules = precisions(ledger, corrected, since);
            if (rules.length === 0)
                return out('还没有提醒或上报过，也没有误报');
            out(colors.bold(`${fit('规则', 34)}  ${fit('提醒或上报', 10)}  ${fit('误报', 4)}  准确率`));
            for (const one of rules) {
                const percent = one.acted === 0 ? '—' : `${Math.round(precisionOf(one) * 100)}%`;
                out(`${fit(one.rule, 34)}  ${fit(String(one.acted), 10)}  ${fit(String(one.wrong), 4)}  ${percent}`);
            }
            if (corrected.length === 0)
                return out(colors.dim('没有人回过 5（误报）'));
            out(`\n${colors.bold('误报例句（已打码）')}`);
            for (const { at, rule, excerpt, decisionId } of corrected) {
                const words = excerpt === null ? '（没有留下文字）' : printable(excerpt);
                out(`  ${stamp(at, school.timezone)}  ${rule}  ${words}  ${colors.dim(decisionId)}`);
            }
            const loaded = await tools.loadRules(school.rulesDir, school.signals);
            if (!loaded.ok) {
                tools.terminal.err(loaded.report);
                tools.exit(EXIT.found);
                return;
            }
            out(`\n${colors.bold('可以看看')}`);
            const doubtful = rules.filter(one => one.wrong >= WRONG || (one.wrong > 0 && precisionOf(one) < PRECISE));
            for (const { rule } of doubtful) {
                const of = corrected.filter(one => one.rule === rule);
                for (const line of await advice(tools, school, loaded.value, rule, of))
                    out(`  ${line}`);
            }
            if (doubtful.length === 0)
                out(colors.dim('  误报很少，不用改'));
        }
        finally {
            ledger.close();
        }
    });
}
/** What to change in one rule, the least first. */
async function advice(tools, school, rules, id, wrong) {
    const kept = wrong.flatMap(one => one.kept ?? []);
    const packName = kept[0]?.pack ?? school.groups.find(group => group.id === wrong[0]?.group)?.pack ?? '';
    const pack = rules.packs.get(packName);
    const rule = pack?.rules.find(one => one.id === id);
    if (!pack || !rule)
        return [`${id}：现在的规则里已经没有这一条`];
    const lines = [`${id}「${rule.title}」  ${rule.place.file}:${rule.place.line}`];
    const today = await tools.judge(rules, school.signals, kept);
    const still = kept.filter((_, index) => today[index]?.result === 'fired');
    if (kept.length > 0 && still.length === 0)
        return [...lines, '    留下的例句现在都不再命中，先观察'];
    if (still.length > 0) {
        const judge = (changed, all) => tools.judge(changed, school.signals, all);
        const samePack = still.filter(one => one.pack === pack.name);
        const found = await proposeThreshold(rules, pack, rule, samePack, judge);
        if (found)
            lines.push(`    把 ${found.signal} 的 at_least 从 ${found.from} 提到 ${found.to}：这些误报不再命中，示例仍全部命中`);
        lines.push('    或把例句换一种说法写进 examples.pass，再在 unless 里加上能区分它们的条件：');
        for (const { line } of still)
            lines.push(`      - ${printable(line.text)}`);
    }
    else
        lines.push('    没有留下文字，请用 banzhang explain 看当时为什么命中');
    const strikes = rule.escalateAfter;
    if (strikes)
        lines.push(`    多次提醒后才上报：现在 ${strikes.strikes} 次，可以改为 ${strikes.strikes + 1} 次`);
    return lines;
}
//# sourceMappingURL=feedback.js.map