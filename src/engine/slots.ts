import type { Evidence, Facts, SignalResources } from '../model/signal.js'
import type { Registry } from '../signals/index.js'

/** One signal with one set of options; every rule that asks the same shares its answer. */
export interface Slot {
  readonly index: number
  readonly signal: string
  readonly detect: (facts: Facts) => Evidence
  readonly explain: (evidence: Evidence) => string
}

/** The distinct (signal, options) pairs of a pack. */
export class Slots {
  readonly #registry: Registry
  readonly #resources: SignalResources
  readonly #known = new Map<string, Slot>()

  constructor(registry: Registry, resources: SignalResources) {
    this.#registry = registry
    this.#resources = resources
  }

  get size(): number {
    return this.#known.size
  }

  /** Throws OptionError for options that cannot be used, RangeError for an unknown signal. */
  of(name: string, options: unknown): Slot {
    const key = `${name}\n${canonical(options)}`
    let slot = this.#known.get(key)
    if (!slot) {
      slot = this.#prepare(name, options)
      this.#known.set(key, slot)
    }
    return slot
  }

  #prepare(name: string, options: unknown): Slot {
    const signal = this.#registry.get(name)
    if (!signal) throw new RangeError(`unknown signal: ${name}`)
    const prepared = signal.prepare(options, this.#resources)
    return {
      index: this.#known.size,
      signal: name,
      detect: facts => signal.detect(facts, options, prepared),
      explain: evidence => signal.explain(evidence, options),
    }
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
