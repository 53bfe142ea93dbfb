import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { paramsFor } from '../engine/index.js';
import { SchoolDirectory } from '../gateways/directory.js';
import { BanzhangError } from '../model/errors.js';
import { DAY } from '../model/time.js';
import { headOf } from '../pipeline/asker.js';
import { consentOf } from '../pipeline/consent.js';
import { localTime } from '../text/index.js';
import { EXIT } from './exit.js';
import { askForRehearsal, rehearsalOf } from './go-live/rehearsal.js';
import { shadowSince, unsentExamples, withheldCounts } from './go-live/shadow.js';
import { beside, groupsOf } from './place.js';
import { printable } from './terminal.js';
import { fullStamp, stamp } from './time.js';
const SHADOW_DAYS = 14;
const EXAMPLES = 10;
/** `banzhang go-live`: what shadow mode would have sent, and what is still missing before it is sent for real. */
export function goLiveCommand(tools) {
    return new Command('go-live')
        .description('从试运行转为正式：看看试运行时本来会发什么，逐项核对，给班主任发测试提醒')
        .option('--school <file>', '学校文件', 'rules/school.yaml')
        .option('-g, --group <id>', '只看一个群（学校文件中的 id）')
        .addHelpText('after', '\n不改学校文件：条件齐了会说改哪一行。条件不齐，退出码为 1。\n\n示例：\n  banzhang go-live\n  banzhang go-live --group c3-2')
        .action(async (options) => {
        const school = await tools.school(options.school);
        const groups = groupsOf(school, options.group);
        const rules = await tools.loadRules(school.rulesDir, school.signals);
        if (!rules.ok) {
            tools.terminal.err(rules.report);
            tools.exit(EXIT.found);
            return;
        }
        const ledger = beside(tools, school);
        try {
            const directory = new SchoolDirectory(school, ledger);
            for (const { id, mode } of groups) {
                const profile = directory.profile(id);
                if (mode === 'live') {
                    tools.terminal.out(`${tools.terminal.colors.green('✓')} ${id}「${printable(profile.name)}」已经是正式模式`);
                }
                else if (!oneGroup(tools, ledger, school, rules.value, profile, options.school))
                    tools.exit(EXIT.found);
            }
        }
        finally {
            ledger.close();
        }
    });
}
/** Whether the group may go live. */
function oneGroup(tools, ledger, school, rules, group, file) {
    const { out, colors } = tools.terminal;
    out(colors.bold(`${group.id}「${printable(group.name)}」`));
    showShadow(tools, ledger, school, group);
    const conditions = [shadowTime(tools, ledger, school, group), ...onRecord(ledger, group)];
    const heads = headsOf(group);
    if (heads.length === 0)
        conditions.push({ met: false, says: '没有人可以收测试提醒', hint: '在学校文件里写上班主任或督导' });
    for (const person of heads)
        conditions.push(rehearsed(tools, ledger, school, rules, group, person));
    for (const { met, says, hint } of conditions) {
        out(`  ${met ? colors.green('✓') : colors.red('✗')} ${says}`);
        if (hint !== null)
            out(`      ${colors.dim('怎么办')}  ${hint}`);
    }
    const ready = conditions.every(condition => condition.met);
    if (ready) {
        out(`  可以启用：把 ${placeOfMode(file, group.id)} 改为 mode: live，再重新启动 banzhang run`);
    }
    else
        out(`  还差 ${conditions.filter(condition => !condition.met).length} 项，先不启用`);
    return ready;
}
function showShadow(tools, ledger, { timezone }, { id }) {
    const { out, colors } = tools.terminal;
    const counts = withheldCounts(ledger, id);
    out(`  试运行期间本来会发：${counts.length === 0 ? '没有' : counts.join('，')}`);
    for (const { at, about, lines } of unsentExamples(ledger, id, tools.now(), EXAMPLES)) {
        out(colors.dim(`    ${stamp(at, timezone)}  ${printable(about)}`));
        for (const line of lines)
            out(colors.dim(`      → ${printable(line)}`));
    }
}
function shadowTime(tools, ledger, { timezone }, { id }) {
    const since = shadowSince(ledger, id);
    if (since === null)
        return { met: false, says: '还没有试运行过', hint: '先运行 banzhang run，试运行两周' };
    const days = Math.max(0, Math.floor((tools.now() - since) / DAY));
    const says = `从 ${fullStamp(since, timezone).slice(0, 10)} 起试运行了 ${days} 天（要 ${SHADOW_DAYS} 天）`;
    const met = days >= SHADOW_DAYS;
    return { met, says, hint: met ? null : `再等 ${SHADOW_DAYS - days} 天，每天看看汇总` };
}
function onRecord(ledger, { id }) {
    const { posted, consulted, guardians } = consentOf(ledger, id);
    const add = (what, more = '') => `做过之后登记：banzhang consent add ${what} --group ${id}${more} --by 谁`;
    return [
        posted
            ? { met: true, says: `公约已发到群里（${posted.on}，${printable(posted.by)}）`, hint: null }
            : { met: false, says: '公约还没有发到群里', hint: `banzhang charter --group ${id} --text；${add('公约已发')}` },
        consulted
            ? { met: true, says: `已征求家长意见（${consulted.on}，${printable(consulted.by)}）`, hint: null }
            : { met: false, says: '还没有征求家长意见', hint: add('已征求意见') },
        guardians
            ? { met: true, says: `监护人同意 ${guardians.agreed}/${guardians.of} 家（${guardians.on}）`, hint: null }
            : { met: false, says: '还没有登记监护人同意', hint: add('监护人同意', ' --agreed 39 --of 40') },
    ];
}
/** Every head teacher; where there is none, whoever the group's matters go to. */
function headsOf(group) {
    const heads = group.people.filter(person => person.role === 'head_teacher');
    const next = headOf(group);
    return heads.length > 0 || next === null ? heads : [next];
}
function rehearsed(tools, ledger, school, rules, group, person) {
    const name = printable(person.name);
    const found = rehearsalOf(ledger, group.id, person.id);
    if (found.state === 'answered') {
        return { met: true, says: `${name} 已回复测试提醒（${stamp(found.at, school.timezone)}）`, hint: null };
    }
    if (found.state === 'asked') {
        return { met: false, says: `${name} 还没有回复测试提醒 ${found.code}`, hint: `请对方在微信里回复 ${found.code} 1` };
    }
    const pack = rules.packs.get(group.pack);
    if (!pack)
        throw new BanzhangError('BZ113', `群「${group.id}」使用的规则包 ${group.pack} 不存在`);
    const params = paramsFor(group, pack.params);
    const now = tools.now();
    const local = localTime(now, school.timezone, school.calendar);
    const code = askForRehearsal(ledger, { group, person, params, messages: rules.messages, now, local });
    return {
        met: false,
        says: `给 ${name} 的测试提醒 ${code} 已准备好`,
        hint: '运行中的小助手会发出（7:30 到 21:00 之间）；对方回复后再运行一次 banzhang go-live',
    };
}
/** `rules/school.yaml:12`: where the group's mode stands, or the group itself where it says none. */
function placeOfMode(file, group) {
    try {
        const lines = readFileSync(file, 'utf8').split('\n');
        const begins = lines.findIndex(line => new RegExp(`^\\s*(?:-\\s*)?id:\\s*["']?${group}["']?\\s*(?:#.*)?$`).test(line));
        if (begins < 0)
            return file;
        const next = lines.findIndex((line, index) => index > begins && /^\s*(?:-\s*)?id:/.test(line));
        const mode = lines.findIndex((line, i) => i > begins && (next < 0 || i < next) && /^\s*mode:\s*["']?shadow/.test(line));
        return mode < 0 ? `${file} 第 ${begins + 1} 行的群` : `${file} 第 ${mode + 1} 行的 mode: shadow`;
    }
    catch {
        return file;
    }
}
//# sourceMappingURL=go-live.js.map