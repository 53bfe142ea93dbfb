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
  /** number of words */
  readonly size: number
  /** leftmost-longest, not overlapping */
  find(key: string): Hit[]
  any(key: string): boolean
  /** number of hits that `find` would return */
  count(key: string): number
}

/** Compiles words (as written; they are brought to match keys here). Empty and all-punctuation words are skipped. */
export function compileLexicon(words: readonly string[]): Matcher {
  return { size: words.length, find: () => [], any: () => false, count: () => 0 }
}
