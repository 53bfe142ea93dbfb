import { DAY, HOUR, MINUTE } from '../../model/time.js';
import { headOf } from '../../pipeline/asker.js';
import { paramsOf } from '../../pipeline/params.js';
import { tellUndelivered } from '../../pipeline/undelivered.js';
import { EVENING_DIGEST } from '../../policy/index.js';
import { owe } from '../owe.js';
import { everyDay, onSchoolDays } from '../schedule.js';
import { gatherEvening, gatherMorning } from './gather.js';
import { digestText } from './text.js';
/** A digest tells of a few days at most, after holidays too. */
const LONGEST = 4 * DAY;
/** 17:30 on school days. Later than nine it would be the night's: the morning's digest takes over. */
export const evening = {
    name: 'digest',
    minutes: EVENING_DIGEST,
    on: onSchoolDays,
    says: '上学日 17:30：给班主任的今日汇总，一屏以内；没有要说的就不发',
    grace: 3.5 * HOUR,
    run(context) {
        const { deps, due } = context;
        forEachHead(context, (group, reader, it) => {
            const weekly = deps.localTime(due, group.timezone).weekday === 5;
            const text = digestText(gatherEvening({ ...it, weekly }), deps.rules().ruleSet.messages);
            if (text === null)
                return;
            owe(context, group, reader, text, 'digest');
            tellUndelivered(deps.ledger, group.id, reader.id, it.now);
        });
    },
};
/** 07:29, a minute before P2 alerts that were held overnight may leave: those of the reader become one line. */
export const morning = {
    name: 'morning',
    minutes: 7 * 60 + 29,
    on: everyDay,
    says: '每天 07:30：昨晚的提问、紧急未决和留到早上的 P2，合成一条给班主任；没有就不发',
    grace: 4 * HOUR,
    run(context) {
        const { deps, due } = context;
        const since = context.lastRun(evening.name) ?? due - 14 * HOUR;
        forEachHead({ ...context, before: since }, (group, reader, it) => {
            const held = heldFor(it, reader);
            const text = digestText(gatherMorning(it, new Set(held.keys())), deps.rules().ruleSet.messages, true);
            if (text === null)
                return;
            owe(context, group, reader, text, 'morning');
            tellUndelivered(deps.ledger, group.id, reader.id, it.now);
            for (const action of held.values())
                deps.ledger.settle(action, { state: 'bundled', now: it.now });
        });
    },
};
function forEachHead({ deps, groups, before, due }, tell) {
    const now = deps.clock.now();
    for (const group of groups) {
        const reader = headOf(group);
        const params = paramsOf(deps, group);
        if (!reader || !params)
            continue;
        tell(group, reader, { deps, group, params, reader, now, since: Math.max(before, due - LONGEST), weekly: false });
    }
}
/** P2 alerts that were held for this morning, by the case they tell of: case id → action id. */
function heldFor({ deps, group, now }, reader) {
    const held = new Map();
    for (const action of deps.ledger.dueActions(now + MINUTE, 200)) {
        if (action.kind !== 'alert' || action.severity !== 'P2' || action.target.group !== group.id)
            continue;
        if (!('person' in action.target) || action.target.person !== reader.id || action.decidedAt >= action.notBefore)
            continue;
        const found = deps.ledger.decision(action.cause)?.case;
        if (found)
            held.set(found.id, action.id);
    }
    return held;
}
//# sourceMappingURL=jobs.js.map