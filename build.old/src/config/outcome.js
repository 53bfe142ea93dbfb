import { SENDER_PARAMETERS } from '../model/message.js';
import { RESPONSES } from '../model/rule.js';
import { closest } from './closest.js';
import { check } from './diagnostics.js';
import { descriptionOf } from './forms.js';
import { checkMessage } from './messages.js';
import { outcomeSchema } from './rule-format.js';
import { shown } from './wording.js';
/** Reads `then`: one outcome or a list by role. Null when something is wrong. */
export function readOutcomes(at, context) {
    if (!Array.isArray(at.value)) {
        const outcome = readOutcome(at, context);
        return outcome && [outcome];
    }
    if (at.value.length === 0) {
        context.findings.add(at.spot(), 'BZ105', 'then 的列表是空的', { expected: '至少一个 respond' });
        return null;
    }
    const items = at.items();
    const outcomes = items.map(item => readOutcome(item, context));
    const forAll = outcomes.findIndex(outcome => outcome?.roles === null);
    const behind = items[forAll + 1];
    if (forAll >= 0 && behind) {
        context.findings.add(behind.spot(), 'BZ121', '前一项没有写 roles，这一项永远轮不到', {
            expected: '不写 roles 的放在最后',
        });
    }
    return outcomes.includes(null) ? null : outcomes;
}
function readOutcome(at, context) {
    const { findings } = context;
    if (typeof at.value === 'string') {
        const meant = closest(at.value, RESPONSES);
        findings.add(at.spot(), 'BZ103', `这里应为 respond，写的是${shown(at.value)}`, {
            expected: `respond: ${RESPONSES.join('、')} 之一`,
            didYouMean: meant && `{ respond: ${meant} }`,
        });
        return null;
    }
    const written = check(outcomeSchema, at, findings);
    if (!written)
        return null;
    const escalates = written.respond === 'escalate';
    const speaks = written.respond === 'remind' || written.respond === 'ask_recall';
    const respond = at.at('respond');
    const required = escalates ? ['severity', 'to'] : speaks ? ['message'] : [];
    for (const key of required) {
        if (written[key] !== undefined)
            continue;
        findings.add(respond.spot(), 'BZ105', `respond: ${written.respond} 缺少 ${key}`, {
            expected: `${key}：${descriptionOf(outcomeSchema.shape[key])}`,
        });
    }
    const useless = [
        ...(escalates ? [] : ['severity', 'public_notice']),
        ...(escalates || speaks ? [] : ['to']),
        ...(speaks ? [] : ['message']),
    ];
    for (const key of useless) {
        if (written[key] === undefined)
            continue;
        findings.add(at.at(key).keySpot(), 'BZ121', `respond: ${written.respond} 用不到 ${key}`, {
            expected: '去掉它，或改用别的 respond',
        });
    }
    if (speaks && written.message)
        checkMessage(at.at('message'), SENDER_PARAMETERS, context);
    if (written.public_notice)
        checkMessage(at.at('public_notice').withValue('notice.scam'), [], context);
    return {
        roles: written.roles ?? null,
        respond: written.respond,
        severity: written.severity ?? null,
        to: written.to ?? null,
        message: written.message ?? null,
        publicNotice: written.public_notice ?? false,
    };
}
/** What no single key shows: a burst that nobody counts, strikes that never fall. */
export function checkTogether(source, then, burst, { findings }) {
    const some = (...responses) => then.some(outcome => responses.includes(outcome.respond));
    const burstAt = source.keys.get('burst');
    if (burst && burstAt) {
        if (!some('collect')) {
            findings.add(burstAt.keySpot(), 'BZ121', 'burst 要和 respond: collect 一起用', {
                expected: 'then: { respond: collect }',
            });
        }
        if (burst.count !== undefined && burst.senders !== undefined && burst.senders > burst.count) {
            findings.add(burstAt.at('senders').spot(), 'BZ121', `${burst.count} 条消息不可能来自 ${burst.senders} 个人`, {
                expected: 'senders 不大于 count',
            });
        }
    }
    const strikes = source.keys.get('escalate_after');
    if (strikes && strikes.value !== null && !some('remind', 'ask_recall')) {
        findings.add(strikes.keySpot(), 'BZ121', 'escalate_after 数的是私下的提醒，这条规则没有提醒', {
            expected: 'then 里有 respond: remind 或 ask_recall',
        });
    }
}
//# sourceMappingURL=outcome.js.map