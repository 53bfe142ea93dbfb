import type { NormalText } from '../model/text.js'
/** Asks for something that somebody could answer; rhetorical questions and exclamations do not. */
export function isQuestion(_text: NormalText): boolean {
  return false
}
