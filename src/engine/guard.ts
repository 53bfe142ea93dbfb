import type { Condition } from '../model/rule.js'
import type { Facts, SignalResources } from '../model/signal.js'
import { type Needs, type Registry, type Scanner, scannerOf } from '../signals/index.js'

/** Whether a rule can hold at all, by the strings in an event's texts; far cheaper than asking its signals. */
export type Guard = (marks: Marks) => boolean

/** Which sets of strings occur in an event's texts. */
export interface Marks {
  readonly key: readonly [text: Uint8Array, attached: Uint8Array]
  readonly display: readonly [text: Uint8Array, attached: Uint8Array]
}

/** Makes the guards of one rule set, and the marks they read. */
export class Guards {
  readonly #registry: Registry
  readonly #resources: SignalResources
  readonly #key: Scanner
  readonly #display: Scanner

  constructor(registry: Registry, resources: SignalResources) {
    this.#registry = registry
    this.#resources = resources
    this.#key = scannerOf(resources, 'key')
    this.#display = scannerOf(resources, 'display')
  }

  /** Null where nothing can be said beforehand. */
  of(condition: Condition): Guard | null {
    const clauses = this.#clauses(condition).map(clause => this.#compile(clause))
    const [first, second] = clauses
    if (!first) return null
    if (!second) return first
    return marks => clauses.every(holds => holds(marks))
  }

  marks({ text, attached }: Facts): Marks {
    return {
      key: [this.#key.scan(text), this.#key.scan(attached)],
      display: [this.#display.scan(text), this.#display.scan(attached)],
    }
  }

  /** All of these are necessary; of each, one of its needs. */
  #clauses(condition: Condition): Needs[][] {
    switch (condition.op) {
      case 'all':
        return condition.of.flatMap(child => this.#clauses(child))
      case 'any':
        return either(condition.of.map(child => this.#clauses(child)))
      case 'not':
        return []
      case 'signal': {
        const { signal, options } = condition
        const needs = this.#registry.get(signal)?.needs?.(options, this.#resources)
        return needs ? [[needs]] : []
      }
    }
  }

  #compile(clause: readonly Needs[]): Guard {
    const strings = (on: Needs['on']) => clause.filter(needs => needs.on === on).flatMap(needs => needs.strings)
    const key = this.#key.add([...new Set(strings('key'))]).index
    const display = this.#display.add([...new Set(strings('display'))]).index
    return marks =>
      marks.key[0][key] === 1 ||
      marks.key[1][key] === 1 ||
      marks.display[0][display] === 1 ||
      marks.display[1][display] === 1
  }
}

/** One clause for several branches: the needs of each branch's first clause, or nothing if a branch needs nothing. */
function either(branches: Needs[][][]): Needs[][] {
  if (branches.length === 0 || branches.some(clauses => clauses.length === 0)) return []
  return [branches.flatMap(clauses => clauses[0] as Needs[])]
}
