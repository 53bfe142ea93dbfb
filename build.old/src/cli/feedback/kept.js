import { fullStamp } from '../time.js';
/** Every correction once, oldest first, whoever made it and however often. */
export function corrections(ledger, school, since = 0) {
    const found = new Map();
    for (const { seq, id, decisionId } of ledger.feedback(since)) {
        const record = ledger.decision(decisionId);
        if (!record?.decision.rule || found.has(decisionId))
            continue;
        const { group, rule, at } = record.decision;
        const { excerpt, event } = record;
        const listed = school.groups.find(one => one.id === group);
        const kept = excerpt === null || !event || !listed
            ? null
            : { pack: listed.pack, rule, line: exampleOf(excerpt, event, at, listed.grade, school.timezone, seq) };
        found.set(decisionId, { id, decisionId, group, rule, at, excerpt, kept });
    }
    return [...found.values()];
}
function exampleOf(text, { role, kind }, at, grade, timezone, line) {
    return {
        text,
        from: role,
        name: null,
        kind: (kind === 'message' ? 'text' : kind),
        title: null,
        url: null,
        filename: null,
        ocr: null,
        duration: null,
        at: fullStamp(at, timezone).replace(' ', 'T'),
        grade,
        place: { file: 'feedback', line, col: 1 },
    };
}
const PAGE = 500;
const ACTS = ['remind', 'ask_recall', 'escalate'];
/** How often each rule was right, as far as anybody said; the least precise first. */
export function precisions(ledger, corrected, since) {
    const latest = new Map();
    let after = 0;
    for (;;) {
        const lines = ledger.decisions({ since, after, limit: PAGE });
        for (const { eventId, rule, respond } of lines) {
            // a later decision on the same event stands in place of the earlier one
            if (rule !== null && ACTS.includes(respond))
                latest.set(eventId, rule);
            else
                latest.delete(eventId);
        }
        if (lines.length < PAGE)
            break;
        after = lines.at(-1)?.seq ?? after;
    }
    const rules = new Map();
    const of = (rule) => {
        const found = rules.get(rule) ?? { rule, acted: 0, wrong: 0 };
        rules.set(rule, found);
        return found;
    };
    for (const rule of latest.values())
        of(rule).acted++;
    for (const { rule } of corrected)
        of(rule).wrong++;
    return [...rules.values()].sort((one, other) => precisionOf(one) - precisionOf(other) || other.wrong - one.wrong || one.rule.localeCompare(other.rule));
}
export function precisionOf({ acted, wrong }) {
    return acted === 0 ? 0 : Math.max(0, 1 - wrong / acted);
}
//# sourceMappingURL=kept.js.map