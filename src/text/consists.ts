import type { Matcher } from './lexicon.js'
/** What is left of a match key after the matcher's words are taken out, longest first. */
export function remainder(key: string, _matcher: Matcher): string {
  return key
}
