import { Command } from 'commander';
import { EXIT } from './exit.js';
/** `banzhang run`: the live bot, until it is told to stop. */
export function runCommand(tools) {
    return new Command('run')
        .description('启动小助手：扫码登录微信，开始工作')
        .option('--school <file>', '学校文件', 'rules/school.yaml')
        .option('--dry-run', '只听只判断，什么都不发送')
        .addHelpText('after', '\n示例：\n  banzhang run --dry-run\n  banzhang run --school rules/school.yaml')
        .action(async (options) => {
        const { out, err, colors } = tools.terminal;
        const school = await tools.school(options.school);
        await tools.run({
            school,
            dryRun: options.dryRun === true,
            started: () => {
                out(`${colors.green('✓')} ${school.school}：${school.groups.length} 个群，数据在 ${school.dataDir}`);
                if (options.dryRun)
                    out(colors.yellow('试运行：只听只判断，什么都不发送'));
                for (const group of school.groups.filter(one => one.mode === 'shadow')) {
                    out(colors.dim(`群「${group.topic}」处于影子模式：决定照常记录，但不发送`));
                }
            },
            scan: (text, file) => {
                out('请用机器人的微信扫码登录：');
                out(text);
                out(colors.dim(`二维码图片：${file}`));
            },
            status: (state, detail) => {
                if (state === 'online')
                    out(`${colors.green('✓')} 已登录：${detail}`);
                else if (state === 'offline')
                    err(`${colors.yellow('!')} ${detail}`);
                else
                    err(`${colors.red('✗')} ${detail}`);
            },
            reloaded: (ok, text) => (ok ? out(`${colors.green('✓')} ${text}`) : err(text)),
        });
        tools.exit(EXIT.ok);
    });
}
//# sourceMappingURL=run.js.map