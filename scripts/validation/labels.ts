import { readFileSync } from 'node:fs'
import type { Category } from '../../src/model/category.js'
import type { Recipient } from '../../src/model/member.js'
import type { Response, Severity } from '../../src/model/rule.js'

/** What somebody says is right for one event. The bot never reads any of it. */
export interface Labels {
  id: string
  label: Category
  expect: Response
  also_ok?: Response[]
  severity?: Severity
  /** who is told first */
  to?: Recipient
  /** the one collective line becomes due here */
  collective?: boolean
  /** belongs to a matter already escalated: no new alert is due */
  duplicate_alert?: boolean
  note?: string
}

/** One line of a labelled log: what happened, and what was right. Other fields are kept as they are. */
export interface LabelledEvent extends Labels {
  t: string
  from: string
  type: string
  text?: string
  transcript?: string
}

/** The line that opens a group. */
export interface Header {
  scenario?: string
  group: string
  group_type: string
  members: { name: string; role: string }[]
}

/** One group's stretch of talk. */
export interface Stretch {
  header: Header
  events: LabelledEvent[]
}

/** Every stretch of a labelled log. Throws, naming file and line, where a line is not JSON or comes before a header. */
export function readStretches(file: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const { row, line } of readRows<Header | LabelledEvent>(file)) {
    if ('members' in row) stretches.push({ header: row, events: [] })
    else {
      const last = stretches.at(-1)
      if (!last) throw new Error(`${file}:${line}: an event before any group`)
      last.events.push(row)
    }
  }
  return stretches
}

/** JSON Lines as objects with their line numbers. */
export function readRows<T>(file: string): { row: T; line: number }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      if (text.trim() === '') return []
      try {
        return [{ row: JSON.parse(text) as T, line: index + 1 }]
      } catch {
        throw new Error(`${file}:${index + 1}: not JSON`)
      }
    })
}

/** Objects as JSON Lines. */
export const toRows = (rows: readonly unknown[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('')
