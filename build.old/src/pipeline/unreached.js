import { tightenVerdict } from '../engine/index.js';
import { renderMessage } from '../model/message.js';
import { outcomeFor } from '../model/outcome.js';
import { HOUR } from '../model/time.js';
import { unreached } from '../policy/index.js';
import { factsOf, packOf, policyInput } from './judging.js';
/** What an action that did or may do something is worth listing again. */
const STANDING = ['owed', 'sending', 'done', 'unknown'];
/**
 * A reminder or recall request that was refused for good, or whose reader is no friend: a later decision on the same
 * event, or, where somebody asked for it by digit 2, the words for them to send. Null for anything else. Reads only.
 */
export function insteadOf(deps, failed) {
    if (failed.kind !== 'remind' && failed.kind !== 'ask_recall')
        return null;
    return deps.ledger.decision(failed.cause) ? laterDecision(deps, failed) : readyAnswer(deps, failed);
}
function laterDecision(deps, failed) {
    const { ledger, groups } = deps;
    const eventId = ledger.decision(failed.cause)?.decision.eventId ?? '';
    const record = ledger.decision(eventId);
    const profile = groups.profile(failed.target.group);
    const event = record?.event;
    if (!record?.remembered || !event || !profile || !('person' in failed.target))
        return null;
    const earlier = record.decision;
    // taken back meanwhile, or dealt with by somebody
    if (failed.kind === 'ask_recall' && earlier.opens && !ledger.openCaseByKey(profile.id, earlier.opens.key))
        return null;
    const name = profile.members.find(member => member.id === event.member)?.name ?? '';
    const said = {
        id: eventId,
        group: profile.id,
        at: event.at,
        from: event.member === null ? null : { id: event.member, name },
        // its words are gone; what they were was decided
        body: { kind: 'message', message: { kind: event.kind === 'file' ? 'file' : 'text', text: '' } },
    };
    const facts = factsOf(deps, said, profile);
    const rule = packOf(deps, profile).pack.rules.find(one => one.id === earlier.rule) ?? null;
    const outcome = rule && outcomeFor(rule, facts.member.role);
    const found = {
        rule,
        outcome,
        category: earlier.category,
        fired: rule ? [rule] : [],
        evidence: [],
        trace: () => earlier.trace,
    };
    const verdict = profile.tighten ? tightenVerdict(found, profile.tighten) : found;
    if (!verdict.outcome?.message)
        return null;
    const { person } = failed.target;
    const input = policyInput(deps, profile, facts, verdict, earlier);
    const draft = unreached({ ...input, reachable: id => id !== person && input.reachable(id) }, standing(deps, earlier).filter(action => action.id !== failed.id));
    return draft && { decision: draft, remembered: record.remembered };
}
/** What all decisions on the event did or owe. */
function standing({ ledger }, latest) {
    const actions = [];
    for (let id = latest.id; id !== null; id = ledger.decision(id)?.decision.supersedes ?? null)
        actions.push(...ledger.actionsOf(id));
    return actions.filter(({ state }) => STANDING.includes(state));
}
/** Somebody was told that the member was reminded: now they get the words. */
function readyAnswer(deps, failed) {
    const { ledger, groups, clock, rules } = deps;
    const found = ledger
        .cases({ group: failed.target.group })
        .find(one => ledger.caseMoves(one.id).some(move => move.id === failed.cause));
    const told = ledger.actionsOf(failed.cause).find(action => action.kind === 'reply' && action.recipient !== null);
    if (!found || !told || !groups.profile(found.group))
        return null;
    const text = renderMessage(rules().ruleSet.messages, 'reply.ready_text', { code: found.code, text: failed.text });
    const now = clock.now();
    const { kind, target, recipient, category } = told;
    return {
        actions: [
            {
                kind,
                target,
                recipient,
                text,
                topic: 'reply.ready_text',
                category,
                severity: null,
                notBefore: now,
                expiresAt: now + HOUR,
            },
        ],
    };
}
//# sourceMappingURL=unreached.js.map