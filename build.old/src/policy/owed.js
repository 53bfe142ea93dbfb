export const NOTHING = { actions: [], opens: null };
/** A private text to the sender. */
export function toSender(work, kind, text, expiresAt) {
    const { input, finding, clock } = work;
    return {
        kind,
        target: { person: input.facts.member.id, group: input.facts.group.id },
        recipient: null,
        text,
        topic: finding.rule.topic,
        category: finding.rule.category,
        severity: null,
        notBefore: clock.now,
        expiresAt,
    };
}
/** A text to the whole group. */
export function toGroup(work, kind, text, topic, expiresAt) {
    const { input, finding, clock } = work;
    return {
        kind,
        target: { group: input.facts.group.id },
        recipient: null,
        text,
        topic,
        category: finding.rule.category,
        severity: finding.severity,
        notBefore: clock.now,
        expiresAt,
    };
}
//# sourceMappingURL=owed.js.map