import { proposeGroup } from '../../gateways/identity/propose.js';
/** Answers count from the moment they are given, and survive a restart. `takenOver`: questions seen answered before. */
export function takeAnswers({ ledger, clock }, directory, takenOver) {
    for (const question of ledger.bindingQuestions()) {
        if (question.answer !== null || question.caseId === null)
            continue;
        const found = ledger.case(question.caseId);
        if (found?.state !== 'closed')
            continue;
        const answer = ledger.caseMoves(found.id).at(-1)?.what === '5' ? 'no' : 'yes';
        ledger.answerBinding(question.id, answer, found.closedBy ?? '', clock.now());
    }
    const waiting = ledger.bindingQuestions().filter(question => question.answer !== null && !question.applied);
    if (waiting.some(question => !takenOver.has(question.id)))
        directory.reconsider();
    for (const question of waiting) {
        takenOver.add(question.id);
        apply(ledger, directory, question);
    }
}
function apply(ledger, directory, question) {
    if (question.answer === 'propose') {
        const doubt = directory.roomDoubts().find(one => one.mark === question.mark);
        if (!doubt)
            return;
        const names = doubt.room.members.map(member => member.card || member.nick);
        ledger.markBinding(question.id, {
            applied: true,
            text: proposeGroup(question.id.slice(-8).toLowerCase(), doubt.room.topic, names),
        });
        return;
    }
    const done = question.answer === 'no' ||
        (question.kind === 'group' ? directory.sight(question.candidate) : directory.networkId(question.candidate));
    if (done)
        ledger.markBinding(question.id, { applied: true });
}
//# sourceMappingURL=answers.js.map