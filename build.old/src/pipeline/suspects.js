import { EffectError } from '../effects/index.js';
import { DAY, MINUTE } from '../model/time.js';
/** A case that nobody answers must not silence somebody for ever. */
const AT_MOST = DAY;
/**
 * Whether somebody else may be writing from a member's account: a fraud was posted from it in this group, lately, and the
 * case of it still waits. Such an account gets nothing in the chat, and what it answers does not count.
 */
export function isSuspect({ ledger, clock }, member) {
    const group = ledger.person(member)?.group;
    if (!group)
        return false;
    const cases = ledger.openCases({ group, severity: 'P0' }).filter(one => one.category === 'scam_impersonation');
    if (cases.length === 0)
        return false;
    // the report may have been judged a little after it was posted
    const opened = Math.min(...cases.map(one => one.openedAt)) - 10 * MINUTE;
    const since = Math.max(opened, clock.now() - AT_MOST);
    const posted = { since, member, category: 'scam_impersonation', severity: 'P0', respond: ['escalate'] };
    return ledger.history(group).recent(posted, 1).length > 0;
}
/** The same of whoever is behind an id, in whatever group. */
export function suspects(deps) {
    return person => deps.groups.selves(person).some(id => isSuspect(deps, id));
}
/** The effects as they are, but that such an account gets nothing, whoever decided it: the alarms go other ways. */
export function sparing(effects, suspected) {
    const sayInPrivate = async (person, text) => {
        if (suspected(person))
            throw new EffectError('refused', '账号可能被盗，不与它私聊');
        return effects.sayInPrivate(person, text);
    };
    return new Proxy(effects, {
        get(target, key) {
            if (key === 'sayInPrivate')
                return sayInPrivate;
            const value = Reflect.get(target, key);
            return typeof value === 'function' ? value.bind(target) : value;
        },
    });
}
//# sourceMappingURL=suspects.js.map