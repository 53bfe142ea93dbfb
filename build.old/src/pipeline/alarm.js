import { ROLE_LABELS } from '../model/labels.js';
import { behind, CLASS_LINE, inLine } from '../model/line.js';
import { renderMessage } from '../model/message.js';
import { HOUR } from '../model/time.js';
import { failureAlarm, leavesAt } from '../policy/index.js';
import { paramsOf } from './params.js';
import { noteUndelivered } from './undelivered.js';
import { insteadOf } from './unreached.js';
import { clockOf } from './when.js';
/**
 * The ledger as the outbox sees it: what follows from a line that fails or expires is owed in the same write, so that no
 * crash comes between them. An alert is itself an alarm on other ways; a private word becomes something else; the rest
 * is for the next digest.
 */
export function withAlarms(deps) {
    const { ledger } = deps;
    return {
        ...ledger,
        settle(id, settlement) {
            const lost = settlement.state === 'failed' || settlement.state === 'expired';
            const action = lost ? ledger.action(id) : null;
            if (!action)
                return ledger.settle(id, settlement);
            const consequences = consequencesOf(deps, action, settlement.state);
            return ledger.batch(() => {
                const settled = ledger.settle(id, settlement);
                if (settled)
                    write(deps, action, settlement, consequences);
                return settled;
            });
        },
    };
}
/** The same for one of which nobody will ever know whether it arrived. Once an action, however often it is said. */
export function raiseAlarm(deps, action) {
    const settlement = { state: 'unknown', now: deps.clock.now() };
    const consequences = consequencesOf(deps, action, 'unknown');
    deps.ledger.batch(() => write(deps, action, settlement, consequences));
}
/** Reads only; never throws: the failure itself must be noted. */
function consequencesOf(deps, action, state) {
    try {
        const instead = state === 'failed' ? insteadOf(deps, action) : null;
        return { alarms: alarmsFor(deps, action), instead };
    }
    catch (error) {
        const message = error instanceof Error ? error.message : '';
        deps.log.error({ action: action.id, error: message }, 'an alarm could not be raised');
        return { alarms: [], instead: null };
    }
}
function write(deps, action, { state, now }, { alarms, instead }) {
    const { ledger, groups } = deps;
    if (alarms.length > 0)
        ledger.addActions(action.id, alarms, now);
    else if (instead && 'actions' in instead)
        ledger.addActions(action.id, instead.actions, now);
    else if (instead)
        ledger.commitDecision({
            draft: instead.decision,
            remembered: instead.remembered,
            excerpt: null,
            now,
            withhold: groups.mode(action.target.group) === 'shadow',
        });
    else if (state !== 'expired')
        noteUndelivered(ledger, action, now);
}
/** What others are owed because of an alert, while its case waits. */
function alarmsFor(deps, failed) {
    const { ledger, clock, rules, groups } = deps;
    // the cause of an alarm is an action; one that fails raises no other
    if (failed.severity === null || ledger.action(failed.cause))
        return [];
    const found = caseOf(ledger, failed);
    const profile = groups.profile(failed.target.group);
    const { ruleSet } = rules();
    const params = profile && paramsOf(deps, profile);
    if (!found || !profile || !params)
        return [];
    const now = clock.now();
    const leaves = leavesAt(clockOf(deps, profile), params, failed.severity);
    const told = ledger.actionsOf(failed.cause);
    const context = { now, messages: ruleSet.messages, ...(deps.channels ? { channels: deps.channels } : {}) };
    return [
        ...failureAlarm(failed, told, found.code, leaves, context),
        ...askColleague(deps, failed, found, profile, leaves),
    ];
}
/**
 * An urgent alert by WeChat that did not arrive: one colleague is asked by WeChat to call its reader. One who was told
 * of the matter anyway, else the next in line; the line says nothing of the matter.
 */
function askColleague({ ledger, rules }, failed, found, profile, leaves) {
    const { kind, severity, recipient, target } = failed;
    if (kind !== 'alert' || recipient === null || (severity !== 'P0' && severity !== 'P1') || !('person' in target))
        return [];
    const others = ledger
        .actionsOf(failed.cause)
        .filter(one => one.kind === 'alert' && one.state !== 'failed' && one.state !== 'unknown')
        .flatMap(one => profile.people.filter(({ id }) => 'person' in one.target && id === one.target.person));
    const isFree = ({ id, role }) => id !== target.person && id !== found.about && role !== aboutRole(found, profile);
    const after = inLine(behind(CLASS_LINE, recipient), profile.people.filter(isFree));
    const reader = [...others.filter(isFree), ...after][0];
    if (!reader)
        return [];
    return [
        {
            kind: 'alert',
            target: { person: reader.id, group: profile.id },
            recipient: reader.role,
            text: renderMessage(rules().ruleSet.messages, 'alert.undelivered', {
                code: found.code,
                who: ROLE_LABELS[recipient],
            }),
            topic: `undelivered:${found.key}`,
            category: failed.category,
            severity,
            notBefore: leaves,
            expiresAt: leaves + HOUR,
        },
    ];
}
function aboutRole({ about }, { members }) {
    const role = members.find(({ id }) => id === about)?.role ?? null;
    return role === 'parent' ? null : role;
}
/** The open case that an action belongs to, whether a decision owes it or a step of the chain. */
function caseOf(ledger, { cause, target }) {
    const decided = ledger.decision(cause)?.case?.id;
    const open = ledger.openCases({ group: target.group });
    return (open.find(({ id, decisionId }) => id === decided || decisionId === cause) ??
        open.find(({ id }) => ledger.caseMoves(id).some(move => move.id === cause)) ??
        null);
}
//# sourceMappingURL=alarm.js.map