import type { EntityKind } from '../../../src/model/text.js'
import type { Finder } from '../../../src/text/entities/finder.js'

/** What a finder reports, in its order, as [kind, what of the text it covers, value]. */
export function reported(finder: Finder, text: string): [EntityKind, string, string][] {
  const all: [EntityKind, string, string][] = []
  finder(text, (kind, start, end, value) => all.push([kind, text.slice(start, end), value]))
  return all
}

/** The same without the kinds. */
export const found = (finder: Finder, text: string): [string, string][] =>
  reported(finder, text).map(([, covered, value]) => [covered, value])
