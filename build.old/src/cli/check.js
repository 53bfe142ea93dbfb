import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { BanzhangError } from '../model/errors.js';
import { EXIT } from './exit.js';
import { corrections } from './feedback/kept.js';
import { printable } from './terminal.js';
/** `banzhang check`: everything an admin can get wrong in rules/, at once. */
export function checkCommand(tools) {
    return new Command('check')
        .description('检查规则、词表、消息和学校文件，并运行每条规则的示例')
        .argument('[dir]', '规则文件夹', 'rules')
        .option('--school <file>', '学校文件（默认：规则文件夹里的 school.yaml，有才检查）')
        .option('--no-schema', '不更新编辑器用的 JSON Schema（rules/schema）')
        .addOption(new Option('--with <what>', '另把留下的误报例句当作测试：都不应再命中').choices(['feedback']))
        .addHelpText('after', '\n示例：\n  banzhang check\n  banzhang check rules --school rules/school.yaml')
        .action(async (dir, options) => {
        const { terminal } = tools;
        const { colors } = terminal;
        const file = options.school ?? join(dir, 'school.yaml');
        const school = options.school !== undefined || existsSync(file) ? await tools.loadSchool(file) : null;
        if (school?.ok === false)
            terminal.err(school.report);
        if (school?.ok && school.warnings !== '')
            terminal.err(school.warnings);
        const signals = school?.ok ? school.value.signals : [];
        const rules = await tools.loadRules(dir, signals);
        if (!rules.ok)
            terminal.err(rules.report);
        if (!rules.ok || school?.ok === false) {
            tools.exit(EXIT.found);
            return;
        }
        for (const pack of rules.value.packs.values()) {
            const examples = pack.rules.reduce((n, rule) => n + rule.examples.hit.length + rule.examples.pass.length, 0);
            terminal.out(`${colors.green('✓')} ${pack.name}（${pack.title}） ${pack.rules.length} 条规则，${examples} 个示例全部通过`);
        }
        terminal.out(`${colors.green('✓')} ${rules.value.messages.size} 条消息，${rules.value.lexicons.size} 个词表`);
        if (school?.ok)
            terminal.out(`${colors.green('✓')} ${file}：${school.value.groups.length} 个群`);
        else
            terminal.out(colors.dim(`没有学校文件 ${file}（用 banzhang init 生成）`));
        if (options.schema) {
            const written = await tools.writeSchemas(dir, signals);
            terminal.out(colors.dim(`已更新编辑器提示：${written.length} 个 JSON Schema，在 ${join(dir, 'schema')}`));
        }
        if (options.with)
            await withFeedback(tools, file, school?.ok ? school.value : null, rules.value);
        terminal.out(colors.dim(`规则版本 ${rules.value.hash}`));
    });
}
/** Every line that was called 误报 must not make its rule fire any more. */
async function withFeedback(tools, file, school, rules) {
    if (school === null)
        throw new BanzhangError('BZ505', `没有学校文件 ${file}，找不到误报例句`);
    const { out, err, colors } = tools.terminal;
    const ledger = tools.readLedger(school.dataDir);
    try {
        const kept = corrections(ledger, school).filter(one => one.kept !== null);
        const traces = await tools.judge(rules, school.signals, kept.flatMap(one => one.kept ?? []));
        const failed = kept.flatMap((one, index) => {
            const trace = traces[index];
            return trace?.result === 'fired' ? [{ ...one, because: trace.because }] : [];
        });
        for (const { rule, excerpt, decisionId, because } of failed) {
            err(`${colors.red('BZ107')}  规则 ${rule} 仍命中误报例句「${printable(excerpt ?? '')}」（${decisionId}）。${printable(because)}`);
        }
        if (failed.length > 0)
            tools.exit(EXIT.found);
        else if (kept.length === 0)
            out('还没有留下误报例句');
        else
            out(`${colors.green('✓')} ${kept.length} 个误报例句都不再命中`);
    }
    finally {
        ledger.close();
    }
}
//# sourceMappingURL=check.js.map