import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { RuleSetLedger } from './api.js'
import type { Store } from './store.js'

/** Every version of the rules that ever decided, whole, under its hash. */
export function ruleSets(store: Store): RuleSetLedger {
  return {
    saveRuleSet(hash, sources, at) {
      if (store.get('SELECT 1 FROM rule_sets WHERE hash = ?', hash)) return
      const packed = deflateRawSync(JSON.stringify([...sources]))
      store.insert('rule_sets', { hash, sources: packed, at }, 'ON CONFLICT (hash) DO NOTHING')
    },

    ruleSetSources(hash) {
      const row = store.get<{ sources: Buffer }>('SELECT sources FROM rule_sets WHERE hash = ?', hash)
      return row ? new Map(JSON.parse(inflateRawSync(row.sources).toString('utf8')) as [string, string][]) : null
    },

    ruleSets() {
      return store.all<{ hash: string; at: number }>('SELECT hash, at FROM rule_sets ORDER BY seq')
    },
  }
}
