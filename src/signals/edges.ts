/** The edges of a trie, (node, character) -> node, in one open-addressed table: no garbage, few cache misses. */
export class Edges {
  #from = new Int32Array(1024)
  #code = new Uint16Array(1024)
  #to = new Int32Array(1024)
  #size = 0

  /** 0 where there is no edge; nodes count from 1. */
  get(node: number, code: number): number {
    const slot = this.#slot(node, code)
    return this.#from[slot] === node ? (this.#to[slot] as number) : 0
  }

  /** An edge that is not there yet. */
  add(node: number, code: number, to: number): void {
    if (++this.#size * 2 > this.#from.length) this.#grow()
    const slot = this.#slot(node, code)
    this.#from[slot] = node
    this.#code[slot] = code
    this.#to[slot] = to
  }

  /** Where the edge is, or the free slot where it would be. */
  #slot(node: number, code: number): number {
    const mask = this.#from.length - 1
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.#from[slot] !== 0 && !(this.#from[slot] === node && this.#code[slot] === code)) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [from, code, to] = [this.#from, this.#code, this.#to]
    this.#from = new Int32Array(from.length * 2)
    this.#code = new Uint16Array(from.length * 2)
    this.#to = new Int32Array(from.length * 2)
    for (let i = 0; i < from.length; i++) {
      if (from[i] === 0) continue
      const slot = this.#slot(from[i] as number, code[i] as number)
      this.#from[slot] = from[i] as number
      this.#code[slot] = code[i] as number
      this.#to[slot] = to[i] as number
    }
  }
}
