import { Command, Option } from 'commander';
import { BanzhangError } from '../model/errors.js';
import { addConsent, consentEntries, consentOf } from '../pipeline/consent.js';
import { zonedInstant } from '../text/index.js';
import { lastPrinted } from './charter.js';
import { EXIT } from './exit.js';
import { personOf, reader } from './person.js';
import { beside, groupsOf } from './place.js';
import { printable } from './terminal.js';
import { fullStamp } from './time.js';
/** What can be put on record, as it is written on the command line. */
const WHAT = {
    公约已发: 'posted',
    已征求意见: 'consulted',
    监护人同意: 'guardians',
    不同意: 'objects',
    改为同意: 'agrees',
};
/** `banzhang consent`: what must be on record before a group goes live, and who objects. */
export function consentCommand(tools) {
    const school = () => new Option('--school <file>', '学校文件').default('rules/school.yaml');
    const consent = new Command('consent')
        .description('登记和查看：公约已发、已征求家长意见、监护人同意，以及谁不同意留下文字')
        .addHelpText('after', '\n示例：\n  banzhang consent list\n  banzhang consent add 公约已发 --group c3-2 --by 王老师\n  banzhang consent add 监护人同意 --agreed 39 --of 40 --by 王老师\n  banzhang consent add 不同意 --person 程小满妈妈 --by 王老师\n  banzhang consent show --group c3-2');
    consent
        .command('list', { isDefault: true })
        .description('每个群登记到哪一步')
        .addOption(school())
        .action((options) => withLedger(tools, options.school, (ledger, loaded) => {
        for (const group of loaded.groups)
            tools.terminal.out(summary(ledger, group));
    }));
    consent
        .command('show')
        .description('一个群的全部登记，一行一条')
        .addOption(school())
        .option('-g, --group <id>', '群（只有一个群时不用写）')
        .action((options) => withLedger(tools, options.school, (ledger, loaded) => {
        const group = oneGroup(loaded, options.group);
        tools.terminal.out(summary(ledger, group));
        for (const entry of consentEntries(ledger, group.id)) {
            if ('person' in entry)
                ledger.noteAccess(entry.person, reader(tools, 'consent'), tools.now());
            tools.terminal.out(`  ${line(ledger, entry)}`);
        }
    }));
    consent
        .command('add')
        .description(`登记一条：${Object.keys(WHAT).join('、')}`)
        .argument('<what>', Object.keys(WHAT).join('、'))
        .addOption(school())
        .option('-g, --group <id>', '群（只有一个群时不用写）')
        .option('--by <name>', '谁做的（必填）')
        .option('--on <date>', '哪一天，例如 2026-11-04；默认今天')
        .option('--agreed <n>', '监护人同意：多少家同意')
        .option('--of <n>', '监护人同意：一共多少家')
        .option('--person <card>', '不同意、改为同意：群名片或编号')
        .action((what, options) => withLedger(tools, options.school, (ledger, loaded) => {
        const group = oneGroup(loaded, options.group);
        const entry = entryOf(tools, ledger, loaded, group, what, options);
        // who objects wants nothing kept: what was kept so far goes as well
        ledger.batch(() => {
            addConsent(ledger, group.id, entry);
            if (entry.kind === 'objects')
                ledger.eraseTexts(entry.person, tools.now());
        });
        const { out, colors } = tools.terminal;
        out(`${colors.green('✓')} ${group.id}  ${line(ledger, entry)}`);
        if (entry.kind === 'objects')
            out('此前留下的文字已删除；以后照常判断，但不留文字');
    }));
    return consent;
}
async function withLedger(tools, file, work) {
    const loaded = await tools.school(file);
    const ledger = beside(tools, loaded);
    try {
        work(ledger, loaded);
    }
    finally {
        ledger.close();
    }
    tools.exit(EXIT.ok);
}
function oneGroup(school, id) {
    const groups = groupsOf(school, id);
    if (groups.length === 1)
        return groups[0];
    throw new BanzhangError('BZ502', '有几个群，请用 --group 说明是哪一个', {
        hint: `可选：${groups.map(group => group.id).join('、')}`,
    });
}
function entryOf(tools, ledger, school, group, what, options) {
    if (!Object.hasOwn(WHAT, what)) {
        throw new BanzhangError('BZ502', `不能登记「${printable(what)}」`, {
            hint: `可选：${Object.keys(WHAT).join('、')}`,
        });
    }
    const kind = WHAT[what];
    const by = (options.by ?? '').trim();
    if (by === '')
        throw new BanzhangError('BZ502', '没有写是谁做的', { hint: '加上 --by，例如 --by 王老师' });
    const base = { on: dateOf(tools, school, options.on), by, recordedAt: tools.now() };
    switch (kind) {
        case 'posted':
            return { ...base, kind, version: lastPrinted(ledger, group.id)?.version ?? null };
        case 'consulted':
            return { ...base, kind };
        case 'guardians': {
            const agreed = count(options.agreed, '--agreed');
            const of = count(options.of, '--of');
            if (agreed > of)
                throw new BanzhangError('BZ502', `同意的 ${agreed} 家比一共 ${of} 家还多`);
            return { ...base, kind, agreed, of };
        }
        default: {
            if (options.person === undefined) {
                throw new BanzhangError('BZ502', `登记「${what}」要写是谁`, { hint: '加上 --person 群名片' });
            }
            return { ...base, kind, person: personOf(ledger, school, options.person, group.id).id };
        }
    }
}
function dateOf(tools, school, on) {
    const today = fullStamp(tools.now(), school.timezone).slice(0, 10);
    if (on === undefined)
        return today;
    if (/^\d{4}-\d\d-\d\d$/.test(on) && zonedInstant(`${on}T00:00`, school.timezone) !== null && on <= today)
        return on;
    throw new BanzhangError('BZ502', `日期不对：${printable(on)}`, { hint: `写成 ${today}，不晚于今天` });
}
function count(text, option) {
    if (text !== undefined && /^\d{1,4}$/.test(text))
        return Number(text);
    throw new BanzhangError('BZ502', `${option} 应为一个数`, { hint: '例如 --agreed 39 --of 40' });
}
function summary(ledger, { id, topic }) {
    const { posted, consulted, guardians, objectors } = consentOf(ledger, id);
    const sign = (done) => (done ? '✓' : '✗');
    return [
        `${id}「${printable(topic)}」`,
        `${sign(posted !== null)} 公约已发`,
        `${sign(consulted !== null)} 已征求意见`,
        `${sign(guardians !== null)} 监护人同意${guardians ? ` ${guardians.agreed}/${guardians.of}` : ''}`,
        `不同意留下文字 ${objectors.length} 人`,
    ].join('  ');
}
function line(ledger, entry) {
    const what = Object.entries(WHAT).find(([, kind]) => kind === entry.kind)?.[0];
    const more = {
        posted: () => (entry.kind === 'posted' && entry.version ? ` 版本 ${entry.version.slice(0, 12)}` : ''),
        consulted: () => '',
        guardians: () => (entry.kind === 'guardians' ? ` ${entry.agreed}/${entry.of} 家` : ''),
        objects: () => ('person' in entry ? ` ${nameOf(ledger, entry.person)}` : ''),
        agrees: () => ('person' in entry ? ` ${nameOf(ledger, entry.person)}` : ''),
    }[entry.kind]();
    return `${entry.on}  ${what}${more}  登记人 ${printable(entry.by)}`;
}
function nameOf(ledger, id) {
    return `${printable(ledger.person(id)?.name ?? '')}（${id}）`;
}
//# sourceMappingURL=consent.js.map