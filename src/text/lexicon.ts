import { toKey } from './normalise.js'

/** One word found in a match key; offsets are into the key. */
export interface Hit {
  /** as the lexicon gives it */
  word: string
  /** its index in the list that was compiled */
  index: number
  start: number
  end: number
}

/** Finds many words in one pass. */
export interface Matcher {
  /** leftmost-longest, not overlapping */
  find(key: string): Hit[]
}

/**
 * Compiles words, given as people write them, to match on keys (or on what `keyOf` makes of words). A word that leaves
 * nothing in a key (only signs or emoji) is skipped; of two words with one key the first is reported.
 */
export function compileLexicon(words: readonly string[], keyOf: (word: string) => string = toKey): Matcher {
  let built: Automaton | undefined
  // most lists are never looked through in a whole day: each is built when first asked for
  const automaton = () => (built ??= new Automaton(words.map(word => keyOf(word))))
  return {
    find(key) {
      const hits: Hit[] = []
      automaton().scan(key, (index, start, end) => {
        hits.push({ word: words[index] as string, index, start, end })
      })
      return hits
    },
  }
}

const ROOT = 0

/** Aho-Corasick over typed arrays; transitions in one open-addressed hash table. */
class Automaton {
  private states = 1
  private readonly fail: Int32Array
  private readonly depth: Int32Array
  /** index of the longest word that ends in this state, or -1 */
  private readonly word: Int32Array
  private readonly lengths: Int32Array
  /** one bit for each character that a word begins with: most text never leaves the root */
  private readonly first = new Uint32Array(2048)
  private readonly from: Int32Array
  private readonly code: Uint16Array
  private readonly to: Int32Array
  private readonly mask: number

  constructor(keys: readonly string[]) {
    let total = 1
    for (const key of keys) total += key.length
    this.fail = new Int32Array(total)
    this.depth = new Int32Array(total)
    this.word = new Int32Array(total).fill(-1)
    this.lengths = Int32Array.from(keys, key => key.length)
    let size = 8
    while (size < total * 2) size *= 2
    this.mask = size - 1
    this.from = new Int32Array(size).fill(-1)
    this.code = new Uint16Array(size)
    this.to = new Int32Array(size)
    keys.forEach((key, index) => this.insert(key, index))
    this.link()
  }

  /** Calls back for each leftmost-longest hit. */
  scan(key: string, visit: (index: number, start: number, end: number) => void): void {
    let state = ROOT
    let found = -1
    let foundStart = 0
    let foundEnd = 0
    for (let i = 0; i <= key.length; i++) {
      if (i < key.length) state = this.next(state, key.charCodeAt(i))
      // nothing that began at the hit, or before it, can still grow
      if (found >= 0 && (i === key.length || i + 1 - (this.depth[state] as number) > foundStart)) {
        visit(found, foundStart, foundEnd)
        found = -1
        state = ROOT
        i = foundEnd - 1
        continue
      }
      if (i === key.length) return
      const word = this.word[state] as number
      if (word < 0) continue
      const start = i + 1 - (this.lengths[word] as number)
      if (found < 0 || start <= foundStart) {
        found = word
        foundStart = start
        foundEnd = i + 1
      }
    }
  }

  private next(from: number, code: number): number {
    let state = from
    while (state !== ROOT) {
      const to = this.transition(state, code)
      if (to >= 0) return to
      state = this.fail[state] as number
    }
    if (((this.first[code >>> 5] as number) & (1 << (code & 31))) === 0) return ROOT
    return this.transition(ROOT, code)
  }

  private slot(state: number, code: number): number {
    // the last steps of MurmurHash3: neighbours in state and code must not be neighbours in the table
    let hash = Math.imul(state, 0x9e3779b1) ^ code
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    let slot = (hash ^ (hash >>> 16)) & this.mask
    while ((this.from[slot] as number) >= 0 && !(this.from[slot] === state && this.code[slot] === code)) {
      slot = (slot + 1) & this.mask
    }
    return slot
  }

  private transition(state: number, code: number): number {
    const slot = this.slot(state, code)
    return this.from[slot] === state ? (this.to[slot] as number) : -1
  }

  private insert(key: string, index: number): void {
    if (key === '') return
    const head = key.charCodeAt(0)
    this.first[head >>> 5] = (this.first[head >>> 5] as number) | (1 << (head & 31))
    let state = ROOT
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i)
      const slot = this.slot(state, code)
      if (this.from[slot] === -1) {
        this.from[slot] = state
        this.code[slot] = code
        this.to[slot] = this.states
        this.depth[this.states++] = i + 1
      }
      state = this.to[slot] as number
    }
    if (this.word[state] === -1) this.word[state] = index
  }

  /** Failure links, states in order of depth; a state takes over the longest word that ends within it. */
  private link(): void {
    const edges: number[] = []
    for (let slot = 0; slot < this.from.length; slot++) if (this.from[slot] !== -1) edges.push(slot)
    const depthAt = (slot: number): number => this.depth[this.to[slot] as number] as number
    edges.sort((a, b) => depthAt(a) - depthAt(b))
    for (const slot of edges) {
      const state = this.to[slot] as number
      const parent = this.from[slot] as number
      const fail = parent === ROOT ? ROOT : this.next(this.fail[parent] as number, this.code[slot] as number)
      this.fail[state] = fail
      if (this.word[state] === -1) this.word[state] = this.word[fail] as number
    }
  }
}
