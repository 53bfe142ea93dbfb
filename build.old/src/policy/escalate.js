import { isStaff } from '../model/member.js';
import { renderMessage } from '../model/message.js';
import { DAY, MINUTE } from '../model/time.js';
import { alertTo } from './alert.js';
import { isCare } from './categories.js';
import { caseKey, known } from './duplicates.js';
import { leavesAt, leavesTogether } from './night.js';
import { toGroup } from './owed.js';
import { tellOwner } from './suspected.js';
import { alertText } from './texts.js';
/** How long after it was told a case moves on by itself. */
export function firstDeadline(chain, severity) {
    return { P0: chain.p0Repeat, P1: chain.p1Repeat, P2: chain.p2Expire }[severity];
}
/** Opens a case, or joins the running one, and tells everybody who is due; a known matter is not told again. */
export function escalate(work, severity, way) {
    const { input, finding, clock, steps } = work;
    const { params, member } = input.facts;
    const { joins, told } = known(finding, input, severity);
    const code = joins?.code ?? input.nextCode();
    // a family in need is told of by itself, and not kept waiting
    const waits = severity === 'P2' && !isCare(finding.rule.category);
    const leaves = waits ? leavesTogether(clock, params) : leavesAt(clock, params, severity);
    const opens = {
        kind: finding.struck === null ? 'escalation' : 'strike',
        severity,
        category: finding.rule.category,
        key: joins?.key ?? caseKey(finding, input, severity),
        owner: way.to,
        about: member.id,
        deadline: leaves + firstDeadline(params.chain, severity),
        summary: finding.rule.title,
    };
    if (told !== null) {
        const minutes = Math.max(0, Math.round((input.now - told) / MINUTE));
        steps.add('duplicate', true, `同一件事 ${minutes} 分钟前已告知${joins ? `（${joins.code}）` : ''}，不再另发`);
        const running = joins?.code ?? null;
        return { actions: [...scamNotice(work, running), ...tellOwner(work, running)], opens: joins ? opens : null };
    }
    steps.add('duplicate', false, joins ? `并入进行中的 ${joins.code}` : '近期没有告知过同一件事');
    const alerts = alertEverybody(work, severity, way, opens, code);
    return { actions: [...alerts, ...scamNotice(work, code), ...tellOwner(work, code)], opens };
}
/** One line to each who is due. A P1 that finds the reader's budget spent goes to the next in line. */
function alertEverybody(work, severity, way, opens, code) {
    const { input, finding } = work;
    const found = { ...opens, code };
    const tell = (reader) => alertTo(work, reader, severity, {
        text: alertText(input, finding, found, way.told, reader),
        topic: opens.key,
        code,
        waits: !isCare(finding.rule.category),
    });
    const told = way.told.flatMap(tell);
    if (told.length > 0 || severity !== 'P1')
        return told;
    for (const reader of way.line) {
        if (way.told.some(person => person.id === reader.id))
            continue;
        const actions = tell(reader);
        if (actions.length > 0)
            return actions;
    }
    return [];
}
/** The line that was authorised beforehand: once a case, and only where no member of staff can have written it. */
function scamNotice(work, code) {
    const { input, finding, clock, steps } = work;
    const { group, member, params } = input.facts;
    if (!finding.outcome.publicNotice || finding.severity !== 'P0' || code === null)
        return [];
    if (!group.scamNoticeAuthorised) {
        steps.add('notice', false, '班主任没有预先授权群内防骗提示，不发');
        return [];
    }
    if (isStaff(member.role)) {
        steps.add('notice', false, '消息来自教职工的账号，群内不发提示');
        return [];
    }
    const topic = `notice:${code}`;
    // codes come round again after a long while; no case stays open for a month
    if (input.deeds.last({ kinds: ['public_notice'], since: clock.now - 30 * DAY, topic })) {
        steps.add('notice', false, '这件事已发过群内防骗提示');
        return [];
    }
    steps.add('notice', true, '按预先授权在群内发一条防骗提示');
    const text = renderMessage(input.messages, 'notice.scam', {});
    return [toGroup(work, 'public_notice', text, topic, clock.now + params.recallWindowFile)];
}
//# sourceMappingURL=escalate.js.map