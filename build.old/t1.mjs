import { registry } from './src/signals/index.js'
import fs from 'fs'
import { load } from 'js-yaml'
const d=load(fs.readFileSync('rules/packs/common/15-told.yaml','utf8'))
const s=registry.get('pattern')
const walk=(c,out)=>{ if(Array.isArray(c)) c.forEach(x=>walk(x,out)); else if(c&&typeof c==='object') for(const [k,v] of Object.entries(c)){ if(k==='pattern') out.push(v); else walk(v,out)} return out}
for(const r of d){ for(const p of walk(r.when,[])){ const o=typeof p==='string'?{re:p,on:'display'}:p; const parsed=s.parse?s.parse(p):o; let n; try{ n=s.needs?.(s.options?.parse?s.options.parse(p):parsed, s.prepare?.(s.options.parse(p),{}))}catch(e){n=String(e)} console.log(r.id, JSON.stringify(n)?.slice(0,300))}}
