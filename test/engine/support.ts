import { z } from 'zod'
import { type CompiledPack, compile } from '../../src/engine/index.js'
import type { Condition, Example, Outcome, Pack, Place, Rule, RuleSet } from '../../src/model/rule.js'
import { defineSignal, type Registry, registry, registryOf } from '../../src/signals/index.js'
import { PARAMS, resourcesOf } from '../signals/support.js'

export const PLACE: Place = { file: 'packs/test/rules.yaml', line: 1, col: 1 }

/** A condition from what YAML would say, options through the signal's own schema. */
export function when(written: Record<string, unknown>, known: Registry = registry): Condition {
  const [[key, value]] = Object.entries(written) as [[string, unknown]]
  const children = () => (value as Record<string, unknown>[]).map(child => when(child, known))
  if (key === 'all') return { op: 'all', of: children() }
  if (key === 'any') return { op: 'any', of: children() }
  if (key === 'not') return { op: 'not', of: when(value as Record<string, unknown>, known) }
  const options = known.get(key)?.options.parse(value)
  return { op: 'signal', signal: key, options, place: PLACE }
}

export function outcome(given: Partial<Outcome> = {}): Outcome {
  return { roles: null, respond: 'remind', severity: null, to: null, message: null, publicNotice: false, ...given }
}

export function ruleOf(given: Partial<Rule> & { id: string }): Rule {
  return {
    title: given.id,
    why: 'test',
    category: 'normal',
    tier: 'conduct',
    applies: { roles: null, kinds: null, grades: null },
    when: { op: 'all', of: [] },
    unless: [],
    then: [outcome()],
    topic: 'normal',
    escalateAfter: null,
    burst: null,
    examples: { hit: [], pass: [] },
    place: PLACE,
    ...given,
  }
}

export function packOf(...rules: Rule[]): Pack {
  return { name: 'test', title: '测试', rules, params: PARAMS }
}

export function ruleSetOf(packs: Pack[], lexicons: Record<string, string[]> = {}): RuleSet {
  return {
    hash: 'h',
    packs: new Map(packs.map(pack => [pack.name, pack])),
    lexicons: new Map(Object.entries(lexicons)),
    messages: new Map(),
    sources: new Map(),
  }
}

export function compiledOf(
  rules: Rule[],
  lexicons: Record<string, string[]> = {},
  known: Registry = registry,
): CompiledPack {
  return compile(packOf(...rules), { registry: known, resources: resourcesOf(lexicons) })
}

export function exampleOf(given: Partial<Example> | string): Example {
  return {
    text: '',
    from: 'parent',
    name: null,
    kind: 'text',
    title: null,
    url: null,
    filename: null,
    ocr: null,
    duration: null,
    at: '2026-11-04T15:00',
    grade: 3,
    after: [],
    place: PLACE,
    ...(typeof given === 'string' ? { text: given } : given),
  }
}

/** `has: 甲` hits when the text holds it; `calls` counts how often each was asked. */
export function countingRegistry(): { known: Registry; calls: Map<string, number> } {
  const calls = new Map<string, number>()
  const has = defineSignal({
    name: 'has',
    summary: '含有',
    options: z.string(),
    detect(facts, wanted) {
      calls.set(wanted, (calls.get(wanted) ?? 0) + 1)
      return { hit: facts.text.original.includes(wanted) }
    },
    explain: (evidence, wanted) => `${evidence.hit ? '有' : '没有'}${wanted}`,
  })
  return { known: registryOf([has]), calls }
}
