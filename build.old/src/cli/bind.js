import { writeFileSync } from 'node:fs';
import { Argument, Command } from 'commander';
import { BanzhangError } from '../model/errors.js';
import { SECOND } from '../model/time.js';
import { EXIT } from './exit.js';
import { beside } from './place.js';
import { printable } from './terminal.js';
const ANSWERS = ['是', '不是', '登记'];
const KINDS = { member: '成员', group: '群', room: '未登记的群' };
const WAIT_FOR_BOT = 15 * SECOND;
const LOOK_EVERY = SECOND / 2;
/** `banzhang bind`: lists what is uncertain in who-is-who, and answers it, beside the running bot. */
export function bindCommand(tools) {
    return new Command('bind')
        .description('确认谁是谁：列出拿不准的成员和群，逐个回答；或把一个未登记的群登记为班级群')
        .argument('[id]', '列表里的编号')
        .addArgument(new Argument('[answer]', '是、不是，或（未登记的群）登记').choices([...ANSWERS]))
        .option('--school <file>', '学校文件', 'rules/school.yaml')
        .option('--out <file>', '登记一个群时，把要贴进学校文件的几行写到哪里', 'rules/new-group.yaml')
        .addHelpText('after', '\n示例：\n  banzhang bind\n  banzhang bind 3fk2 是\n  banzhang bind 9ab1 登记\n\n机器人在运行时也可以用；回答几秒内生效。')
        .action(async (id, answer, options) => {
        const school = await tools.school(options.school);
        const ledger = beside(tools, school);
        try {
            if (id === undefined)
                return list(tools, ledger);
            const question = find(ledger, id);
            if (answer === undefined)
                return show(tools, question);
            await give(tools, ledger, question, answer, options.out);
        }
        finally {
            ledger.close();
        }
    });
}
function open(ledger) {
    return ledger.bindingQuestions().filter(question => question.answer === null || question.answer === 'propose');
}
function list(tools, ledger) {
    const questions = open(ledger);
    if (questions.length === 0)
        return tools.terminal.out(`${tools.terminal.colors.green('✓')} 没有拿不准的成员和群`);
    for (const question of questions)
        show(tools, question);
    tools.terminal.out(tools.terminal.colors.dim('回答：banzhang bind 编号 是|不是；登记一个群：banzhang bind 编号 登记'));
}
function show({ terminal: { out, colors } }, { id, kind, group, text, answer }) {
    const where = group === null ? '' : ` ${group}`;
    const what = answer === 'propose' ? '（正在等机器人列出成员）' : printable(text ?? '');
    out(`${colors.bold(shortOf(id))}  ${KINDS[kind]}${where}  ${what}`);
}
function shortOf(id) {
    return id.slice(id.lastIndexOf('q') + 1).slice(0, 4);
}
/** By the beginning of its number, where only one begins so. */
function find(ledger, id) {
    const named = (question) => question.id === id || question.id.replace(/^.*?-q/, '').startsWith(id);
    const found = open(ledger).filter(named);
    if (found.length === 1)
        return found[0];
    const problem = found.length === 0 ? `没有编号为 ${printable(id)} 的待确认项` : `编号 ${printable(id)} 不止一项，请多写几位`;
    throw new BanzhangError('BZ503', problem, { hint: '运行 banzhang bind 看全部' });
}
async function give(tools, ledger, question, answer, file) {
    const { out, colors } = tools.terminal;
    if ((question.kind === 'room') !== (answer === '登记') && answer !== '不是') {
        const hint = question.kind === 'room' ? '未登记的群可以回答：登记、不是（不再提示）' : '可以回答：是、不是';
        throw new BanzhangError('BZ502', `这一项不能回答「${answer}」`, { hint });
    }
    if (answer === '登记')
        return propose(tools, ledger, question, file);
    ledger.answerBinding(question.id, answer === '是' ? 'yes' : 'no', 'terminal', tools.now());
    out(`${colors.green('✓')} 已记下：${answer}。机器人在运行时几秒内生效，否则下次启动时生效`);
}
/** The bot knows the members, this process does not: it is asked, and what it writes is taken out of the ledger again. */
async function propose(tools, ledger, question, file) {
    const { out, colors } = tools.terminal;
    if (question.answer === null)
        ledger.answerBinding(question.id, 'propose', 'terminal', tools.now());
    const ready = () => ledger.bindingQuestions().find(one => one.id === question.id && one.applied && one.text !== null);
    const text = await tools.wait(LOOK_EVERY, WAIT_FOR_BOT, () => ready()?.text ?? null);
    if (text === null) {
        throw new BanzhangError('BZ504', '机器人没有应答', { hint: '先启动它（banzhang run）并登录，再运行一次' });
    }
    try {
        writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    }
    catch (error) {
        const exists = error.code === 'EEXIST';
        throw new BanzhangError(exists ? 'BZ501' : 'BZ114', exists ? `${file} 已经存在，没有覆盖` : `无法写入 ${file}`, {
            hint: '用 --out 换一个文件名',
        });
    }
    // registered as far as this list is concerned: what was proposed goes from the ledger
    ledger.answerBinding(question.id, 'no', 'terminal', tools.now());
    out(`${colors.green('✓')} 已写到 ${file}（权限 0600）：核对角色后贴进学校文件，再删掉它`);
    tools.exit(EXIT.ok);
}
//# sourceMappingURL=bind.js.map