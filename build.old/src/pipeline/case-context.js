import { DIGITS } from '../cases/index.js';
import { paramsFor } from '../engine/index.js';
import { BanzhangError } from '../model/errors.js';
import { isStaff } from '../model/member.js';
import { outcomeFor } from '../model/outcome.js';
import { publicLines, reminders, senderText, timeOfDay, wallClock } from '../policy/index.js';
import { maskName } from '../text/index.js';
import { packOf } from './judging.js';
/** Everything one step of a case may look at, read from the ledger and the rule set. */
export function caseContext(deps, found) {
    const { ledger, groups, clock } = deps;
    const profile = groups.profile(found.group);
    if (!profile)
        throw new BanzhangError('BZ304', `群 ${found.group} 尚未在学校文件中登记`);
    const now = clock.now();
    const { ruleSet } = deps.rules();
    const { pack } = packOf(deps, profile);
    const record = ledger.decision(found.decisionId);
    const happened = deps.localTime(record?.decision.at ?? found.openedAt, profile.timezone);
    const local = deps.localTime(now, profile.timezone);
    const rule = pack.rules.find(one => one.id === record?.decision.rule) ?? null;
    const time = timeOfDay(happened.minutes);
    // a reply comes long after the recall window: the text no longer speaks of it
    const text = (key) => (ruleSet.messages.has(key) ? senderText(ruleSet.messages, key, time, null) : null);
    const params = paramsFor(profile, pack.params);
    const wall = wallClock(now, local.minutes);
    const deeds = ledger.deeds(found.group);
    const lines = publicLines(deeds, wall, params);
    const about = aboutWhom(deps, found, profile, person => reminders(deeds, wall, params, person));
    const causes = [found.decisionId, ...ledger.caseMoves(found.id).map(move => move.id)];
    const actions = causes.flatMap(cause => ledger.actionsOf(cause));
    const last = lastByPerson(ledger, found, profile);
    return {
        now,
        minutes: local.minutes,
        time,
        params,
        shadow: groups.mode(found.group) === 'shadow',
        messages: ruleSet.messages,
        people: role => profile.people.find(person => person.role === role) ?? null,
        ...(deps.channels ? { channels: deps.channels } : {}),
        told: toldPeople(actions, profile),
        ...onTheirWay(actions, now),
        about,
        publicLineFree: lines.used < lines.max,
        readyText: rule && text(messageFor(rule, about?.role ?? 'parent')),
        groupText: text(rule?.burst?.message ?? `group.${found.category}`) ?? text('group.gentle'),
        excerpt: record?.excerpt ?? null,
        last,
        lastLine: last ? lastLine(ledger, found) : null,
    };
}
/** The words that a rule has for a role; where it only escalates, those for others of staff, or for others who are not. */
function messageFor(rule, role) {
    const meant = rule.then.find(({ message, roles }) => message !== null && (roles === null || roles.some(one => isStaff(one) === isStaff(role))));
    return outcomeFor(rule, role)?.message ?? meant?.message ?? '';
}
function toldPeople(actions, profile) {
    const told = [];
    for (const action of actions) {
        if (action.kind !== 'alert' || !('person' in action.target))
            continue;
        const { target, recipient } = action;
        const person = profile.people.find(one => one.id === target.person && (recipient === null || one.role === recipient));
        if (person && !told.some(one => one.id === person.id))
            told.push(person);
    }
    return told;
}
/** When a line of a case reached whom, and to whom one is about to leave. */
function onTheirWay(actions, now) {
    const heard = new Map();
    const pending = [];
    for (const { kind, target, state, notBefore, settledAt, expiresAt } of actions) {
        if (kind !== 'alert' || !('person' in target))
            continue;
        const { person } = target;
        const waits = state === 'owed';
        if (waits && notBefore <= now && now < expiresAt)
            pending.push(person);
        const at = waits || state === 'expired' ? null : (settledAt ?? notBefore);
        const before = heard.get(person) ?? null;
        heard.set(person, at === null || before === null ? (at ?? before) : Math.max(at, before));
    }
    return { heard, pending };
}
function aboutWhom(deps, found, profile, budget) {
    if (found.about === null)
        return null;
    const member = profile.members.find(one => one.id === found.about);
    const name = member?.name ?? deps.ledger.person(found.about)?.name ?? '';
    const { used, max } = budget(found.about);
    return {
        id: found.about,
        who: maskName(name),
        role: member?.role ?? 'outsider',
        reachable: deps.reachable(found.about),
        reminderFree: used < max,
    };
}
/** The latest move that somebody made by a digit, with where the case stood before it. */
function lastByPerson(ledger, found, profile) {
    for (const move of ledger.caseMoves(found.id).reverse()) {
        const by = profile.people.find(person => move.by === `${person.role}:${person.id}`);
        if (!by || !isDigit(move.what) || move.what === '?' || move.from === null)
            continue;
        if (move.what === '0')
            return null;
        return { by, digit: move.what, at: move.at, from: { ...move.from, owner: found.owner } };
    }
    return null;
}
function isDigit(what) {
    return DIGITS.includes(what);
}
/** The bot's latest line that a move of this case caused. */
function lastLine(ledger, found) {
    for (const move of ledger.caseMoves(found.id).reverse()) {
        for (const action of ledger.actionsOf(move.id)) {
            const isLine = action.kind === 'remind' || action.kind === 'collective' || action.kind === 'post';
            if (isLine && action.state === 'done' && action.sentAs !== null) {
                return { messageId: action.sentAs, target: action.target };
            }
        }
    }
    return null;
}
//# sourceMappingURL=case-context.js.map