import type { Entity, EntityKind, NormalText } from '../../model/text.js'
import { spanOf } from '../normalise.js'

/** Looks through the display text (plain digits and letters, signs and spaces kept) and reports what it finds there. */
export type Finder = (text: string, report: Report) => void

/** Offsets are into the display text. */
export type Report = (kind: EntityKind, start: number, end: number, value: string) => void

/** Runs finders over one text; entities come out with offsets into the original. */
export function collect(text: NormalText, finders: readonly Finder[]): Entity[] {
  const entities: Entity[] = []
  const report: Report = (kind, start, end, value) => {
    entities.push({ kind, span: spanOf(text, start, end, 'display'), value })
  }
  for (const find of finders) find(text.display, report)
  return entities
}

/** Calls back for each match of a global pattern. */
export function each(pattern: RegExp, text: string, visit: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex++
    else visit(match)
  }
}
