import { Edges } from './edges.js'

/** One bit for each pair of first characters, hashed: what is no beginning is passed over at once. */
const PAIR_BITS = 18
/** Where strings with this first character begin: nodes of their own, so that a beginning of two is found at once. */
const BEGINNING = 1 << 24

/** Many strings, each of some sets: which sets have a string in a text, found in one pass. */
export class Trie {
  /** the sets of which a character is a string by itself */
  readonly #single = new Map<number, number[]>()
  /** one bit for each such character */
  readonly #singles = new Uint32Array(65_536 >>> 5)
  readonly #pairs = new Uint32Array(1 << (PAIR_BITS - 5))
  readonly #edges = new Edges()
  /** by node: the sets of which a string ends there */
  readonly #ends: (number[] | null)[] = [null]

  get empty(): boolean {
    return this.#ends.length === 1 && this.#single.size === 0
  }

  add(string: string, set: number): void {
    const first = string.charCodeAt(0)
    if (string.length === 1) {
      setBit(this.#singles, first)
      const sets = this.#single.get(first)
      if (!sets) this.#single.set(first, [set])
      else if (!sets.includes(set)) sets.push(set)
      return
    }
    setBit(this.#pairs, pairOf(first, string.charCodeAt(1)))
    let node = BEGINNING + first
    for (let i = 1; i < string.length; i++) node = this.#child(node, string.charCodeAt(i))
    const ends = (this.#ends[node] ??= [])
    if (!ends.includes(set)) ends.push(set)
  }

  /** Sets found[set] to 1 for each set of which a string occurs in `text`. */
  mark(text: string, found: Uint8Array): void {
    const [pairs, singles] = [this.#pairs, this.#singles]
    let code = text.length > 0 ? text.charCodeAt(0) : 0
    for (let start = 0; start < text.length; start++) {
      const next = start + 1 < text.length ? text.charCodeAt(start + 1) : 0
      if (hasBit(singles, code)) markAll(this.#single.get(code) as number[], found)
      if (hasBit(pairs, pairOf(code, next))) this.#follow(BEGINNING + code, text, start + 1, found)
      code = next
    }
  }

  #follow(from: number, text: string, at: number, found: Uint8Array): void {
    let node = from
    for (let i = at; i < text.length; i++) {
      node = this.#edges.get(node, text.charCodeAt(i))
      if (node === 0) return
      const ends = this.#ends[node] as number[] | null
      if (ends !== null) markAll(ends, found)
    }
  }

  #child(node: number, code: number): number {
    const known = this.#edges.get(node, code)
    if (known !== 0) return known
    const child = this.#ends.push(null) - 1
    this.#edges.add(node, code, child)
    return child
  }
}

function markAll(sets: readonly number[], found: Uint8Array): void {
  for (let i = 0; i < sets.length; i++) found[sets[i] as number] = 1
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - PAIR_BITS)
}

function hasBit(bits: Uint32Array, at: number): boolean {
  return ((bits[at >>> 5] as number) & (1 << (at & 31))) !== 0
}

function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31))
}
