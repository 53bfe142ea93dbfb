import type { Place } from '../model/rule.js'

/** What a caret can point at. */
export interface Spot {
  place: Place
  /** UTF-16 units on that line, at least 1 */
  width: number
}
