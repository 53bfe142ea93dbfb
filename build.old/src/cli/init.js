import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cancel, isCancel, select, text } from '@clack/prompts';
import { Command, Option } from 'commander';
import { BanzhangError } from '../model/errors.js';
import { GROUP_PACKS } from '../model/member.js';
import { EXIT } from './exit.js';
import { schoolTemplate } from './school-template.js';
/** `banzhang init`: a school file to begin with, by a few questions or by options alone. */
export function initCommand(tools) {
    return new Command('init')
        .description('生成学校文件 school.yaml：回答几个问题，或用选项一次给全')
        .argument('[dir]', '规则文件夹', 'rules')
        .option('--school <name>', '学校名称')
        .option('--topic <name>', '微信群名称')
        .option('--group <id>', '群的短名，例如 c3-2')
        .addOption(new Option('--pack <name>', '规则包').choices([...GROUP_PACKS]))
        .option('--grade <n>', '年级 1–9', Number)
        .option('--head-teacher <card>', '班主任的群昵称（班主任不在群则不给）')
        .option('--supervisor <name>', '督导的微信昵称')
        .option('--bot-id <id>', '机器人的短名', 'bz1')
        .addHelpText('after', '\n示例：\n  banzhang init\n  banzhang init --school 柳溪小学 --topic 三年级2班家长群 --group c3-2 --pack common --grade 3 \\\n    --head-teacher 班主任王老师 --supervisor 德育处赵主任')
        .action(async (dir, options) => {
        const file = join(dir, 'school.yaml');
        const answers = complete(options) ?? (await ask(tools, options));
        if (answers === null) {
            tools.exit(EXIT.usage);
            return;
        }
        write(file, schoolTemplate(answers));
        const { out, colors } = tools.terminal;
        out(`${colors.green('✓')} 已生成 ${file}（权限 0600，不会进入 git）`);
        out('接下来：');
        out('  1. 打开它，把群成员列全');
        out('  2. npx banzhang check       检查有没有写错');
        out('  3. npx banzhang run         扫码登录；先以影子模式运行');
    });
}
/** Everything needed was given as options, or null. */
function complete(options) {
    const { school, topic, group, supervisor } = options;
    if (school === undefined || topic === undefined || group === undefined || supervisor === undefined)
        return null;
    return {
        school,
        topic,
        groupId: group,
        pack: options.pack ?? (options.headTeacher === undefined ? 'no-teacher' : 'common'),
        grade: options.grade ?? null,
        headTeacher: options.headTeacher ?? '',
        supervisor,
        botId: options.botId ?? 'bz1',
    };
}
async function ask(tools, given) {
    if (!tools.terminal.interactive) {
        throw new BanzhangError('BZ502', '不是交互终端，无法提问', {
            hint: '用选项给全 --school --topic --group --supervisor（见 banzhang init --help）',
        });
    }
    try {
        const school = given.school ?? (await line('学校名称？', '柳溪小学'));
        const topic = given.topic ?? (await line('微信群名称（一字不差）？', '三年级2班家长群'));
        const groupId = given.group ?? (await line('给这个群起个短名（小写字母、数字和 -）？', 'c3-2', /^[a-z0-9][a-z0-9-]{0,31}$/));
        const pack = given.pack ?? (await choose());
        const grade = given.grade ?? Number(await line('几年级（1–9，不是一个班的群填 0）？', '3', /^[0-9]$/));
        const headTeacher = given.headTeacher ?? (pack === 'no-teacher' ? '' : await line('班主任的群昵称？', '班主任王老师'));
        const supervisor = given.supervisor ?? (await line('督导（德育处、教务处）的微信昵称？', '德育处赵主任'));
        return {
            school,
            topic,
            groupId,
            pack,
            grade: grade === 0 ? null : grade,
            headTeacher,
            supervisor,
            botId: given.botId ?? 'bz1',
        };
    }
    catch (error) {
        if (error !== CANCELLED)
            throw error;
        cancel('已取消，什么都没有写');
        return null;
    }
}
const CANCELLED = new Error('cancelled');
async function line(message, placeholder, form = /\S/) {
    const answer = await text({
        message,
        placeholder,
        validate: value => (form.test(value ?? '') ? undefined : `请重新填写，例如 ${placeholder}`),
    });
    if (isCancel(answer))
        throw CANCELLED;
    return answer.trim();
}
async function choose() {
    const answer = await select({
        message: '用哪个规则包？',
        options: [
            { value: 'common', label: '通用：管广告、拉票、红包、点名、成绩；允许布置作业' },
            { value: 'strict', label: '严格：不布置作业、不表扬批评、只在工作时间发通知' },
            { value: 'notice', label: '通知群：只发通知，不闲聊' },
            { value: 'discussion', label: '讨论群：鼓励聊天，只管推销、诈骗、隐私、安全' },
            { value: 'no-teacher', label: '班主任不在群：由教务处负责' },
        ],
    });
    if (isCancel(answer))
        throw CANCELLED;
    return answer;
}
/** Creates the file for its owner alone; never over an existing one. */
function write(file, text) {
    try {
        writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST') {
            throw new BanzhangError('BZ501', `${file} 已经存在，没有覆盖`, { hint: '改它，或先把它移到别处' });
        }
        throw new BanzhangError('BZ114', `无法写入 ${file}（${code}）`, { hint: '检查文件夹是否存在、是否可写' });
    }
}
//# sourceMappingURL=init.js.map