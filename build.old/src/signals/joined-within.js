import { duration } from './options.js';
import { defineSignal } from './signal.js';
/** The sender was seen joining the group so lately; a member of old was not. */
export const joinedWithin = defineSignal({
    name: 'joined_within',
    turn: 'last',
    summary: '发送者入群不久，例如 joined_within: 14d',
    options: duration,
    detect({ event, history, member }, within) {
        const joins = history.count({ since: event.at - within, kinds: ['join'], member: member.id }, 1);
        return { hit: joins.events > 0 };
    },
    explain: evidence => (evidence.hit ? '发送者刚入群不久' : '发送者不是新入群的'),
});
//# sourceMappingURL=joined-within.js.map