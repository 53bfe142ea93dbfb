import { isStaff } from '../../model/member.js';
import { toKey } from '../../text/index.js';
import { match } from './match.js';
/** These have a place of their own in the digest, or ask nothing of the class. */
const ELSEWHERE = ['complaint_dissent', 'bot_appeal'];
const HEALTH = /发烧|发热|生病|感冒|咳嗽|呕吐|拉肚子|过敏|受伤|流血|鼻血|头晕|肚子[疼痛]|不舒服|吃药|喂药|药|校医|医院|住院|手足口|水痘|流感|诺如|传染|骨折|近视|牙[疼痛]/;
/** A parent's question that somebody should answer; a word of the bot's to its sender does not answer it. */
export function asks(facts, decided) {
    if (!facts.question || facts.member.role !== 'parent' || facts.event.body.kind !== 'message')
        return false;
    if (decided.category !== null && ELSEWHERE.includes(decided.category))
        return false;
    return decided.respond === 'allow' || decided.respond === 'collect' || decided.category === 'quiet_hours';
}
/** The question tracker: always runs, whatever was decided. */
export function trackQuestions(deps, facts, outcome) {
    const { ledger } = deps;
    const { event, member, group } = facts;
    if (event.body.kind === 'recall')
        return takenBack(deps, event);
    if (event.body.kind !== 'message')
        return;
    const { message } = event.body;
    const waiting = ledger.openQuestions(group.id).map((question) => {
        const name = ledger.person(question.asker)?.name ?? '';
        return { ...question, askerKey: toKey(name), key: toKey(question.excerpt ?? '') };
    });
    const found = match(waiting, {
        at: event.at,
        member: member.id,
        staff: isStaff(member.role),
        key: facts.text.key,
        quoted: toKey(message.quoted ?? ''),
        mentions: (message.mentions ?? []).map(toKey),
        question: facts.question,
        notice: facts.ownNotice !== null,
        flood: outcome.decision.respond === 'collect',
    });
    if (found && 'again' in found)
        return ledger.askAgain(found.again);
    for (const id of found?.answers ?? [])
        ledger.closeQuestion(id, found?.by ?? '', event.at);
    if (asks(facts, outcome.decision))
        opensQuestion(deps, facts, outcome.decision.id);
}
/** From now on it waits for an answer. */
export function opensQuestion({ ledger }, facts, decisionId) {
    const { event, member, group } = facts;
    const health = HEALTH.test(facts.text.key);
    ledger.askQuestion({ decisionId, group: group.id, asker: member.id, at: event.at, health });
}
/** Whoever takes a question back does not wait for an answer any more. */
function takenBack(deps, event) {
    if (event.body.kind !== 'recall' || event.body.of === null)
        return;
    const id = deps.ledger.decision(event.body.of)?.decision.id;
    if (id !== undefined)
        deps.ledger.closeQuestion(id, 'self', event.at);
}
//# sourceMappingURL=track.js.map