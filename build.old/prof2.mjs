import fs from 'fs'
const f='build/src/signals/re.js'
import { RE2JS } from 're2js'
const T=new Map()
const orig=RE2JS.prototype.test
RE2JS.prototype.test=function(t){const a=process.hrtime.bigint();const r=orig.call(this,t);const d=Number(process.hrtime.bigint()-a);const k=this.pattern?.()??this.patternInput;const e=T.get(k)??[0,0,0];e[0]+=d;e[1]++;e[2]+=t.length;T.set(k,e);return r}
await import('./prof.mjs')
const all=[...T].sort((a,b)=>b[1][0]-a[1][0])
console.log('patterns',all.length,'total ms',all.reduce((s,[,e])=>s+e[0],0)/1e6)
for(const [k,e] of all.slice(0,15)) console.log((e[0]/1e6).toFixed(0)+'ms',e[1],(e[2]/e[1]).toFixed(0),k.slice(0,300))
