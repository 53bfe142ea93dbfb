import { Edges } from './edges.js'

/** One bit for each pair of first characters, hashed: what is no beginning is passed over at once. */
const PAIR_BITS = 18
/** The node at which every string begins; 0 is none. */
const ROOT = 1

/** Many strings, each of some sets: which sets have a string in a text, found in one pass. */
export class Trie {
  /** one bit for each character that is a string by itself */
  readonly #single = new Uint32Array(65_536 >>> 5)
  readonly #pairs = new Uint32Array(1 << (PAIR_BITS - 5))
  readonly #edges = new Edges()
  /** by node: the sets of which a string ends there */
  readonly #ends: (number[] | null)[] = [null, null]

  get empty(): boolean {
    return this.#ends.length === ROOT + 1
  }

  add(string: string, set: number): void {
    const first = string.charCodeAt(0)
    if (string.length > 1) setBit(this.#pairs, pairOf(first, string.charCodeAt(1)))
    else setBit(this.#single, first)
    let node = ROOT
    for (let i = 0; i < string.length; i++) node = this.#child(node, string.charCodeAt(i))
    const ends = (this.#ends[node] ??= [])
    if (!ends.includes(set)) ends.push(set)
  }

  /** Sets found[set] to 1 for each set of which a string occurs in `text`. */
  mark(text: string, found: Uint8Array): void {
    const [pairs, single] = [this.#pairs, this.#single]
    let code = text.length > 0 ? text.charCodeAt(0) : 0
    for (let start = 0; start < text.length; start++) {
      const next = start + 1 < text.length ? text.charCodeAt(start + 1) : 0
      if (hasBit(pairs, pairOf(code, next)) || hasBit(single, code)) this.#follow(text, start, found)
      code = next
    }
  }

  #follow(text: string, start: number, found: Uint8Array): void {
    let node = ROOT
    for (let i = start; i < text.length; i++) {
      node = this.#edges.get(node, text.charCodeAt(i))
      if (node === 0) return
      this.#end(node, found)
    }
  }

  #end(node: number, found: Uint8Array): void {
    const ends = this.#ends[node] as number[] | null
    if (ends !== null) for (let i = 0; i < ends.length; i++) found[ends[i] as number] = 1
  }

  #child(node: number, code: number): number {
    const known = this.#edges.get(node, code)
    if (known !== 0) return known
    const child = this.#ends.push(null) - 1
    this.#edges.add(node, code, child)
    return child
  }
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
