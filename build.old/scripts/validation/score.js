/** Events of the stretches in order, each beside its decision. */
export function judged(stretches, decisions) {
    const byId = new Map(decisions.map(decision => [decision.id, decision]));
    return stretches.flatMap(({ header, events }) => {
        const roles = new Map(header.members.map(({ name, role }) => [name, role]));
        return events.map(event => ({
            event,
            group: header.scenario ?? header.group,
            role: roles.get(event.from) ?? 'unknown',
            pack: header.group_type,
            ok: new Set([event.expect, ...(event.also_ok ?? [])]),
            got: byId.get(event.id) ?? null,
        }));
    });
}
export const isRight = ({ ok, got }) => got !== null && ok.has(got.respond);
export const isInnocent = ({ event }) => event.expect === 'allow';
/** Silence would be wrong. */
export const isDue = ({ ok }) => !ok.has('allow');
export const isCaught = (one) => speaks(one) || isRight(one);
const speaks = ({ got }) => got?.respond === 'remind' || got?.respond === 'ask_recall' || got?.respond === 'escalate';
const escalates = ({ got }) => got?.respond === 'escalate';
const saysP0 = (one) => escalates(one) && one.got?.severity === 'P0';
/** The figures of a run. `all` must be in the order of the logs. */
export function figuresOf(all) {
    const innocent = all.filter(isInnocent);
    const due = all.filter(isDue);
    const alarmed = innocent.filter(one => !isRight(one));
    const dueP0 = due.filter(({ event }) => event.severity === 'P0' && !event.duplicate_alert);
    const routed = all.filter(one => one.event.expect === 'escalate' && one.event.to && escalates(one));
    const forSupervisor = routed.filter(({ event }) => event.to === 'supervisor');
    const lines = publicLines(all);
    return {
        events: all.length,
        missing: all.filter(({ got }) => got === null).length,
        falseAlarms: { some: alarmed.length, all: innocent.length },
        wronglyApproached: part(innocent, one => !isRight(one) && (speaks(one) || one.got === null)),
        caught: part(due, isCaught),
        exact: part(due, isRight),
        p0Caught: part(dueP0, saysP0),
        p0Escalated: part(dueP0, escalates),
        p0False: part(all, one => saysP0(one) && !one.ok.has('escalate')),
        p0Inflated: all.filter(one => saysP0(one) && one.ok.has('escalate') && one.event.severity && one.event.severity !== 'P0').length,
        routedRight: part(routed, ({ event, got }) => got?.to === event.to),
        routedSupervisor: part(forSupervisor, ({ got }) => got?.to === 'supervisor'),
        collectiveRight: lines.right,
        unexpectedPublicLines: lines.unexpected,
        mostPublicLinesAGroupDay: mostADay(all, ['collective', 'public_notice'], () => ''),
        privateLinesToInnocent: innocent
            .filter(({ ok }) => !ok.has('remind') && !ok.has('ask_recall'))
            .reduce((sum, one) => sum + did(one, 'remind', 'ask_recall').length, 0),
        alertsRepeated: all
            .filter(({ event }) => event.duplicate_alert)
            .reduce((sum, one) => sum + did(one, 'alert').length, 0),
        mostRemindersAPersonDay: mostADay(all, ['remind'], to => to),
        mostAlertsAGroupDay: mostADay(all, ['alert'], to => to),
    };
}
const part = (among, test) => ({
    some: among.filter(one => test(one)).length,
    all: among.length,
});
const did = ({ got }, ...kinds) => (got?.actions ?? []).filter(({ kind }) => kinds.includes(kind));
/**
 * One public line is due at each mark, an event early or late; the scam notice beside a scam that is P0. What is said
 * in public besides is unexpected.
 */
function publicLines(all) {
    const unclaimed = all.map(one => did(one, 'collective').length);
    const marks = [...all.keys()].filter(index => all[index]?.event.collective);
    let right = 0;
    for (const mark of marks) {
        const at = [mark, mark - 1, mark + 1].find(index => all[index]?.group === all[mark]?.group && (unclaimed[index] ?? 0) > 0);
        if (at === undefined)
            continue;
        unclaimed[at] = (unclaimed[at] ?? 0) - 1;
        right++;
    }
    const notices = all
        .filter(({ event }) => !(event.label === 'scam_impersonation' && event.severity === 'P0'))
        .reduce((sum, one) => sum + did(one, 'public_notice').length, 0);
    return { right: { some: right, all: marks.length }, unexpected: unclaimed.reduce((a, b) => a + b, 0) + notices };
}
/** The most actions of some kinds that fell on one group, day and recipient. */
function mostADay(all, kinds, whom) {
    const counts = new Map();
    for (const one of all) {
        for (const { to } of did(one, ...kinds)) {
            const key = [one.group, one.event.t.slice(0, 10), whom(to ?? '')].join('\n');
            counts.set(key, (counts.get(key) ?? 0) + 1);
        }
    }
    return Math.max(0, ...counts.values());
}
//# sourceMappingURL=score.js.map