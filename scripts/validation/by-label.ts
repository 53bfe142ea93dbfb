import type { Category } from '../../src/model/category.js'
import { RESPONSES, type Response } from '../../src/model/rule.js'
import { isCaught, isDue, isInnocent, isRight, type Judged } from './score.js'

/** How the events of one label were judged. */
export interface LabelRow {
  label: Category
  events: number
  innocent: number
  right: number
  falseAlarms: number
  missed: number
  /** how often the bot answered so */
  answered: Readonly<Record<Response, number>>
}

/** One row a label, the most frequent first. */
export function byLabel(all: readonly Judged[]): LabelRow[] {
  const labels = [...new Set(all.map(({ event }) => event.label))]
  const rows = labels.map(label =>
    rowOf(
      label,
      all.filter(({ event }) => event.label === label),
    ),
  )
  return rows.sort((a, b) => b.events - a.events || (a.label < b.label ? -1 : 1))
}

function rowOf(label: Category, own: readonly Judged[]): LabelRow {
  const wrong = own.filter(one => !isRight(one))
  const answered = (response: Response) => own.filter(({ got }) => got?.respond === response).length
  return {
    label,
    events: own.length,
    innocent: own.filter(isInnocent).length,
    right: own.length - wrong.length,
    falseAlarms: wrong.filter(isInnocent).length,
    missed: wrong.filter(one => !isInnocent(one) && isDue(one) && !isCaught(one)).length,
    answered: Object.fromEntries(RESPONSES.map(response => [response, answered(response)])) as LabelRow['answered'],
  }
}
