import { renderMessage } from '../model/message.js';
import { DAY } from '../model/time.js';
import { owe } from './owe.js';
import { everyDay } from './schedule.js';
/** 03:20: the ledger is whole, its chain holds, and what was owed yesterday could be sent; else the admin hears of it. */
export const health = {
    name: 'health',
    minutes: 3 * 60 + 20,
    on: everyDay,
    says: '每天 03:20：检查账本和没能送到的话；有问题才告诉管理员',
    grace: DAY,
    run(context) {
        const { deps, groups, before } = context;
        const { ledger, log } = deps;
        const say = (key, params = {}) => renderMessage(deps.rules().ruleSet.messages, key, params);
        const troubles = [];
        if (ledger.integrity().length > 0)
            troubles.push(say('health.damaged'));
        const chain = ledger.verifyChain();
        if (!chain.ok)
            troubles.push(say('health.chain'));
        const states = ledger.stats({ since: before }).actions;
        const count = (wanted) => states.filter(({ state }) => state === wanted).reduce((sum, one) => sum + one.count, 0);
        const [failed, unknown] = [count('failed'), count('unknown')];
        if (failed > 0)
            troubles.push(say('health.failed', { count: failed }));
        if (unknown > 0)
            troubles.push(say('health.unknown', { count: unknown }));
        if (troubles.length === 0)
            return;
        log.warn({ troubles }, 'the daily check found something');
        const text = say('health.trouble', { what: troubles.join('，') });
        const told = new Set();
        for (const group of groups)
            for (const person of group.people) {
                if (person.role !== 'admin' || told.has(person.id))
                    continue;
                told.add(person.id);
                owe(context, group, person, text, 'health');
            }
    },
};
//# sourceMappingURL=health.js.map