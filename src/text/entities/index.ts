import type { Entity, NormalText } from '../../model/text.js'
/** Everything in ENTITY_KINDS, in order of place; one kind never overlaps itself. Linear in the text's length. */
export function findEntities(_text: NormalText, _options: { students: readonly string[] }): Entity[] {
  return []
}
