import type { Facts } from '../model/signal.js'
import type { NormalText } from '../model/text.js'
import type { Where } from './options.js'

const NONE: readonly NormalText[] = []

/** The texts of an event that a signal looks at and that are worth looking at. */
export function someOf(facts: Facts, where: Where, worth: (text: NormalText) => boolean): readonly NormalText[] {
  const text = where !== 'attached' && worth(facts.text)
  const attached = where !== 'text' && facts.attached.original !== '' && worth(facts.attached)
  if (text) return attached ? [facts.text, facts.attached] : [facts.text]
  return attached ? [facts.attached] : NONE
}
