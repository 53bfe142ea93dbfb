import { ROLE_LABELS } from '../../model/labels.js';
import { isStaff } from '../../model/member.js';
import { HOUR, MINUTE } from '../../model/time.js';
import { answer, line, owned, refuse } from '../asker.js';
import { dutyOf, setDuty } from '../duty.js';
import { onDay, sayWhen } from '../when.js';
/** A duty that was handed over comes back by itself the next morning. */
const BACK_AT = 7 * HOUR;
/** 值班 交给X: until tomorrow morning whatever would go to the head teacher goes to X; 值班 收回 ends it. */
export function duty(deps, asker, to) {
    const groups = owned(deps, asker);
    const [first] = groups;
    if (!first)
        return refuse(deps, asker, 'refused.duty');
    if (to === null)
        return takeBack(deps, asker, groups);
    const found = groups.map(group => ({ group, to: colleague(group, asker, to) }));
    const strangers = found.filter(({ to: someone }) => !someone || !deps.reachable(someone.id));
    if (strangers.length > 0) {
        const names = [...new Set(groups.flatMap(group => colleagues(group, asker)).filter(one => deps.reachable(one.id)))];
        const list = [...new Set(names.map(one => one.name))].join('、');
        return list === ''
            ? refuse(deps, asker, 'refused.no_colleague')
            : refuse(deps, asker, 'refused.which_colleague', { list });
    }
    const until = onDay(deps, first, 1, BACK_AT / MINUTE);
    const when = sayWhen(deps, first, until);
    for (const { group, to: someone } of found) {
        if (!someone)
            continue;
        setDuty(deps.ledger, group.id, { to: someone.id, by: asker.message.from.id, until });
        tell(deps, asker, group, someone.id, 'duty.given', { until: when });
    }
    const who = [...new Set(found.flatMap(({ to: someone }) => someone?.name ?? []))].join('、');
    answer(deps, asker, 'reply.duty', { who, until: when });
}
function takeBack(deps, asker, groups) {
    for (const group of groups) {
        const standing = dutyOf(deps.ledger, group.id, deps.clock.now());
        if (!standing)
            continue;
        setDuty(deps.ledger, group.id, null);
        tell(deps, asker, group, standing.to, 'duty.over', {});
    }
    answer(deps, asker, 'reply.duty_back');
}
function tell(deps, asker, group, person, key, params) {
    const by = group.people.find(one => asker.ids.includes(one.id))?.name ?? ROLE_LABELS.head_teacher;
    const draft = line(deps, { person, group: group.id }, key, { by, group: group.name, ...params });
    deps.ledger.addActions(`duty/${asker.message.id}/${group.id}`, [draft], deps.clock.now());
}
/** Somebody of the school, by name card or title (副班主任); null unless exactly one fits. */
function colleague(group, asker, wanted) {
    const plain = (name) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
    const name = plain(wanted);
    const all = colleagues(group, asker);
    const exact = all.filter(one => plain(one.name) === name || ROLE_LABELS[one.role] === name);
    const like = exact.length > 0 ? exact : all.filter(one => plain(one.name).includes(name));
    return like.length === 1 ? like[0] : null;
}
function colleagues(group, asker) {
    const staff = [...group.members.filter(member => isStaff(member.role)), ...group.people];
    return [...new Map(staff.map(one => [one.id, one])).values()].filter(one => !asker.ids.includes(one.id));
}
//# sourceMappingURL=duty.js.map