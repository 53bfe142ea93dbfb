import type { Example, Pack, RuleSet } from '../model/rule.js'
import type { RuleTrace } from '../model/verdict.js'
import type { Registry } from '../signals/index.js'
import { compileRuleSet } from './compile.js'
import { evaluateRule } from './evaluate.js'
import { exampleFacts } from './example-facts.js'
import { MemoryHistory } from './memory-history.js'

/** A masked line that one rule of a pack fired for once, said again as an example. */
export interface KeptLine {
  pack: string
  rule: string
  line: Omit<Example, 'after'>
}

/** What each rule says of its line today, each rule by itself; null where pack or rule are gone. */
export function judgeKept(ruleSet: RuleSet, registry: Registry, kept: readonly KeptLine[]): (RuleTrace | null)[] {
  const compiled = compileRuleSet({ ...ruleSet, packs: packsFor(ruleSet, kept) }, registry)
  return kept.map(({ pack, rule, line }) => {
    const found = compiled.get(pack)
    return found ? evaluateRule(found, rule, exampleFacts(line, found.pack.params, new MemoryHistory())) : null
  })
}

/** Only what is asked for: compiling a whole rule set takes its time. */
function packsFor(ruleSet: RuleSet, kept: readonly KeptLine[]): RuleSet['packs'] {
  const asked = new Set(kept.map(({ pack, rule }) => `${pack}/${rule}`))
  return new Map(
    [...ruleSet.packs]
      .map(([name, pack]): [string, Pack] => [
        name,
        { ...pack, rules: pack.rules.filter(rule => asked.has(`${name}/${rule.id}`)) },
      ])
      .filter(([, pack]) => pack.rules.length > 0),
  )
}
