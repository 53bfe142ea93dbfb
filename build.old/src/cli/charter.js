import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { BanzhangError } from '../model/errors.js';
import { charterLines, printed } from './charter/content.js';
import { asMarkdown, asText, charterOf } from './charter/page.js';
import { EXIT } from './exit.js';
import { groupsOf } from './place.js';
import { fullStamp } from './time.js';
const key = (group) => `charter:${group}`;
/** The version of the charter that was printed last; null where none was. */
export function lastPrinted(ledger, group) {
    const kept = ledger.meta(key(group));
    return kept === null ? null : JSON.parse(kept);
}
/** `banzhang charter`: the readable 群公约 of the rules in force. */
export function charterCommand(tools) {
    return new Command('charter')
        .description('生成群公约：现行规则、看什么留什么、谁能看到、怎样反对，以及和上一版的不同')
        .option('--school <file>', '学校文件', 'rules/school.yaml')
        .option('-g, --group <id>', '只生成一个群的（学校文件中的 id）')
        .option('--text', '输出可以直接粘贴到群里的文字，而不是 Markdown')
        .option('-o, --out <dir>', '写进这个文件夹，每个群一份 .md 和一份 .txt')
        .addHelpText('after', '\n示例：\n  banzhang charter --group c3-2 --text\n  banzhang charter --out 公约')
        .action(async (options) => {
        const school = await tools.school(options.school);
        const groups = groupsOf(school, options.group);
        const rules = await tools.loadRules(school.rulesDir, school.signals);
        if (!rules.ok) {
            tools.terminal.err(rules.report);
            tools.exit(EXIT.found);
            return;
        }
        // a charter is wanted before the bot runs for the first time: without a ledger it has no earlier version
        const ledger = tools.openBeside(school.dataDir, school.bot.id);
        try {
            for (const group of groups) {
                const { markdown, text } = make(tools, school, group, rules.value, ledger);
                if (options.out !== undefined)
                    write(tools, options.out, group.id, { md: markdown, txt: `${text}\n` });
                else
                    tools.terminal.out(options.text ? text : markdown);
            }
            if (ledger === null)
                tools.terminal.err('还没有账本：这一版没有记下，下一版不会列出和它的不同');
        }
        finally {
            ledger?.close();
        }
    });
}
function make(tools, school, group, rules, ledger) {
    const pack = rules.packs.get(group.pack);
    if (!pack)
        throw new BanzhangError('BZ113', `群「${group.id}」使用的规则包 ${group.pack} 不存在`);
    const now = tools.now();
    const lines = charterLines(pack, rules.messages);
    const date = fullStamp(now, school.timezone).slice(0, 10);
    const edition = printed(lines, rules.hash, date, ledger && lastPrinted(ledger, group.id));
    const charter = charterOf({ school, group, pack, messages: rules.messages, lines, printed: edition });
    if (ledger) {
        ledger.saveRuleSet(rules.hash, rules.sources, now);
        ledger.setMeta(key(group.id), JSON.stringify(edition));
    }
    return { markdown: asMarkdown(charter, lines), text: asText(charter) };
}
function write(tools, dir, group, files) {
    const { out, colors } = tools.terminal;
    try {
        mkdirSync(dir, { recursive: true });
        for (const [ending, content] of Object.entries(files)) {
            const file = join(dir, `${group}-群公约.${ending}`);
            writeFileSync(file, content);
            out(`${colors.green('✓')} ${file}`);
        }
    }
    catch (error) {
        const { code } = error;
        throw new BanzhangError('BZ114', `无法写入 ${dir}（${code}）`, { hint: '检查文件夹是否可写' });
    }
}
//# sourceMappingURL=charter.js.map