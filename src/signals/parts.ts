import type { Facts } from '../model/signal.js'
import type { NormalText } from '../model/text.js'
import type { Where } from './options.js'

/**
 * The texts of an event that a signal looks at and that are worth looking at; with `readings` what was written in dialect
 * also as it is in standard words.
 */
export function someOf(
  { text, standard, attached }: Facts,
  where: Where,
  worth: (text: NormalText) => boolean,
  readings = false,
): readonly NormalText[] {
  const found: NormalText[] = []
  if (where !== 'attached') {
    if (worth(text)) found.push(text)
    if (readings && standard !== null && worth(standard)) found.push(standard)
  }
  if (where !== 'text' && attached.original !== '' && worth(attached)) found.push(attached)
  return found.length === 0 ? NONE : found
}

const NONE: readonly NormalText[] = []

/** Whether offsets into this reading are offsets into what the sender wrote. */
export const isWritten = ({ text, standard }: Facts, reading: NormalText): boolean =>
  reading === text || reading === standard

/** What was found in one text. */
interface Found<Hit> {
  text: NormalText
  hits: readonly Hit[]
}

/**
 * What was found in each text, but of the two readings of what the sender wrote only the one in which more was: a word in
 * dialect and its standard form are one word, and what is standard already stands in both.
 */
export function eachOnce<Hit>(facts: Facts, found: readonly Found<Hit>[]): readonly Found<Hit>[] {
  const [own, other] = found.filter(({ text }) => isWritten(facts, text))
  if (!own || !other) return found
  const lesser = other.hits.length > own.hits.length ? own : other
  return found.filter(one => one !== lesser)
}
