import { Edges } from './edges.js'

/** One bit for each pair of first characters, hashed: what is no beginning is passed over at once. */
const PAIR_BITS = 18
/** Where strings with this first character begin: nodes of their own, so that a beginning of two is found at once. */
const BEGINNING = 1 << 24

/** Where strings of one character lead from. */
const ALONE = BEGINNING - 1

/** Many strings, each of some sets: which sets have a string in a text, found in one pass. */
export class Trie {
  /** one bit for each character that is a string by itself */
  readonly #singles = new Uint32Array(65_536 >>> 5)
  readonly #pairs = new Uint32Array(1 << (PAIR_BITS - 5))
  readonly #edges = new Edges()
  /** by node: the sets of which a string ends there */
  readonly #ends: (number[] | null)[] = [null]
  /** the same for looking: how many sets, then their numbers, list behind list; nodes that end alike share one */
  #lists: Int32Array | null = null

  get empty(): boolean {
    return this.#ends.length === 1
  }

  add(string: string, set: number): void {
    const first = string.charCodeAt(0)
    let node: number
    if (string.length === 1) {
      setBit(this.#singles, first)
      node = this.#child(ALONE, first)
    } else {
      setBit(this.#pairs, pairOf(first, string.charCodeAt(1)))
      node = BEGINNING + first
      for (let i = 1; i < string.length; i++) node = this.#child(node, string.charCodeAt(i))
    }
    const ends = (this.#ends[node] ??= [])
    if (!ends.includes(set)) ends.push(set)
    this.#lists = null
  }

  /** Sets found[set] to 1 for each set of which a string occurs in `text`. */
  mark(text: string, found: Uint8Array): void {
    const [pairs, singles, edges, lists] = [this.#pairs, this.#singles, this.#edges, (this.#lists ??= this.#written())]
    let code = text.length > 0 ? text.charCodeAt(0) : 0
    for (let start = 0; start < text.length; start++) {
      const next = start + 1 < text.length ? text.charCodeAt(start + 1) : 0
      if (hasBit(singles, code)) markAll(lists, edges.told(edges.place(ALONE, code)), found)
      if (hasBit(pairs, pairOf(code, next))) this.#follow(BEGINNING + code, text, start + 1, lists, found)
      code = next
    }
  }

  #follow(from: number, text: string, at: number, lists: Int32Array, found: Uint8Array): void {
    const edges = this.#edges
    let node = from
    for (let i = at; i < text.length; i++) {
      const place = edges.place(node, text.charCodeAt(i))
      node = edges.to(place)
      if (node === 0) return
      const list = edges.told(place)
      if (list !== 0) markAll(lists, list, found)
    }
  }

  #child(node: number, code: number): number {
    const known = this.#edges.to(this.#edges.place(node, code))
    if (known !== 0) return known
    const child = this.#ends.push(null) - 1
    this.#edges.add(node, code, child)
    return child
  }

  /** Writes the lists of sets, and beside every edge where the one begins to which it leads. */
  #written(): Int32Array {
    const lists = [0]
    const known = new Map<string, number>()
    this.#edges.tell(node => {
      const sets = this.#ends[node]
      if (!sets) return 0
      const name = sets.join()
      let list = known.get(name)
      if (list === undefined) {
        known.set(name, (list = lists.length))
        lists.push(sets.length, ...sets)
      }
      return list
    })
    return Int32Array.from(lists)
  }
}

function markAll(lists: Int32Array, list: number, found: Uint8Array): void {
  const end = list + (lists[list] as number)
  for (let i = list + 1; i <= end; i++) found[lists[i] as number] = 1
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
