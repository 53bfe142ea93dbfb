declare module 'fastscan' {
  export default class FastScanner {
    constructor(words: readonly string[])
    search(text: string): [offset: number, word: string][]
  }
}

declare module 'mint-filter' {
  export class Mint {
    constructor(words: readonly string[], options?: { transform?: 'none' | 'capital' | 'lower' })
    verify(text: string): boolean
    filter(text: string): { text: string; words: string[]; pass: boolean }
  }
}

declare module 'json-logic-js' {
  const jsonLogic: { apply(rule: unknown, data: unknown): unknown }
  export default jsonLogic
}
