import { Command } from 'commander';
import { examine, online } from './doctor/examine.js';
import { fail, ok, warn } from './doctor/finding.js';
import { opinionProof } from './doctor/opinion.js';
import { EXIT } from './exit.js';
import { placeOptions } from './place.js';
import { printable } from './terminal.js';
/** `banzhang doctor`: is everything there that the bot needs? Looks, and changes nothing. */
export function doctorCommand(tools) {
    return placeOptions(new Command('doctor'))
        .description('体检：机器、配置、账本、网络是否一切正常')
        .option('--offline', '不检查网络')
        .option('--live', '只看小助手是否在线，供容器健康检查；不在线则退出码为 1')
        .option('--send-test', '向学校文件里每个人的每个第二通道发一条测试，也问一句第二意见')
        .addHelpText('after', '\n符号：✓ 正常  ! 值得留意  ✗ 需要处理（有 ✗ 则退出码为 1）\n\n示例：\n  banzhang doctor\n  banzhang doctor --offline\n  banzhang doctor --live')
        .action(async (options) => {
        const { terminal } = tools;
        const findings = [];
        if (options.sendTest) {
            findings.push(...(await channelFindings(tools, options)));
            print(findings, terminal);
        }
        else if (options.live) {
            findings.push(await online(tools, options));
            print(findings, terminal);
        }
        else {
            for await (const section of examine(tools, { ...options, offline: options.offline === true })) {
                terminal.out(terminal.colors.bold(section.title));
                print(section.findings, terminal);
                findings.push(...section.findings);
            }
            terminal.out('');
            terminal.out(total(findings));
        }
        if (findings.some(finding => finding.level === 'fail'))
            tools.exit(EXIT.found);
    });
}
/** Sends one test by every channel beside WeChat: what no look at the configuration can tell. */
async function channelFindings(tools, place) {
    const school = await tools.school(place.school);
    const rules = await tools.loadRules(school.rulesDir, school.signals);
    if (!rules.ok)
        return [fail('规则有错误，没有发测试', '先运行 banzhang check')];
    const proofs = await tools.testChannels(school, rules.value.messages);
    const opinion = school.opinion ? [opinionProof(school.opinion, await tools.testOpinion(school.opinion))] : [];
    if (proofs.length === 0)
        return [...opinion, warn('学校文件里没有人有第二通道', '给班主任、督导写上 channels，微信断了也能告诉他们')];
    const told = proofs.map(({ person, channel, why }) => {
        const who = `${printable(person)} ${channel}`;
        return why === null ? ok(`${who}：对方已接收`) : fail(`${who}：${why}`, '核对学校文件里的地址、密钥和 smtp');
    });
    return [...told, ...opinion];
}
const SIGNS = { ok: '✓', warn: '!', fail: '✗' };
function print(findings, { out, colors }) {
    const paint = { ok: colors.green, warn: colors.yellow, fail: colors.red };
    for (const { level, says, hint, details } of findings) {
        out(`  ${paint[level](SIGNS[level])} ${says}`);
        for (const detail of details)
            out(colors.dim(`      ${detail}`));
        if (hint !== null)
            out(`      ${colors.dim('怎么办')}  ${hint}`);
    }
}
function total(findings) {
    const count = (level) => findings.filter(finding => finding.level === level).length;
    return `共 ${findings.length} 项：${count('ok')} 项正常，${count('warn')} 项值得留意，${count('fail')} 项需要处理`;
}
//# sourceMappingURL=doctor.js.map