import { loadRuleSet } from '../../src/config/index.js'
import { compileRuleSet, MemoryHistory } from '../../src/engine/index.js'
import { catalogueOf, registry } from '../../src/signals/index.js'
import { messagesOf } from './messages.js'
import { judgeAll } from './path.js'
const N = +(process.argv[2]??20000), R=+(process.argv[3]??4)
const said = messagesOf('corpus', 100000).slice(0,N)
const r = await loadRuleSet('rules', { catalogue: catalogueOf(registry), runExamples: () => [] })
const pack = compileRuleSet(r.ruleSet, registry).get('strict')
const s0=process.hrtime.bigint(); for(let k=0;k<R;k++){ const h=new MemoryHistory(); const t=process.hrtime.bigint(); const c=process.cpuUsage(); const f=judgeAll(said,pack,h); const u=process.cpuUsage(c); console.log(f,(Number(process.hrtime.bigint()-t)/1e3/N).toFixed(1),'us/msg; cpu',((u.user+u.system)/N).toFixed(1)) }
