import { DAY } from '../../model/time.js';
import { say } from '../asker.js';
/** One line to everybody whose friend request was accepted: what the bot is. */
export function greet(deps, directory) {
    const { ledger, clock, groups } = deps;
    for (const { id, group } of directory.takeNewFriends()) {
        if (!groups.profile(group))
            continue;
        const now = clock.now();
        const draft = {
            kind: 'reply',
            target: { person: id, group },
            recipient: null,
            text: say(deps, 'friend.greeting'),
            topic: 'greeting',
            category: null,
            severity: null,
            notBefore: now,
            expiresAt: now + DAY,
        };
        ledger.addActions(`greeting/${id}`, [draft], now, { withhold: groups.mode(group) === 'shadow' });
        deps.wake();
    }
}
//# sourceMappingURL=greet.js.map