import { makeFacts, paramsFor } from '../engine/index.js';
import { BanzhangError } from '../model/errors.js';
import { maskName } from '../text/index.js';
import { pausedKey } from './commands/pause.js';
import { exceptionsOf } from './exceptions.js';
import { isSuspect } from './suspects.js';
import { memberOf } from './who.js';
export function packOf(deps, group) {
    const compiled = deps.rules().compiled.get(group.pack);
    if (!compiled)
        throw new BanzhangError('BZ113', `群「${group.id}」使用的规则包 ${group.pack} 不存在`);
    return compiled;
}
/** What is known of an event; `from` is the first one that its history does not know of. */
export function factsOf(deps, event, group, from = event.id) {
    const { params } = packOf(deps, group).pack;
    return makeFacts({
        event,
        group,
        member: exempted(deps, memberOf(group, event), group),
        history: deps.ledger.history(group.id, from),
        params: paramsFor(group, params),
        local: () => deps.localTime(event.at, group.timezone),
        digest: deps.digest,
    });
}
function exempted({ ledger }, member, group) {
    const exceptions = exceptionsOf(ledger, group.id, member.id);
    return exceptions.length === 0 ? member : { ...member, exempt: [...member.exempt, ...exceptions] };
}
/** Everything policy may look at. */
export function policyInput(deps, profile, facts, verdict, earlier) {
    const { ledger, clock } = deps;
    const { ruleSet } = deps.rules();
    return {
        verdict,
        facts,
        // what an event already brought about must not count against judging it again
        deeds: ledger.deeds(profile.id, earlier ? facts.event.id : undefined),
        now: clock.now(),
        people: role => profile.people.find(person => person.role === role) ?? null,
        reachable: deps.reachable,
        suspected: person => isSuspect(deps, person),
        ...(deps.recallsOthers?.() ? { recallsOthers: true } : {}),
        ...(deps.befriends === undefined ? {} : { befriends: deps.befriends }),
        ...(deps.channels ? { channels: deps.channels } : {}),
        openCase: key => ledger.openCaseByKey(profile.id, key),
        nextCode: () => ledger.nextCode(),
        messages: ruleSet.messages,
        mode: deps.groups.mode(profile.id),
        ruleSet: ruleSet.hash,
        earlier,
        pausedUntil: pausedUntil(ledger.meta(pausedKey(profile.id))),
        who: id => maskName(nameOf(profile, facts, id)),
    };
}
export function pausedUntil(meta) {
    return meta === null ? null : Number(meta);
}
function nameOf(profile, facts, id) {
    if (facts.member.id === id)
        return facts.member.name;
    return profile.members.find(member => member.id === id)?.name ?? '';
}
//# sourceMappingURL=judging.js.map