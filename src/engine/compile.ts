import { strengthOf } from '../model/outcome.js'
import type { Condition, Outcome, Pack, Rule, RuleSet } from '../model/rule.js'
import { TIERS } from '../model/rule.js'
import type { Facts, SignalResources } from '../model/signal.js'
import { isRead, type Registry, resourcesOf, scannerOf } from '../signals/index.js'
import { answerOf } from './applies.js'
import { type CompiledCondition, compileCondition } from './condition.js'
import { type Guard, Guards } from './guard.js'
import { Marker, type Marks } from './marker.js'
import { planKey } from './plan-key.js'
import type { Program } from './program.js'
import { Detectors, Slots } from './slots.js'
import { ProgramWriter } from './write-program.js'

export interface CompiledRule {
  readonly rule: Rule
  readonly when: CompiledCondition
  readonly unless: readonly CompiledCondition[]
  /** what an event must have for it to fire */
  readonly guard: Guard
  /** where it begins in the program */
  readonly start: number
}

/** A rule that applies, with what it answers for the sender's role. */
export interface Candidate {
  readonly compiled: CompiledRule
  readonly outcome: Outcome
}

/** The rules of a tier that can apply to one sort of event, strongest first. */
export interface Shelf {
  readonly candidates: readonly Candidate[]
  /** of each, where it begins in the program */
  readonly starts: Int32Array
  /** of each, the mark that it needs most, or -1; beside the candidates, as most are passed over for it */
  readonly first: Int32Array
}

/** By tier; empty tiers are left out. */
export type Plan = readonly Shelf[]

/** A pack ready to judge. Holds the facts and answers of the latest event, no more. */
export interface CompiledPack {
  readonly pack: Pack
  /** in the order of judging: by tier, then as in the files */
  readonly rules: readonly CompiledRule[]
  /** how many different questions its rules ask */
  readonly slotCount: number
  readonly program: Program
  marksOf(facts: Facts): Marks
  planFor(facts: Facts): Plan
}

export interface CompileOptions {
  registry: Registry
  resources: SignalResources
}

/** Throws OptionError or RangeError for what the configuration should have refused. */
export function compile(pack: Pack, { registry, resources }: CompileOptions): CompiledPack {
  return compilePack(pack, shared(registry, resources))
}

/** Every pack of a rule set, by name. */
export function compileRuleSet(ruleSet: RuleSet, registry: Registry): ReadonlyMap<string, CompiledPack> {
  const resources = resourcesOf(ruleSet.lexicons)
  const ofAll = shared(registry, resources)
  return new Map([...ruleSet.packs].map(([name, pack]) => [name, compilePack(pack, ofAll)]))
}

/** What the packs of a rule set have in common. */
interface Shared {
  detectors: Detectors
  marker: Marker
  /** by all that is known of an event: what decides */
  guards: Guards
  /** by the words of an event alone: what is told of a rule that was missed */
  told: Guards
}

function shared(registry: Registry, resources: SignalResources): Shared {
  const detectors = new Detectors(registry, resources)
  const scanner = scannerOf(resources)
  const guards = new Guards(detectors, scanner)
  return {
    detectors,
    marker: new Marker(scanner, detectors),
    guards,
    told: guards.only(isRead),
  }
}

function compilePack(pack: Pack, { detectors, marker, guards, told }: Shared): CompiledPack {
  const slots = new Slots(detectors)
  const writer = new ProgramWriter(slots, guards)
  const condition = (written: Condition) => compileCondition(written, slots, told)
  const rules = TIERS.flatMap(tier => pack.rules.filter(rule => rule.tier === tier)).map(rule => ({
    rule,
    when: condition(rule.when),
    unless: rule.unless.map(condition),
    guard: guards.of(rule.when),
    start: writer.add(rule.when, rule.unless),
  }))
  const plans: Plan[] = []
  return {
    pack,
    rules,
    slotCount: slots.size,
    program: writer.program(),
    marksOf: facts => marker.marks(facts),
    planFor: facts => (plans[planKey(facts)] ??= makePlan(rules, facts)),
  }
}

function makePlan(rules: readonly CompiledRule[], facts: Facts): Plan {
  const candidates = rules.flatMap(compiled => {
    const outcome = answerOf(compiled.rule, facts)
    return outcome ? [{ compiled, outcome }] : []
  })
  return TIERS.map(tier => candidates.filter(({ compiled }) => compiled.rule.tier === tier).sort(strongestFirst))
    .filter(tier => tier.length > 0)
    .map(tier => ({
      candidates: tier,
      starts: Int32Array.from(tier, ({ compiled }) => compiled.start),
      first: Int32Array.from(tier, ({ compiled }) => compiled.guard[0] ?? -1),
    }))
}

/** Equals stay as they were. */
function strongestFirst(one: Candidate, other: Candidate): number {
  return strengthOf(other.outcome) - strengthOf(one.outcome)
}
