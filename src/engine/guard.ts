import type { Condition } from '../model/rule.js'
import type { Facts, SignalResources } from '../model/signal.js'
import type { NormalText } from '../model/text.js'
import { type Needs, type Scanner, scannerOf } from '../signals/index.js'
import type { Detectors } from './slots.js'

/** By set of strings: 1 where one of its strings occurs in what was written or attached. */
export type Marks = Uint8Array

/** Sets of strings of which each must occur for something to hold; none: it may always hold. */
export type Guard = readonly number[]

/** Whether something can hold at all, by the strings in an event's texts; far cheaper than asking signals. */
export function mayHold(guard: Guard, marks: Marks): boolean {
  for (let i = 0; i < guard.length; i++) if (marks[guard[i] as number] === 0) return false
  return true
}

/** Makes the guards of one rule set, and the marks they read. */
export class Guards {
  readonly #detectors: Detectors
  readonly #key: Scanner
  readonly #display: Scanner
  /** sets of the scanners that a clause names: of the key, of the shown text (-1: none) */
  readonly #clauses: [key: number, display: number][] = []
  readonly #known = new Map<string, number>()

  constructor(detectors: Detectors, resources: SignalResources) {
    this.#detectors = detectors
    this.#key = scannerOf(resources, 'key')
    this.#display = scannerOf(resources, 'display')
  }

  of(condition: Condition): Guard {
    return [...new Set(this.#necessary(condition).map(clause => this.#mark(clause)))]
  }

  /** Of one signal with its options. */
  ofNeeds(needs: Needs | null): Guard {
    return needs ? [this.#mark([needs])] : []
  }

  marks({ text, attached }: Facts): Marks {
    const marks = new Uint8Array(this.#clauses.length)
    this.#read(text, marks)
    if (attached.original !== '') this.#read(attached, marks)
    return marks
  }

  #read(text: NormalText, marks: Marks): void {
    const key = this.#key.scan(text)
    const display = this.#display.scan(text)
    const clauses = this.#clauses
    for (let i = 0; i < clauses.length; i++) {
      const [inKey, inDisplay] = clauses[i] as [number, number]
      if ((inKey >= 0 && key[inKey] === 1) || (inDisplay >= 0 && display[inDisplay] === 1)) marks[i] = 1
    }
  }

  /** All of these are necessary; of each, one of its needs. */
  #necessary(condition: Condition): Needs[][] {
    switch (condition.op) {
      case 'all':
        return condition.of.flatMap(child => this.#necessary(child))
      case 'any':
        return either(condition.of.map(child => this.#necessary(child)))
      case 'not':
        return []
      case 'signal': {
        const { needs } = this.#detectors.of(condition.signal, condition.options)
        return needs ? [[needs]] : []
      }
    }
  }

  #mark(clause: readonly Needs[]): number {
    const set = (on: Needs['on'], scanner: Scanner) => {
      const strings = clause.filter(needs => needs.on === on).flatMap(needs => needs.strings)
      return strings.length > 0 ? scanner.add([...new Set(strings)]).index : -1
    }
    const [key, display] = [set('key', this.#key), set('display', this.#display)]
    const name = `${key} ${display}`
    let mark = this.#known.get(name)
    if (mark === undefined) this.#known.set(name, (mark = this.#clauses.push([key, display]) - 1))
    return mark
  }
}

/** One clause for several branches: the most telling of each branch, or nothing if a branch needs nothing. */
function either(branches: Needs[][][]): Needs[][] {
  if (branches.length === 0 || branches.some(clauses => clauses.length === 0)) return []
  return [branches.flatMap(clauses => clauses.reduce((a, b) => (telling(b) > telling(a) ? b : a)))]
}

/** Long strings are seldom met by chance; of single characters there is always one. */
function telling(clause: readonly Needs[]): number {
  let sum = 0
  for (const { strings } of clause) for (const string of strings) sum += 20 ** -string.length
  return -sum
}
