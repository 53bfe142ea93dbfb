import type { Diagnostic, ErrorCode } from '../model/errors.js'
import type { Example, Pack, Rule, RuleSet } from '../model/rule.js'
import type { Registry } from '../signals/index.js'
import { type CompiledPack, compileRuleSet } from './compile.js'
import { evaluate, evaluateRule } from './evaluate.js'
import { exampleFacts } from './example-facts.js'
import { MemoryHistory } from './memory-history.js'
import { decidedBy, remember } from './remember.js'
import { canonical } from './slots.js'

/**
 * Runs the examples of every rule, each rule by itself; a rule that several packs share is run in the first of them.
 * What was said before (`after`) is judged by the whole pack. Empty when every example holds.
 */
export function runExamples(ruleSet: RuleSet, registry: Registry): Diagnostic[] {
  const compiled = compileRuleSet(ruleSet, registry)
  const done = new Set<Rule>()
  const diagnostics: Diagnostic[] = []
  for (const [name, pack] of ruleSet.packs) {
    for (const rule of pack.rules) {
      if (done.has(rule)) continue
      done.add(rule)
      diagnostics.push(...duplicates(rule), ...failures(rule, pack, compiled.get(name) as CompiledPack))
    }
  }
  return diagnostics
}

function failures(rule: Rule, pack: Pack, compiled: CompiledPack): Diagnostic[] {
  const failed = (example: Example, wanted: boolean) => {
    const facts = exampleFacts(example, pack.params, historyOf(example, compiled), example.after.length)
    const trace = evaluateRule(compiled, rule.id, facts)
    if (!trace || (trace.result === 'fired') === wanted) return []
    const what = wanted ? '应命中却没有命中' : '不应命中却命中了'
    return [
      diagnostic(
        'BZ107',
        `规则 ${rule.id}（${pack.name} 包）的示例${what}：${quote(example)}。${trace.because}`,
        example,
      ),
    ]
  }
  return [
    ...rule.examples.hit.flatMap(example => failed(example, true)),
    ...rule.examples.pass.flatMap(example => failed(example, false)),
  ]
}

/** What was said before an example, each line judged by the whole pack. */
export function historyOf(example: Example, compiled: CompiledPack): MemoryHistory {
  const history = new MemoryHistory()
  for (const [index, earlier] of example.after.entries()) {
    const facts = exampleFacts(earlier, compiled.pack.params, history, index)
    history.add(remember(facts, decidedBy(evaluate(compiled, facts))))
  }
  return history
}

function duplicates(rule: Rule): Diagnostic[] {
  const seen = new Set<string>()
  return [...rule.examples.hit, ...rule.examples.pass].flatMap(example => {
    const key = canonical(withoutPlaces(example))
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [diagnostic('BZ117', `规则 ${rule.id} 的示例重复：${quote(example)}`, example)]
  })
}

function withoutPlaces({ place: _, after, ...example }: Example): unknown {
  return { ...example, after: after.map(({ place: _, ...earlier }) => earlier) }
}

function quote({ text, title, filename, kind }: Example): string {
  const shown = (text || title || filename || kind).split('\n')[0] as string
  return `「${shown.length > 30 ? `${shown.slice(0, 29)}…` : shown}」`
}

function diagnostic(code: ErrorCode, message: string, example: Example): Diagnostic {
  const width = Math.max(1, (example.text.split('\n')[0] as string).length)
  return { code, message, place: example.place, expected: null, didYouMean: null, width }
}
