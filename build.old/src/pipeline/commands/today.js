import { answer } from '../asker.js';
import { startOfDay } from '../when.js';
import { casesOf, isOpen } from './open.js';
/** 今天: what the day has come to so far, over all groups of the asker. */
export function today(deps, asker) {
    const totals = { events: 0, reminders: 0, lines: 0, alerts: 0 };
    for (const group of asker.groups) {
        const since = startOfDay(deps, group);
        const deeds = deps.ledger.deeds(group.id);
        const { events, actions } = deps.ledger.stats({ group: group.id, since });
        totals.events += events;
        totals.reminders += deeds.count({ kinds: ['remind', 'ask_recall'], since });
        totals.lines += deeds.count({ kinds: ['collective', 'public_notice', 'post'], since });
        // told within another line is told
        const bundled = actions.filter(({ kind, state }) => kind === 'alert' && state === 'bundled');
        totals.alerts += deeds.count({ kinds: ['alert'], since }) + bundled.reduce((sum, { count }) => sum + count, 0);
    }
    answer(deps, asker, 'reply.today', {
        events: String(totals.events),
        reminders: String(totals.reminders),
        lines: String(totals.lines),
        alerts: String(totals.alerts),
        open: String(casesOf(deps, asker).filter(isOpen).length),
    });
}
//# sourceMappingURL=today.js.map