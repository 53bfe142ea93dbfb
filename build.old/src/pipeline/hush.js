import { speaksOfEmergency } from '../policy/index.js';
import { pausedKey } from './commands/pause.js';
import { pausedUntil } from './judging.js';
import { paramsOf } from './params.js';
/** topic of a line that somebody asked for by a digit */
const ASKED_FOR = 'case:';
/**
 * The outbox keeps a group's hush: a collective line that was owed before an emergency or a pause began, such as one
 * held for the morning, is dropped when its turn comes. What somebody asked for by a digit goes.
 */
export function withHush(store, deps) {
    const { ledger, groups } = deps;
    const hushed = (group, now) => {
        if ((pausedUntil(ledger.meta(pausedKey(group))) ?? 0) > now)
            return true;
        const profile = groups.profile(group);
        const params = profile && paramsOf(deps, profile);
        return params !== null && speaksOfEmergency(ledger.history(group), params, now);
    };
    return {
        ...store,
        markSending(id, now) {
            const action = ledger.action(id);
            const own = action?.kind === 'collective' && !action.topic?.startsWith(ASKED_FOR);
            if (!own || !hushed(action.target.group, now))
                return store.markSending(id, now);
            store.settle(id, { state: 'expired', now, error: '群里正在说紧急的事，或班主任要求暂停' });
            return false;
        },
    };
}
//# sourceMappingURL=hush.js.map