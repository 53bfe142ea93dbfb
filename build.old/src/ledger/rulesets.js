import { deflateRawSync, inflateRawSync } from 'node:zlib';
/** Every version of the rules that ever decided, whole, under its hash. */
export function ruleSets(store) {
    return {
        saveRuleSet(hash, sources, at) {
            if (store.get('SELECT 1 FROM rule_sets WHERE hash = ?', hash))
                return;
            const packed = deflateRawSync(JSON.stringify([...sources]));
            store.insert('rule_sets', { hash, sources: packed, at }, 'ON CONFLICT (hash) DO NOTHING');
        },
        ruleSetSources(hash) {
            const row = store.get('SELECT sources FROM rule_sets WHERE hash = ?', hash);
            return row ? new Map(JSON.parse(inflateRawSync(row.sources).toString('utf8'))) : null;
        },
        ruleSets() {
            return store.all('SELECT hash, at FROM rule_sets ORDER BY seq');
        },
    };
}
//# sourceMappingURL=rulesets.js.map