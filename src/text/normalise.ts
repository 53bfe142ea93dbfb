import type { NormalText, Span } from '../model/text.js'
/** One text, three views; see NormalText. Linear time. */
export function normalise(text: string): NormalText {
  return {
    original: text,
    display: text,
    key: text,
    map: Uint32Array.from({ length: text.length + 1 }, (_, i) => i),
    emoji: [],
  }
}
/** The match key alone. */
export function toKey(text: string): string {
  return normalise(text).key
}
/** Where `key[start..end)` stands in the original. */
export function spanOf(_text: NormalText, start: number, end: number): Span {
  return { start, end }
}
