import type { Condition } from '../model/rule.js'
import { chanceOf, type Needs, type Scanner } from '../signals/index.js'
import type { Marks } from './marker.js'
import type { Detectors } from './slots.js'

/** Sets of strings of which each must occur for something to hold, the most telling first; none: it may always hold. */
export type Guard = readonly number[]

/** Whether something can hold at all, by what an event has; far cheaper than asking signals. */
export function mayHold(guard: Guard, marks: Marks): boolean {
  for (let i = 0; i < guard.length; i++) if (marks[guard[i] as number] === 0) return false
  return true
}

/** What an event must have one of. */
type Clause = readonly Needs[]

/** Makes the guards of one rule set; of needs that are not `wanted` they say nothing. */
export class Guards {
  readonly #detectors: Detectors
  readonly #scanner: Scanner
  readonly #known = new WeakMap<Condition, Guard>()
  readonly #clauses = new WeakMap<Condition, Clause[]>()
  readonly #wanted: (clause: Clause) => boolean
  readonly #sets: WeakMap<Clause, number>

  constructor(
    detectors: Detectors,
    scanner: Scanner,
    wanted: (clause: Clause) => boolean = () => true,
    sets = new WeakMap<Clause, number>(),
  ) {
    this.#detectors = detectors
    this.#scanner = scanner
    this.#wanted = wanted
    this.#sets = sets
  }

  /** Guards of the same rule set that say nothing of other needs than these. */
  only(wanted: (clause: Clause) => boolean): Guards {
    return new Guards(this.#detectors, this.#scanner, wanted, this.#sets)
  }

  of(condition: Condition): Guard {
    let guard = this.#known.get(condition)
    if (!guard) {
      const clauses = this.#necessary(condition).toSorted((a, b) => telling(b) - telling(a))
      this.#known.set(condition, (guard = [...new Set(clauses.map(clause => this.#mark(clause)))]))
    }
    return guard
  }

  /** Of one signal with its options. */
  ofNeeds(needs: Clause | null): Guard {
    return needs && this.#wanted(needs) ? [this.#mark(needs)] : []
  }

  /** All of these are necessary; of each, one of its needs. A rule's parts are asked about again and again. */
  #necessary(condition: Condition): Clause[] {
    let clauses = this.#clauses.get(condition)
    if (!clauses) this.#clauses.set(condition, (clauses = this.#read(condition)))
    return clauses
  }

  #read(condition: Condition): Clause[] {
    switch (condition.op) {
      case 'all':
        return condition.of.flatMap(child => this.#necessary(child))
      case 'any':
        return either(condition.of.map(child => this.#necessary(child)))
      case 'not':
        return []
      case 'signal': {
        const { needs } = this.#detectors.of(condition.signal, condition.options)
        return needs && this.#wanted(needs) ? [needs] : []
      }
    }
  }

  #mark(clause: Clause): number {
    const known = this.#sets.get(clause)
    if (known !== undefined) return known
    const index = this.#scanner.add(...(clause.length === 1 ? clause : merged(clause))).index
    this.#sets.set(clause, index)
    return index
  }
}

/** Needs on the same reading are one. */
function merged(clause: Clause): Needs[] {
  const strings = new Map<Needs['on'], Set<string>>()
  for (const need of clause) {
    const all = strings.get(need.on) ?? new Set()
    for (const string of need.strings) all.add(string)
    strings.set(need.on, all)
  }
  return [...strings].map(([on, set]) => ({ on, strings: [...set] }))
}

/** One clause for several branches: the most telling of each branch, or nothing if a branch needs nothing. */
function either(branches: Clause[][]): Clause[] {
  if (branches.length === 0 || branches.some(clauses => clauses.length === 0)) return []
  return [branches.flatMap(clauses => clauses.reduce((a, b) => (telling(b) > telling(a) ? b : a)))]
}

/** What is known of an event is this likely to be what is needed; found by counting. */
const LIKELY: Readonly<Partial<Record<Needs['on'], number>>> = { entity: 0.02, answer: 0.01, role: 0.3 }
/** Nearly every event is one. */
const USUAL = new Set(['text', 'message'])
const OTHER_KIND = 0.05

function telling(clause: Clause): number {
  let sum = 0
  for (const { on, strings } of clause) {
    const known = LIKELY[on]
    if (known !== undefined) sum += known * strings.length
    else if (on === 'kind') for (const string of strings) sum += USUAL.has(string) ? 1 : OTHER_KIND
    else sum += chanceOf(strings)
  }
  return -sum
}
