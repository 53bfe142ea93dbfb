import { DAY, HOUR } from '../../model/time.js';
import { answer, headed, refuse } from '../asker.js';
import { sayWhen } from '../when.js';
const UNLESS_SAID = 2 * HOUR;
/** A pause that was forgotten must not last. */
const LONGEST = DAY;
/** meta key: instant at which the pause of a group ends by itself */
export const pausedKey = (group) => `paused:${group}`;
/** 暂停: conduct reminders and collective lines rest; safety, privacy and conflict never do. */
export function pause(deps, asker, wanted) {
    const groups = headed(asker);
    const [first] = groups;
    if (!first)
        return refuse(deps, asker, 'refused.pause');
    const until = deps.clock.now() + Math.min(wanted ?? UNLESS_SAID, LONGEST);
    for (const group of groups)
        deps.ledger.setMeta(pausedKey(group.id), String(until));
    answer(deps, asker, 'reply.paused', { until: sayWhen(deps, first, until) });
}
/** 恢复 */
export function resume(deps, asker) {
    const groups = headed(asker);
    if (groups.length === 0)
        return refuse(deps, asker, 'refused.resume');
    for (const group of groups)
        deps.ledger.setMeta(pausedKey(group.id), null);
    answer(deps, asker, 'reply.resumed');
}
//# sourceMappingURL=pause.js.map