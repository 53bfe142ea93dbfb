import { Command } from 'commander';
import { BanzhangError } from '../model/errors.js';
import { forgetObjector } from '../pipeline/consent.js';
import { listExceptions, removeException } from '../pipeline/exceptions.js';
import { EXIT } from './exit.js';
import { personOf, reader } from './person.js';
import { beside } from './place.js';
/** `banzhang forget`: erases what is kept of one member; that something was decided stays, and so does the hash chain. */
export function forgetCommand(tools) {
    return new Command('forget')
        .description('删除留存的关于某个人的姓名、摘录、话术和身份；决定的编号和哈希链保留')
        .argument('<person>', '群名片（一字不差）或编号，例如 bz1-p12')
        .option('--school <file>', '学校文件', 'rules/school.yaml')
        .option('--yes', '确认删除；不加则只说会删什么')
        .addHelpText('after', '\n示例：\n  banzhang forget 程小满妈妈\n  banzhang forget bz1-p12 --yes\n\n删除不能撤销；机器人在运行时也可以用。')
        .action(async (asked, options) => {
        const { out, colors } = tools.terminal;
        const school = await tools.school(options.school);
        const ledger = beside(tools, school);
        try {
            const person = personOf(ledger, school, asked);
            refuseOpenCases(ledger, person.id);
            const listed = school.groups.some(({ id, members }) => id === person.group && members.some(one => ledger.findPersonId(id, `member:${one.name}`) === person.id));
            if (!options.yes) {
                out(`将删除 ${person.id} 的姓名、身份、摘录和发给本人、说到本人的文字；确认请加 --yes`);
                tools.exit(EXIT.found);
                return;
            }
            const now = tools.now();
            const erased = ledger.batch(() => {
                ledger.noteAccess(person.id, reader(tools, 'forget'), now);
                const texts = ledger.eraseTexts(person.id, now);
                forgetSettings(ledger, person.group, person.id);
                ledger.erasePerson(person.id);
                return texts;
            });
            out(`${colors.green('✓')} ${person.id} 已删除：摘录 ${erased.excerpts} 段，话术 ${erased.actionTexts} 条，` +
                `个案说明 ${erased.summaries} 条，未发出而撤下 ${erased.withdrawn} 条`);
            const chain = ledger.verifyChain();
            if (!chain.ok)
                throw new BanzhangError('BZ204', `哈希链在 ${chain.at} 断开：${chain.reason}`);
            out(`${colors.green('✓')} 哈希链仍然完整：${chain.length} 个决定`);
            if (listed)
                out(`${colors.yellow('!')} ${options.school} 的名单里还有这个人：请删去那一行，否则下次启动又会登记`);
        }
        finally {
            ledger.close();
        }
    });
}
/** What somebody still has to deal with is not pulled from under their hands. */
function refuseOpenCases(ledger, person) {
    const theirs = ledger
        .openCases()
        .filter(found => found.about === person || ledger.decision(found.decisionId)?.event?.member === person);
    if (theirs.length === 0)
        return;
    throw new BanzhangError('BZ502', `还有等待处理的个案说到这个人：${theirs.map(found => found.code).join('、')}`, {
        hint: '请班主任先处理（回复代码和 1），再删除',
    });
}
function forgetSettings(ledger, group, person) {
    if (group === null)
        return;
    forgetObjector(ledger, group, person);
    for (const { member, category } of listExceptions(ledger, group))
        if (member === person)
            removeException(ledger, group, member, category);
}
//# sourceMappingURL=forget.js.map