import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRuleSet, loadSchool } from '../../src/config/index.js';
import { compileRuleSet } from '../../src/engine/index.js';
import { createWechatyGateway } from '../../src/gateways/wechaty/index.js';
import { loadOrCreateKey, openLedger } from '../../src/ledger/index.js';
import { live } from '../../src/pipeline/live.js';
import { catalogueOf, registry } from '../../src/signals/index.js';
/**
 * The whole bot (composition as in `banzhang run`: real stack, real ledger on disk) as a process that can be killed.
 * Only its clock, its server and the network's echo differ.
 */
async function main(settings) {
    const { dir, rules: rulesDir, die } = settings;
    let { clockOffset } = settings;
    const clock = { now: () => Date.now() + clockOffset };
    const tell = (news) => process.send?.(news);
    const school = await loadSchool(join(dir, 'school.yaml'), { env: {} });
    if (!school.ok)
        throw new Error(school.diagnostics.map(each => each.message).join('\n'));
    const rules = await loadRuleSet(rulesDir, { catalogue: catalogueOf(registry), runExamples: () => [] });
    if (!rules.ok)
        throw new Error(rules.diagnostics.map(each => each.message).join('\n'));
    const key = loadOrCreateKey({ file: join(dir, 'proof.key'), env: undefined });
    const ledger = openLedger({ file: join(dir, 'ledger.db'), botId: school.school.bot.id, key });
    ledger.saveRuleSet(rules.ruleSet.hash, rules.ruleSet.sources, clock.now());
    const set = { ruleSet: rules.ruleSet, compiled: compileRuleSet(rules.ruleSet, registry) };
    const complain = (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
    const decided = [];
    if (settings.report) {
        const report = () => tell({ state: 'decided', events: decided.splice(0), rss: process.memoryUsage().rss });
        setInterval(report, 200).unref();
    }
    const { bot, moderator } = live({
        // the sends of a busy day come within minutes
        school: { ...school.school, pacing: { perMinute: 6_000, perDay: 1_000_000, jitter: 0 } },
        ledger,
        key,
        rules: () => set,
        clock,
        every: (interval, run) => {
            const timer = setInterval(run, interval);
            return () => clearInterval(timer);
        },
        random: Math.random,
        log: { info: () => { }, warn: complain, error: complain },
        echoWindow: settings.echoWindow,
        gateway: directory => createWechatyGateway({
            directory,
            clock,
            baseUrl: settings.baseUrl,
            cardPath: join(dir, 'session.memory-card.json'),
            hearsItself: true,
        }),
        status: now => {
            if (now.state === 'error')
                tell({ state: now.state, detail: `${now.code} ${now.message}` });
            else
                tell({ state: now.state, detail: now.state === 'offline' ? now.reason : '' });
        },
        judged: ({ event, text }) => {
            if (settings.report)
                decided.push([event.id, Date.now()]);
            if (die?.when === 'decided' && text.includes(die.text))
                process.kill(process.pid, 'SIGKILL');
        },
    });
    if (die?.when === 'heard') {
        const decide = moderator.event.bind(moderator);
        moderator.event = event => {
            const { body } = event;
            if (body.kind === 'message' && body.message.text.includes(die.text))
                process.kill(process.pid, 'SIGKILL');
            return decide(event);
        };
    }
    process.on('message', async (message) => {
        const order = message;
        if (order !== 'stop') {
            clockOffset = order.clockOffset;
            moderator.tick();
            await bot.speak();
            tell({ state: 'ticked' });
            return;
        }
        await bot.stop();
        ledger.close();
        process.send?.({ state: 'stopped' }, () => process.exit(0));
    });
    // whoever started it is gone
    process.on('disconnect', () => process.exit(1));
    await bot.start();
}
await main(JSON.parse(readFileSync(process.argv[2], 'utf8')));
//# sourceMappingURL=bot.js.map