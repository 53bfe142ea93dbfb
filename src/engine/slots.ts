import type { Evidence, Facts, SignalResources } from '../model/signal.js'
import { type AnySignal, type Asked, type Needs, prepared, type Registry, type Turn } from '../signals/index.js'

/** One signal prepared with one set of options. */
export interface Detector {
  readonly signal: string
  /** what an event must have one of for it to hit; null where that cannot be said */
  readonly needs: readonly Needs[] | null
  /** see Signal */
  readonly turn: Turn | undefined
  readonly detect: (facts: Facts) => Evidence
  /** its answer is known before the rules are looked at: then what it needs says it all */
  readonly isKnown: boolean
  readonly explain: (evidence: Evidence) => string
}

/** Sets of options that one look answers, and what each answer is named among what is known of an event. */
export interface Together {
  readonly hits: NonNullable<AnySignal['hits']>
  readonly members: { name: string; asked: Asked }[]
}

/** The distinct (signal, options) pairs of a rule set; its packs ask for the same ones mostly. */
export class Detectors {
  readonly #registry: Registry
  readonly #resources: SignalResources
  readonly #known = new Map<string, Detector>()
  readonly #together = new Map<string, Together>()
  /** by the options themselves: rules are asked about again and again while a rule set is compiled, and packs share them */
  readonly #seen = new WeakMap<object, Detector>()

  constructor(registry: Registry, resources: SignalResources) {
    this.#registry = registry
    this.#resources = resources
  }

  /** Throws OptionError for options that cannot be used, RangeError for an unknown signal. */
  of(name: string, options: unknown): Detector {
    const seen = typeof options === 'object' && options !== null ? this.#seen.get(options) : undefined
    // two signals may have been given the very same options
    if (seen?.signal === name) return seen
    const key = `${name}\n${canonical(options)}`
    let detector = this.#known.get(key)
    if (!detector) this.#known.set(key, (detector = this.#prepare(name, options, key)))
    if (typeof options === 'object' && options !== null) this.#seen.set(options, detector)
    return detector
  }

  /** What is asked of every event, signal by signal. */
  together(): readonly Together[] {
    return [...this.#together.values()]
  }

  #prepare(name: string, options: unknown, key: string): Detector {
    const signal = this.#registry.get(name)
    if (!signal) throw new RangeError(`unknown signal: ${name}`)
    const ready = prepared(signal, options, this.#resources)
    const needs = signal.hits
      ? this.#knownAs(key, signal.hits, name, { options, prepared: ready })
      : (signal.needs?.(options, this.#resources) ?? null)
    return {
      signal: name,
      needs: needs && [needs].flat(),
      turn: signal.turn,
      detect: facts => signal.detect(facts, options, ready),
      isKnown: signal.hits !== undefined,
      explain: evidence => signal.explain(evidence, options),
    }
  }

  #knownAs(key: string, hits: Together['hits'], name: string, asked: Asked): Needs {
    let together = this.#together.get(name)
    if (!together) this.#together.set(name, (together = { hits, members: [] }))
    together.members.push({ name: key, asked })
    return { on: 'answer', strings: [key] }
  }
}

/** A detector of a pack; every rule that asks the same shares its answer. */
export interface Slot {
  readonly index: number
  readonly detector: Detector
}

/** The detectors that one pack asks, numbered from 0. */
export class Slots {
  readonly #detectors: Detectors
  readonly #known = new Map<Detector, Slot>()

  constructor(detectors: Detectors) {
    this.#detectors = detectors
  }

  get size(): number {
    return this.#known.size
  }

  /** By slot. */
  detectors(): Detector[] {
    return [...this.#known.keys()]
  }

  /** Throws as Detectors do. */
  of(name: string, options: unknown): Slot {
    const detector = this.#detectors.of(name, options)
    let slot = this.#known.get(detector)
    if (!slot) this.#known.set(detector, (slot = { index: this.#known.size, detector }))
    return slot
  }
}

/** JSON with sorted keys: the same for options that mean the same. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'undefined'
  )
}
