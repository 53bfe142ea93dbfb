import { loadRuleSet } from './src/config/index.js'
import { compileRuleSet, MemoryHistory } from './src/engine/index.js'
import { catalogueOf, registry } from './src/signals/index.js'
import { messagesOf } from './scripts/bench/messages.js'
import { judgeAll } from './scripts/bench/path.js'
const r = await loadRuleSet('rules', { catalogue: catalogueOf(registry), runExamples: () => [] })
const strict = compileRuleSet(r.ruleSet, registry).get('strict')
const said = messagesOf('corpus', 100000).slice(0, 40000)
const none = new MemoryHistory()
judgeAll(said.slice(0,8000), strict, none)
for (let i = 0; i < 3; i++) { const t = process.hrtime.bigint(); judgeAll(said, strict, none); console.log(Number(process.hrtime.bigint()-t)/1e3/said.length,'us') }
