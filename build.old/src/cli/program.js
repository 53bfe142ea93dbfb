import { Command, CommanderError } from 'commander';
import { EXIT, report } from './exit.js';
const EXIT_CODES = `
退出码：
  0  一切正常
  1  命令已完成，但发现了问题（检查未通过、日志有坏行）
  2  命令行写法有误
  3  配置、账本、网络或运行环境不允许`;
/** Puts the commands together. */
export function buildProgram(tools, version, commands) {
    const program = new Command('banzhang')
        .description('班长：微信班级群的安静、公正、谨慎的小助手')
        .version(version, '-V, --version', '显示版本')
        .helpOption('-h, --help', '显示帮助')
        .helpCommand('help [command]', '显示某个命令的帮助')
        .option('--debug', '出错时显示完整堆栈')
        .addHelpText('after', `${EXIT_CODES}\n\n示例：\n  banzhang demo\n  banzhang check\n  banzhang run --dry-run`);
    for (const command of commands) {
        program.addCommand(command.helpOption('-h, --help', '显示帮助').option('--debug', '出错时显示完整堆栈'));
    }
    const every = [program, ...commands];
    for (const command of every) {
        command.exitOverride();
        command.configureOutput({
            writeOut: text => tools.terminal.out(text.replace(/\n$/, '')),
            writeErr: text => tools.terminal.err(chinese(text.replace(/\n$/, ''))),
        });
    }
    return program;
}
/** Runs a command line (without node and script). Never rejects. */
export async function runProgram(program, tools, argv) {
    try {
        await program.parseAsync([...argv], { from: 'user' });
    }
    catch (error) {
        if (error instanceof CommanderError) {
            tools.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
            return;
        }
        tools.exit(report(error, tools.terminal, argv.includes('--debug')));
    }
}
/** Commander's own messages in Chinese; what it does not know stays as it is. */
const PHRASES = [
    [/^error: unknown command '(.*)'/, '没有「$1」这个命令'],
    [/^error: unknown option '(.*)'/, '没有「$1」这个选项'],
    [/^error: missing required argument '(.*)'/, '缺少参数「$1」'],
    [/^error: too many arguments.*/, '参数太多'],
    [/^error: option '(.*)' argument missing/, '选项「$1」后面要跟一个值'],
    [
        /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
        '选项「$1」的值「$2」无效，可选：$3',
    ],
    [/^error: option '(.*)' cannot be used with option '(.*)'/, '选项「$1」不能和「$2」同时使用'],
    [/\(Did you mean (.*)\?\)/, '（你是不是想写 $1？）'],
];
function chinese(text) {
    return PHRASES.reduce((said, [pattern, phrase]) => said.replace(pattern, phrase), text);
}
//# sourceMappingURL=program.js.map