/** Numbers a place of the table: node, character, node that the edge leads to, and one that keeps them in one cache line. */
const WIDTH = 4

/** The edges of a trie, (node, character) -> node, in one open-addressed table: no garbage, one visit to memory. */
export class Edges {
  #table = new Int32Array(32_768 * WIDTH)
  #size = 0

  /** 0 where there is no edge; no node is 0. */
  get(node: number, code: number): number {
    return this.#table[this.#place(node, code) + 2] as number
  }

  /** An edge that is not there yet. */
  add(node: number, code: number, to: number): void {
    if (++this.#size * 2 * WIDTH > this.#table.length) this.#grow()
    const place = this.#place(node, code)
    this.#table[place] = node
    this.#table[place + 1] = code
    this.#table[place + 2] = to
  }

  /** Where the edge is, or the free place where it would be. */
  #place(node: number, code: number): number {
    const table = this.#table
    const mask = table.length - 1
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)
    let place = ((hash ^ (hash >>> 15)) * WIDTH) & mask
    while (table[place] !== 0 && !(table[place] === node && table[place + 1] === code)) place = (place + WIDTH) & mask
    return place
  }

  #grow(): void {
    const table = this.#table
    this.#table = new Int32Array(table.length * 2)
    for (let from = 0; from < table.length; from += WIDTH) {
      const node = table[from] as number
      if (node !== 0) this.#table.set(table.subarray(from, from + WIDTH), this.#place(node, table[from + 1] as number))
    }
  }
}
