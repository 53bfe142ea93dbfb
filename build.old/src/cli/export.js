import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { BanzhangError } from '../model/errors.js';
import { consentEntries } from '../pipeline/consent.js';
import { listExceptions } from '../pipeline/exceptions.js';
import { personOf, reader } from './person.js';
import { beside } from './place.js';
import { printableJson } from './terminal.js';
const PAGE = 500;
/** `banzhang export`: everything that is kept of one member, as JSON, for the member to read. */
export function exportCommand(tools) {
    return new Command('export')
        .description('导出留存的关于某个人的全部内容（JSON），供本人查阅')
        .argument('<person>', '群名片（一字不差）或编号，例如 bz1-p12')
        .option('--school <file>', '学校文件', 'rules/school.yaml')
        .option('-o, --out <file>', '写进文件（只有自己能读），而不是屏幕')
        .addHelpText('after', '\n示例：\n  banzhang export 程小满妈妈 --out 程小满妈妈.json\n\n每次导出都会留下记录。')
        .action(async (asked, options) => {
        const school = await tools.school(options.school);
        const ledger = beside(tools, school);
        try {
            const person = personOf(ledger, school, asked);
            ledger.noteAccess(person.id, reader(tools, 'export'), tools.now());
            const kept = everythingOf(ledger, person.id);
            if (options.out === undefined)
                return tools.terminal.out(printableJson(kept));
            write(options.out, `${JSON.stringify(kept, null, 2)}\n`);
            tools.terminal.out(`${tools.terminal.colors.green('✓')} ${options.out}（权限 0600）`);
        }
        finally {
            ledger.close();
        }
    });
}
/** Plain data, times in ISO 8601, texts as they are kept: masked. */
export function everythingOf(ledger, id) {
    const person = ledger.person(id);
    const group = person?.group ?? null;
    const decisions = allDecisions(ledger, id);
    const events = new Set(decisions.map(line => line.eventId));
    const ids = new Set(decisions.map(line => line.id));
    return {
        person,
        looks: ledger.identities(group).some(identity => identity.person === id) ? '只有无法还原的指纹' : null,
        said: decisions.map(({ id, eventId, at, kind, rule, category, respond, severity, excerpt, supersedes }) => ({
            decision: id,
            event: eventId,
            at: iso(at),
            kind,
            rule,
            category,
            respond,
            severity,
            excerpt,
            supersedes,
        })),
        told: ledger.actionsTo(id).map(({ id, kind, state, text, decidedAt, settledAt }) => ({
            action: id,
            kind,
            state,
            text,
            decidedAt: iso(decidedAt),
            settledAt: settledAt === null ? null : iso(settledAt),
        })),
        opinions: ledger
            .opinionCalls(group === null ? {} : { group })
            .filter(call => ids.has(call.decisionId))
            .map(({ decisionId, at, model, about, outcome, opinion }) => ({
            decision: decisionId,
            at: iso(at),
            model,
            about,
            outcome,
            opinion,
        })),
        cases: ledger
            .cases()
            .filter(found => found.about === id)
            .map(({ code, kind, severity, category, summary, state, openedAt, closedAt, closedBy }) => ({
            code,
            kind,
            severity,
            category,
            summary,
            state,
            openedAt: iso(openedAt),
            closedAt: closedAt === null ? null : iso(closedAt),
            closedBy,
        })),
        questions: group === null
            ? []
            : ledger
                .openQuestions(group)
                .filter(question => question.asker === id)
                .map(({ decisionId, at, excerpt }) => ({ decision: decisionId, at: iso(at), excerpt })),
        exceptions: group === null ? [] : listExceptions(ledger, group).flatMap(one => (one.member === id ? one.category : [])),
        consent: group === null
            ? []
            : consentEntries(ledger, group).flatMap(entry => 'person' in entry && entry.person === id ? { what: entry.kind, on: entry.on, by: entry.by } : []),
        corrections: ledger
            .feedback()
            .filter(one => ids.has(one.decisionId))
            .map(({ decisionId, kind, at }) => ({ decision: decisionId, kind, at: iso(at) })),
        readings: ledger
            .accesses(0)
            .filter(access => access.eventId === id || events.has(access.eventId))
            .map(({ eventId, reader, at }) => ({ of: eventId, reader, at: iso(at) })),
    };
}
function allDecisions(ledger, member) {
    const all = ledger.decisions({ member, limit: PAGE });
    for (let page = all; page.length === PAGE;) {
        page = ledger.decisions({ member, after: page.at(-1)?.seq ?? 0, limit: PAGE });
        all.push(...page);
    }
    return all;
}
function iso(at) {
    return new Date(at).toISOString();
}
function write(file, text) {
    try {
        writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST')
            throw new BanzhangError('BZ501', `${file} 已经存在，没有覆盖`, { hint: '换一个文件名' });
        throw new BanzhangError('BZ114', `无法写入 ${file}（${code}）`, { hint: '检查文件夹是否存在、是否可写' });
    }
}
//# sourceMappingURL=export.js.map