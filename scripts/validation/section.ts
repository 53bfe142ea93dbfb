import { type Agreement, agreementOf } from './agreement.js'
import type { Remark } from './check.js'
import { percent, table } from './markdown.js'
import { type Disagreement, KINDS } from './merge.js'

/** One log, as two people labelled it. */
export interface LogSummary {
  name: string
  pack: string
  events: number
  innocent: number
  /** expected by the writer and by the reader, event by event */
  answers: readonly (readonly [string, string])[]
  agreement: Agreement
  doubts: readonly Remark[]
  idle: readonly Remark[]
}

/** The README's figures: agreement, disagreements by kind, doubtful marks. */
export function sectionOf(logs: readonly LogSummary[], disagreements: readonly Disagreement[]): string {
  const total = agreementOf(logs.flatMap(({ answers }) => answers))
  const innocent = logs.reduce((sum, log) => sum + log.innocent, 0)
  return `## Agreement on \`expect\`

${table(
  ['log', 'pack', 'events', 'innocent', 'same', 'raw', "Cohen's kappa"],
  [
    ...logs.map(({ name, pack, events, innocent, agreement }) => [name, pack, events, innocent, ...cells(agreement)]),
    ['all', '', total.pairs, innocent, ...cells(total)],
  ],
)}

Of allow against anything else: kappa ${agreementOf(logs.flatMap(({ answers }) => answers).map(speaks)).kappa.toFixed(3)}.

## Disagreements by kind

${table(
  ['kind', 'events'],
  KINDS.map(kind => [`\`${kind}\``, disagreements.filter(({ differs }) => kind in differs).length]),
)}

${disagreements.length} events in all, each in \`disagreements.jsonl\`; the label alone differs in ${labelAlone(disagreements)}. Where the responses differ, writer against reader:
${pairsOf(disagreements)}.

## Doubtful marks of the collective line

By the policy's numbers, alike being what has the same label and is to be counted; nothing was changed.

${list(logs.flatMap(({ doubts }) => doubts))}

Labels that mean little where they stand, left as they are:

${list(logs.flatMap(({ idle }) => idle))}
`
}

const labelAlone = (disagreements: readonly Disagreement[]): number =>
  disagreements.filter(({ differs }) => Object.keys(differs).join() === 'label').length

const cells = ({ same, raw, kappa }: Agreement): (string | number)[] => [same, percent(raw), kappa.toFixed(3)]

const speaks = ([one, other]: readonly [string, string]) =>
  [one === 'allow' ? 'allow' : 'other', other === 'allow' ? 'allow' : 'other'] as const

function pairsOf(disagreements: readonly Disagreement[]): string {
  const counts = new Map<string, number>()
  for (const { expect } of disagreements.map(({ differs }) => differs)) {
    if (expect)
      counts.set(`${expect.writer} / ${expect.reader}`, (counts.get(`${expect.writer} / ${expect.reader}`) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return sorted.map(([pair, n]) => `${pair} ${n}`).join(', ') || 'none'
}

const list = (remarks: readonly Remark[]): string =>
  remarks.map(({ id, says }) => `- ${id}: ${says}`).join('\n') || 'None.'
