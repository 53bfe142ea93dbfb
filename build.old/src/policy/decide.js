import { accusation } from './accused.js';
import { bursts } from './bursts.js';
import { wallClock } from './clock.js';
import { collective } from './collective.js';
import { escalate } from './escalate.js';
import { dissent, exempt } from './exempt.js';
import { Steps } from './finding.js';
import { heardLate } from './late.js';
import { NOTHING } from './owed.js';
import { askRecall, recallRoute, request, tryFirst } from './recall.js';
import { remind } from './remind.js';
import { route } from './routing.js';
import { strikes } from './strikes.js';
import { emergencyThread } from './thread.js';
/**
 * What is done about one verdict. Pure: the same input gives the same draft. First what the finding is in its
 * context (`respond`, `severity`, `to`), then what may leave of it now (`actions`, `opens`); `steps` tells why.
 * A later judgement of the same event lists all that is due again: the ledger owes what was not done yet.
 */
export function decide(input) {
    const { verdict, facts } = input;
    const steps = new Steps();
    if (input.continues)
        steps.add('continued', true, `与本人刚才的 ${input.continues} 条连起来看`);
    const finding = inContext(input, steps);
    const settled = finding ? settle(input, finding, steps) : { owed: NOTHING, to: null };
    const { owed } = settled;
    if (input.mode === 'shadow' && owed.actions.length > 0)
        steps.add('shadow', true, `试运行，${owed.actions.length} 条都不发出`);
    return {
        eventId: facts.event.id,
        group: facts.group.id,
        at: input.now,
        rule: verdict.rule?.id ?? null,
        category: verdict.category,
        topic: verdict.rule?.topic ?? null,
        respond: finding?.respond ?? 'allow',
        severity: finding?.respond === 'escalate' ? (finding.severity ?? 'P2') : null,
        to: settled.to,
        steps: steps.list,
        trace: verdict.trace(),
        actions: owed.actions,
        opens: owed.opens,
        supersedes: input.earlier?.id ?? null,
        ruleSet: input.ruleSet,
    };
}
/** Context, bursts and strikes; null when no rule fired. */
function inContext(input, steps) {
    const { rule, outcome } = input.verdict;
    if (!rule || !outcome || input.facts.member.role === 'bot')
        return null;
    let finding = {
        rule,
        outcome,
        respond: outcome.respond,
        severity: outcome.severity,
        wanted: outcome.to,
        accuses: false,
        struck: null,
        collective: false,
        rests: null,
    };
    finding = dissent(finding, steps);
    finding = accusation(input, finding, steps);
    finding = heardLate(input, finding, steps);
    finding = emergencyThread(input, finding, steps);
    finding = exempt(input, finding, steps);
    finding = strikes(input, finding, steps);
    return bursts(input, finding, steps);
}
/** Routing, duplicates, cooldowns, budgets, night and the recall window. */
function settle(input, finding, steps) {
    const { event, local } = input.facts;
    const clock = wallClock(event.at, local.minutes, finding.rests ?? input.now);
    const work = { input, finding, clock, steps };
    switch (finding.respond) {
        case 'allow':
            return { owed: NOTHING, to: null };
        case 'collect':
            return { owed: collective(work), to: null };
        case 'remind':
            return { owed: remind(work), to: null };
        case 'ask_recall': {
            const way = recallRoute(work);
            steps.add('routing', way.to !== (finding.wanted ?? 'head_teacher'), way.because);
            return { owed: askRecall(work, way), to: null };
        }
        case 'escalate':
            return escalation(work);
    }
}
function escalation(work) {
    const { input, finding, steps } = work;
    const { member, params, event } = input.facts;
    const severity = finding.severity ?? 'P2';
    const wanted = finding.wanted ?? 'head_teacher';
    const way = route({ category: finding.rule.category, severity, wanted, sender: member }, input.people);
    steps.add('routing', way.to !== wanted, way.because);
    const owed = escalate(work, severity, way);
    // somebody's data again: a person takes over, and it should still be taken back
    const recallToo = finding.struck !== null && finding.outcome.respond === 'ask_recall';
    const deadline = event.at + params.recallWindow;
    const words = recallToo ? tryFirst(work, deadline, request(work, deadline)) : [];
    return { owed: { ...owed, actions: [...words, ...owed.actions] }, to: way.to };
}
//# sourceMappingURL=decide.js.map