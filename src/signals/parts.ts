import type { Facts } from '../model/signal.js'
import type { NormalText } from '../model/text.js'
import type { Where } from './options.js'

/** The texts of an event that a signal looks at. */
export function partsOf(facts: Facts, where: Where): NormalText[] {
  if (where === 'text') return [facts.text]
  if (where === 'attached') return [facts.attached]
  return [facts.text, facts.attached]
}
