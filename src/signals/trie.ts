import { Edges } from './edges.js'

/** One bit for each pair of first characters, hashed: what is no beginning is passed over at once. */
const PAIR_BITS = 18

/** Many strings, each of some sets: which sets have a string in a text, found in one pass. */
export class Trie {
  /** the root's edges: first character -> node, 0 for none */
  readonly #first = new Int32Array(65_536)
  readonly #pairs = new Uint32Array(1 << (PAIR_BITS - 5))
  readonly #edges = new Edges()
  /** by node: the sets of which a string ends there */
  readonly #ends: (number[] | null)[] = [null]

  get empty(): boolean {
    return this.#ends.length === 1
  }

  add(string: string, set: number): void {
    let node = this.#child(0, string.charCodeAt(0))
    if (string.length > 1) {
      const pair = pairOf(string.charCodeAt(0), string.charCodeAt(1))
      this.#pairs[pair >>> 5] = (this.#pairs[pair >>> 5] as number) | (1 << (pair & 31))
    }
    for (let i = 1; i < string.length; i++) node = this.#child(node, string.charCodeAt(i))
    const ends = (this.#ends[node] ??= [])
    if (!ends.includes(set)) ends.push(set)
  }

  /** Sets found[set] to 1 for each set of which a string occurs in `text`. */
  mark(text: string, found: Uint8Array): void {
    const pairs = this.#pairs
    let code = text.length > 0 ? text.charCodeAt(0) : 0
    for (let start = 0; start < text.length; start++) {
      const next = start + 1 < text.length ? text.charCodeAt(start + 1) : 0
      const node = this.#first[code] as number
      if (node !== 0) {
        this.#end(node, found)
        const pair = pairOf(code, next)
        if (((pairs[pair >>> 5] as number) & (1 << (pair & 31))) !== 0) this.#follow(node, text, start + 1, found)
      }
      code = next
    }
  }

  #follow(from: number, text: string, at: number, found: Uint8Array): void {
    let node = from
    for (let i = at; i < text.length; i++) {
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
    const known = node === 0 ? this.#first[code] : this.#edges.get(node, code)
    if (known) return known
    const child = this.#ends.push(null) - 1
    if (node === 0) this.#first[code] = child
    else this.#edges.add(node, code, child)
    return child
  }
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - PAIR_BITS)
}
