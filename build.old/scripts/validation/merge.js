/** What two people can differ about. */
export const KINDS = ['expect', 'severity', 'to', 'collective', 'duplicate_alert', 'label'];
/**
 * The writer's labels count; where the reader expects another response, that one is defensible too. Throws where the
 * two are not about the same events in the same order.
 */
export function merge(writer, reader) {
    const gold = [];
    const disagreements = [];
    writer.forEach((event, index) => {
        const second = reader[index];
        if (second?.id !== event.id)
            throw new Error(`${event.id}: the second reader has ${second?.id ?? 'nothing'} here`);
        gold.push(goldOf(event, second));
        const differs = differencesOf(event, second);
        if (Object.keys(differs).length > 0) {
            disagreements.push({
                id: event.id,
                differs,
                ...(event.note === undefined ? {} : { writer_note: event.note }),
                ...(second.note === undefined ? {} : { reader_note: second.note }),
            });
        }
    });
    if (reader.length > writer.length)
        throw new Error(`${reader[writer.length]?.id}: the writer has nothing here`);
    return { gold, disagreements };
}
function goldOf(event, second) {
    if (second.expect === event.expect)
        return event;
    return { ...event, also_ok: [...new Set([...(event.also_ok ?? []), second.expect])] };
}
/** Severity and recipient are compared only where both escalate: elsewhere they say nothing of their own. */
function differencesOf(writer, reader) {
    const bothEscalate = writer.expect === 'escalate' && reader.expect === 'escalate';
    const differs = {};
    for (const kind of KINDS) {
        if ((kind === 'severity' || kind === 'to') && !bothEscalate)
            continue;
        const [one, other] = [writer[kind] ?? false, reader[kind] ?? false];
        if (one !== other)
            differs[kind] = { writer: one, reader: other };
    }
    return differs;
}
//# sourceMappingURL=merge.js.map