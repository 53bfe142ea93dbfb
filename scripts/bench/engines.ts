import jsonLogic from 'json-logic-js'
import { Engine, type NestedCondition } from 'json-rules-engine'
import { z } from 'zod'
import { type CompiledPack, compile, evaluate } from '../../src/engine/index.js'
import type { Condition, Pack, Rule } from '../../src/model/rule.js'
import type { Facts } from '../../src/model/signal.js'
import { type AnySignal, defineSignal, registryOf, resourcesOf } from '../../src/signals/index.js'

/** Everything that the rules of a pack ask of one message, answered beforehand: name of the question -> yes or no. */
export type Answers = Readonly<Record<string, boolean>>

/** Facts that carry their answers. */
export type AnsweredFacts = Facts & { readonly answers: Answers }

/** A pack whose signals were replaced by their answers, for our engine. */
export interface Bare {
  pack: Pack
  compiled: CompiledPack
  /** name of a question -> which signal with which options */
  questions: ReadonlyMap<string, { signal: string; options: unknown }>
}

const YES = { hit: true }
const NO = { hit: false }

const answer: AnySignal = defineSignal({
  name: 'answer',
  summary: 'an answer that is known beforehand',
  options: z.string(),
  detect: (facts, name) => ((facts as AnsweredFacts).answers[name] ? YES : NO),
  explain: () => '',
})

/** The same rules with every question replaced by its answer. */
export function bare(pack: Pack): Bare {
  const questions = new Map<string, { signal: string; options: unknown }>()
  const names = new Map<string, string>()
  const rewrite = (condition: Condition): Condition => {
    if (condition.op === 'all' || condition.op === 'any') return { op: condition.op, of: condition.of.map(rewrite) }
    if (condition.op === 'not') return { op: 'not', of: rewrite(condition.of) }
    const { signal, options, place } = condition
    const key = `${signal} ${JSON.stringify(options)}`
    const name = names.get(key) ?? `q${names.size}`
    names.set(key, name)
    questions.set(name, { signal, options })
    return { op: 'signal', signal: 'answer', options: name, place }
  }
  const rules = pack.rules.map(rule => ({ ...rule, when: rewrite(rule.when), unless: rule.unless.map(rewrite) }))
  const registry = registryOf([answer])
  const resources = resourcesOf(new Map())
  const known = { ...pack, rules }
  return { pack: known, compiled: compile(known, { registry, resources }), questions }
}

/** Our engine over answered facts. */
export function ours({ compiled }: Bare): (facts: AnsweredFacts) => boolean {
  return facts => evaluate(compiled, facts).rule !== null
}

/** json-logic-js, rule after rule in the order of tiers until one fires. */
export function jsonLogicOf(rules: readonly Rule[]): (answers: Answers) => boolean {
  const logic = (condition: Condition): unknown => {
    if (condition.op === 'signal') return { var: condition.options as string }
    if (condition.op === 'not') return { '!': [logic(condition.of)] }
    return { [condition.op === 'all' ? 'and' : 'or']: condition.of.map(logic) }
  }
  const whole = rules.map(rule => ({ and: [logic(rule.when), ...rule.unless.map(one => ({ '!': [logic(one)] }))] }))
  return answers => whole.some(rule => jsonLogic.apply(rule, answers) === true)
}

/** json-rules-engine with all rules; it looks at every one. */
export function jsonRulesEngineOf(rules: readonly Rule[]): (answers: Answers) => Promise<boolean> {
  const nested = (condition: Condition): NestedCondition => {
    if (condition.op === 'signal') return { fact: condition.options as string, operator: 'equal', value: true }
    if (condition.op === 'not') return { not: nested(condition.of) }
    return condition.op === 'all' ? { all: condition.of.map(nested) } : { any: condition.of.map(nested) }
  }
  const engine = new Engine()
  for (const rule of rules) {
    const all = [nested(rule.when), ...rule.unless.map(one => ({ not: nested(one) }))]
    engine.addRule({ conditions: { all }, event: { type: rule.id } })
  }
  return async answers => (await engine.run(answers)).events.length > 0
}
