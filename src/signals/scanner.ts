import type { SignalResources } from '../model/signal.js'
import type { NormalText } from '../model/text.js'
import { Edges } from './edges.js'

/**
 * Which of many sets of strings occur in a text, found in one pass for all of them. Signals ask it before they look
 * closer: a rule set has hundreds of lexicons and patterns, a message has a dozen characters.
 */
export class Scanner {
  readonly #on: 'key' | 'display'
  readonly #sets = new Map<string, number>()
  /** the root's edges: first character -> node, 0 for none */
  readonly #first = new Int32Array(65_536)
  readonly #edges = new Edges()
  /** by node: the sets of which a string ends there */
  readonly #ends: (number[] | null)[] = [null]
  /** the two texts of the event at hand */
  #recent: [Scan, Scan] = [new Scan(), new Scan()]

  constructor(on: 'key' | 'display') {
    this.#on = on
  }

  /** Adds a set; the same strings are the same set. */
  add(strings: readonly string[]): StringSet {
    const name = JSON.stringify(strings)
    let set = this.#sets.get(name)
    if (set === undefined) {
      this.#sets.set(name, (set = this.#sets.size))
      for (const string of strings) if (string !== '') this.#insert(string, set)
      this.#recent = [new Scan(), new Scan()]
    }
    const index = set
    return { index, occursIn: text => this.scan(text)[index] === 1 }
  }

  /** By set: 1 where one of its strings occurs. Good until two other texts were scanned. */
  scan(text: NormalText): Uint8Array {
    const [latest, other] = this.#recent
    if (latest.text === text) return latest.found
    if (other.text === text) return other.found
    this.#recent = [other, latest]
    if (other.found.length !== this.#sets.size) other.found = new Uint8Array(this.#sets.size)
    else other.found.fill(0)
    other.text = text
    this.#mark(this.#on === 'key' ? text.key : text.display.toLowerCase(), other.found)
    return other.found
  }

  #mark(text: string, found: Uint8Array): void {
    for (let start = 0; start < text.length; start++) {
      let node = this.#first[text.charCodeAt(start)] as number
      for (let i = start + 1; node !== 0; i++) {
        const ends = this.#ends[node] as number[] | null
        if (ends) for (let at = 0; at < ends.length; at++) found[ends[at] as number] = 1
        if (i >= text.length) break
        node = this.#edges.get(node, text.charCodeAt(i))
      }
    }
  }

  #insert(string: string, set: number): void {
    let node = this.#child(0, string.charCodeAt(0))
    for (let i = 1; i < string.length; i++) node = this.#child(node, string.charCodeAt(i))
    const ends = (this.#ends[node] ??= [])
    if (!ends.includes(set)) ends.push(set)
  }

  #child(node: number, code: number): number {
    const known = node === 0 ? this.#first[code] : this.#edges.get(node, code)
    if (known) return known
    const child = this.#ends.push(null) - 1
    if (node === 0) this.#first[code] = child
    else this.#edges.add(node, code, child)
    return child
  }
}

/** One set of a scanner. */
export interface StringSet {
  readonly index: number
  occursIn(text: NormalText): boolean
}

class Scan {
  text: NormalText | null = null
  found = new Uint8Array(0)
}

const scanners = new WeakMap<SignalResources, { key: Scanner; display: Scanner }>()

/** One scanner for every signal that is prepared with these resources. */
export function scannerOf(resources: SignalResources, on: 'key' | 'display'): Scanner {
  let both = scanners.get(resources)
  if (!both) scanners.set(resources, (both = { key: new Scanner('key'), display: new Scanner('display') }))
  return both[on]
}
