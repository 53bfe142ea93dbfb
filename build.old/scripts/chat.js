import { readFileSync } from 'node:fs'
import { loadRuleSet } from '../src/config/index.js'
import { compileRuleSet, MemoryHistory, evaluate, EXAMPLE_GROUP, makeFacts } from '../src/engine/index.js'
import { catalogueOf, registry } from '../src/signals/index.js'
import { localTime } from '../src/text/index.js'
const r = await loadRuleSet('rules', { catalogue: catalogueOf(registry), runExamples: () => [] })
const pack = compileRuleSet(r.ruleSet, registry).get('strict')
const group={...EXAMPLE_GROUP,id:'x',pack:'strict'}
const at=Date.UTC(2026,10,4,7,0)
let n=0,hit=0;const by={}
for(const f of ['kdconv','crosswoz','lccc_toy','chatterbot_zh']){ let fn=0,fh=0
 for(const l of readFileSync(`/work/shared/eval/public/${f}.jsonl`,'utf8').trim().split('\n')){const o=JSON.parse(l); const text=o.text??o; if(typeof text!=='string')continue; n++;fn++
  const member={id:'p',name:'林一诺妈妈',role:'parent',students:[],exempt:[]}
  const facts=makeFacts({event:{id:'e'+n,group:'x',at,from:{id:'p',name:member.name},body:{kind:'message',message:{kind:'text',text}}},group,member,history:new MemoryHistory(),params:pack.pack.params,local:()=>localTime(at,'Asia/Shanghai'),digest:k=>k})
  const v=evaluate(pack,facts); const resp=v.outcome?.respond
  if(['remind','ask_recall','escalate'].includes(resp)){hit++;fh++;by[v.rule.id]=(by[v.rule.id]||0)+1;if(process.argv[2])console.log(v.rule.id,'|',text)}
 } console.log(f,fh,fn)}
console.log(hit,n,(100*hit/n).toFixed(2)+'%',by)
