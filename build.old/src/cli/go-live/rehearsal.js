import { renderMessage } from '../../model/message.js';
import { leavesAt, wallClock } from '../../policy/index.js';
const key = (group, person) => `go-live:${group}:${person}`;
/** The latest test alert to this person, whatever became of it. A test that nobody answered in time counts for nothing. */
export function rehearsalOf(ledger, group, person) {
    const tests = ledger.cases({ group }).filter(found => found.key === key(group, person));
    const answered = tests.find(found => found.state === 'closed' && isAnswered(ledger, found, person));
    if (answered)
        return { state: 'answered', at: answered.closedAt ?? answered.openedAt };
    const open = tests.find(found => found.state === 'open' || found.state === 'passed');
    return open ? { state: 'asked', code: open.code } : { state: 'none' };
}
/** It counts only when they answered themselves. */
function isAnswered(ledger, { id }, person) {
    return ledger.caseMoves(id).some(move => move.by.endsWith(`:${person}`) && move.channel === 'wechat');
}
/** Owes a test alert as a case of its own; a running bot sends it, in shadow mode too. Returns its code. */
export function askForRehearsal(ledger, input) {
    const { group, person, params, messages, now, local } = input;
    const notBefore = leavesAt(wallClock(now, local.minutes), params, 'P2');
    const deadline = notBefore + params.chain.p2Expire;
    return ledger.batch(() => {
        const code = ledger.nextCode();
        const text = renderMessage(messages, 'live.test', { code, group: group.name });
        const opened = ledger.openCase({
            opening: {
                kind: 'test',
                severity: 'P2',
                category: 'normal',
                key: key(group.id, person.id),
                owner: person.role,
                about: null,
                deadline,
                summary: '启用前的测试提醒',
            },
            group: group.id,
            decisionId: '',
            move: { by: 'admin', channel: 'terminal', at: now },
            actions: [
                {
                    kind: 'alert',
                    target: { person: person.id, group: group.id },
                    recipient: person.role,
                    text,
                    topic: key(group.id, person.id),
                    category: null,
                    severity: 'P2',
                    notBefore,
                    expiresAt: deadline,
                },
            ],
        });
        return opened.case.code;
    });
}
//# sourceMappingURL=rehearsal.js.map