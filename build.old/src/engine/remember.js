import { kindOf } from '../model/event.js';
/** As much of a text as later judging looks at. */
const TEXT_LENGTH = 400;
/** What is kept of an event once it was judged: no name, and the beginning of its text for ten minutes in memory. */
export function remember(facts, decided) {
    const { event, member } = facts;
    const { body } = event;
    return {
        eventId: event.id,
        at: event.at,
        member: event.from?.id ?? (body.kind === 'join' || body.kind === 'leave' ? member.id : null),
        ...(body.kind === 'join' && { joined: body.joined.map(one => one.id) }),
        role: member.role,
        kind: kindOf(event),
        digest: facts.digest,
        length: facts.text.key.length,
        rule: decided.rule,
        category: decided.category,
        topic: decided.topic,
        respond: decided.respond,
        severity: decided.severity,
        question: facts.question,
        notice: facts.ownNotice,
        ...(body.kind === 'message' && facts.text.original !== '' && { text: facts.text.original.slice(0, TEXT_LENGTH) }),
    };
}
/** What the rule set alone decides, before policy: enough for examples. */
export function decidedBy({ rule, outcome }) {
    return {
        rule: rule?.id ?? null,
        category: rule?.category ?? null,
        topic: rule?.topic ?? null,
        respond: outcome?.respond ?? 'allow',
        severity: outcome?.severity ?? null,
    };
}
//# sourceMappingURL=remember.js.map