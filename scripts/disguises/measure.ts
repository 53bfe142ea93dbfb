import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Filter, otherFilters } from './filters.js'
import { ourFilters } from './ours.js'
import { type Disguise, KINDS, type Kind } from './table.js'

/** Both keys of ours together: the first column. */
const OURS = 0

/** How many disguises of one kind each filter found. */
export interface Row {
  kind: Kind
  disguises: number
  found: number[]
}

export interface Measured {
  filters: string[]
  rows: Row[]
  /** what ours did not find */
  missed: Disguise[]
}

/** Where a disguise stands in a message. */
export const message = (written: string): string => `大家好，${written}，谢谢`

/** Every filter on every disguise: ours first, by both keys together, then by the match key alone, then the others. */
export function measure(phrases: readonly string[], disguises: readonly Disguise[]): Measured {
  const { strong, weak } = ourFilters(phrases)
  const both: Filter = { name: 'both keys', find: text => [...strong.find(text), ...weak.find(text)] }
  const filters = [both, { ...strong, name: 'match key' }, ...otherFilters(phrases)]
  const kinds = KINDS.map(([kind]) => kind).filter(kind => disguises.some(disguise => disguise.kind === kind))
  const rows = kinds.map((kind): Row => ({ kind, disguises: 0, found: filters.map(() => 0) }))
  const missed: Disguise[] = []
  for (const disguise of disguises) {
    const row = rows.find(({ kind }) => kind === disguise.kind) as Row
    row.disguises++
    filters.forEach((filter, index) => {
      const found = filter.find(message(disguise.written)).some(phrase => same(phrase, disguise.phrase))
      if (found) row.found[index] = (row.found[index] as number) + 1
      else if (index === OURS) missed.push(disguise)
    })
  }
  return { filters: filters.map(({ name }) => name), rows, missed }
}

/** How many there are in all, and how many of them our two keys find together. */
export function totalOf({ rows }: Measured): { disguises: number; found: number } {
  const sum = (numberOf: (row: Row) => number) => rows.reduce((total, row) => total + numberOf(row), 0)
  return { disguises: sum(row => row.disguises), found: sum(row => row.found[OURS] as number) }
}

/** Filters give words back in the case they keep them in. */
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const CHAT = ['kdconv', 'crosswoz', 'lccc_toy', 'chatterbot_zh']

/** Lines of other people's chit-chat; null where it is absent. */
export function readChat(dir: string): string[] | null {
  const files = CHAT.map(name => join(dir, `${name}.jsonl`))
  if (!files.every(file => existsSync(file))) return null
  return files.flatMap(file =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => (JSON.parse(line) as { text: string }).text),
  )
}

/** Lines in which a phrase is found by either key although it does not stand there as it is. */
export function falseAlarms(phrases: readonly string[], lines: readonly string[]): { line: string; phrase: string }[] {
  const { strong, weak } = ourFilters(phrases)
  return lines.flatMap(line =>
    [...new Set([...strong.find(line), ...weak.find(line)])]
      .filter(phrase => !line.includes(phrase))
      .map(phrase => ({ line, phrase })),
  )
}
