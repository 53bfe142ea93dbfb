import { DAY, HOUR } from '../model/time.js';
import { pausedKey } from '../pipeline/commands/pause.js';
import { exceptionsOf } from '../pipeline/exceptions.js';
import { paramsOf } from '../pipeline/params.js';
import { startOfDay } from '../pipeline/when.js';
import { senderText, timeOfDay } from '../policy/index.js';
import { rosterOf } from './roster.js';
import { onFridays } from './schedule.js';
const CATEGORY = 'namecard';
/** A network takes many private lines in a row for an advertiser's; whoever is left has their turn the week after. */
const BATCH = 10;
/** Asked once, nobody is pressed every week. */
const AGAIN = 27 * DAY;
/** Friday 18:00, after the digest has told how many there are: a private word to parents with odd name cards. */
export const namecards = {
    name: 'namecards',
    minutes: 18 * 60,
    on: onFridays,
    says: '每周五 18:00：私下提醒群昵称看不出是谁家长的成员；一次最多 10 人，同一个人四周内只提醒一次，豁免的、联系不到的不提醒',
    grace: 3 * HOUR,
    run(context) {
        for (const group of context.groups)
            remindOf(context, group);
    },
};
function remindOf({ deps, cause }, group) {
    const { ledger, clock } = deps;
    const now = clock.now();
    const outcome = wanted(deps, group);
    if (!outcome?.message || Number(ledger.meta(pausedKey(group.id)) ?? 0) > now)
        return;
    const time = timeOfDay(deps.localTime(now, group.timezone).minutes);
    const text = senderText(deps.rules().ruleSet.messages, outcome.message, time, null);
    if (text === null)
        return;
    const withhold = deps.groups.mode(group.id) === 'shadow';
    const people = rosterOf(deps, group, now).odd.filter(({ id }) => mayRemind(deps, group, id));
    for (const { id } of people.slice(0, BATCH)) {
        const line = { kind: 'remind', target: { person: id, group: group.id }, recipient: null, text };
        const about = { topic: CATEGORY, category: CATEGORY, severity: null };
        const draft = { ...line, ...about, notBefore: now, expiresAt: now + 2 * HOUR };
        ledger.addActions(`${cause}/${group.id}/${id}`, [draft], now, { withhold });
    }
    deps.wake();
}
/** What the group's pack says to parents of their name cards; nothing where it has no such rule. */
function wanted(deps, group) {
    const rules = deps.rules().ruleSet.packs.get(group.pack)?.rules ?? [];
    return rules
        .filter(rule => rule.category === CATEGORY)
        .flatMap(rule => rule.then)
        .find(one => one.respond === 'remind' && (one.roles === null || one.roles.includes('parent')));
}
/** Reachable, not exempt, within the day's budget, and not asked lately. */
function mayRemind(deps, group, person) {
    const { ledger, clock } = deps;
    const member = group.members.find(one => one.id === person);
    if (!deps.reachable(person) || member?.exempt.includes(CATEGORY))
        return false;
    if (exceptionsOf(ledger, group.id, person).includes(CATEGORY))
        return false;
    const deeds = ledger.deeds(group.id);
    const today = { kinds: ['remind'], since: startOfDay(deps, group), to: person, everywhere: true };
    const budget = paramsOf(deps, group)?.remindersPerPersonPerDay ?? 0;
    if (deeds.count(today) >= budget)
        return false;
    return deeds.last({ ...today, since: clock.now() - AGAIN, topic: CATEGORY }) === null;
}
//# sourceMappingURL=namecards.js.map