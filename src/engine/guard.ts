import type { Condition } from '../model/rule.js'
import type { Facts, SignalResources } from '../model/signal.js'
import type { NormalText } from '../model/text.js'
import { type Needs, type Scanner, scannerOf } from '../signals/index.js'
import type { Detectors } from './slots.js'

/** By set of strings: 1 where one of its strings occurs in what was written or attached. */
export type Marks = Uint8Array

/** Sets of strings of which each must occur for something to hold, the most telling first; none: it may always hold. */
export type Guard = readonly number[]

/** Whether something can hold at all, by the strings in an event's texts; far cheaper than asking signals. */
export function mayHold(guard: Guard, marks: Marks): boolean {
  for (let i = 0; i < guard.length; i++) if (marks[guard[i] as number] === 0) return false
  return true
}

/** What a text must hold one of. */
type Clause = readonly Needs[]

/** Makes the guards of one rule set, and the marks they read. */
export class Guards {
  readonly #detectors: Detectors
  readonly #scanner: Scanner
  readonly #known = new WeakMap<Condition, Guard>()
  readonly #clauses = new WeakMap<Condition, Clause[]>()
  readonly #sets = new WeakMap<Clause, number>()
  #marks = new Uint8Array()

  constructor(detectors: Detectors, resources: SignalResources) {
    this.#detectors = detectors
    this.#scanner = scannerOf(resources)
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
    return needs ? [this.#mark(needs)] : []
  }

  /**
   * Good until the marks of another event are asked for: one array serves all events. It is not the scanner's own, as
   * signals look through other texts while an event is being judged.
   */
  marks({ text, standard, attached }: Facts): Marks {
    const found = this.#scanner.scan(text)
    if (this.#marks.length !== found.length) this.#marks = new Uint8Array(found.length)
    this.#marks.set(found)
    if (standard !== null) this.#markAlso(standard)
    if (attached.original !== '') this.#markAlso(attached)
    return this.#marks
  }

  #markAlso(text: NormalText): void {
    const more = this.#scanner.scan(text)
    for (let set = 0; set < more.length; set++) if (more[set] === 1) this.#marks[set] = 1
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
        return needs ? [needs] : []
      }
    }
  }

  /** Needs on the same reading are one. */
  #mark(clause: Clause): number {
    const known = this.#sets.get(clause)
    if (known !== undefined) return known
    const strings = new Map<Needs['on'], Set<string>>()
    for (const need of clause) {
      const all = strings.get(need.on) ?? new Set()
      for (const string of need.strings) all.add(string)
      strings.set(need.on, all)
    }
    const { index } = this.#scanner.add(...[...strings].map(([on, set]) => ({ on, strings: [...set] })))
    this.#sets.set(clause, index)
    return index
  }
}

/** One clause for several branches: the most telling of each branch, or nothing if a branch needs nothing. */
function either(branches: Clause[][]): Clause[] {
  if (branches.length === 0 || branches.some(clauses => clauses.length === 0)) return []
  return [branches.flatMap(clauses => clauses.reduce((a, b) => (telling(b) > telling(a) ? b : a)))]
}

/** Long strings are seldom met by chance; of single characters there is always one. */
function telling(clause: Clause): number {
  let sum = 0
  for (const { strings } of clause) for (const string of strings) sum += 20 ** -string.length
  return -sum
}
