import { loadRuleSet } from '../../src/config/index.js';
import { compileRuleSet, evaluate, MemoryHistory } from '../../src/engine/index.js';
import { catalogueOf, registry } from '../../src/signals/index.js';
import { messagesOf } from './messages.js';
import { factsOf } from './path.js';
/** Run in a process of its own: prints milliseconds until the rules in argv[2] can judge, and megabytes they take. */
const resident = () => {
    globalThis.gc?.();
    return process.memoryUsage().rss;
};
const first = {event:{id:"b",group:"bench",at:1793775600000,from:{id:"parent",name:"林一诺妈妈"},body:{kind:"message",message:{kind:"text",text:"收到"}}},member:{id:"parent",name:"林一诺妈妈",role:"parent",students:[],exempt:[]}};
const before = resident();
const began = process.hrtime.bigint();
const result = await loadRuleSet(process.argv[2], { catalogue: catalogueOf(registry), runExamples: () => [] });
if (!result.ok)
    throw new Error('the rules are broken');
const packs = compileRuleSet(result.ruleSet, registry);
const ms = Number(process.hrtime.bigint() - began) / 1e6;
// what a pack prepares for its first message belongs to it
for (const pack of packs.values())
    if (first)
        evaluate(pack, factsOf(first, pack, new MemoryHistory()));
console.log(JSON.stringify({ ms, mb: (resident() - before) / 2 ** 20 }));
//# sourceMappingURL=load.js.map