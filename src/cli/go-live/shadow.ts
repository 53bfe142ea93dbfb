import type { DecisionLine, Ledger } from '../../ledger/index.js'
import type { ActionKind } from '../../model/action.js'
import { ACTION_LABELS, CATEGORY_LABELS } from '../../model/terms.js'
import { DAY, type Instant } from '../../model/time.js'

/** When the group was first judged; null for never. */
export function shadowSince(ledger: Pick<Ledger, 'decisions'>, group: string): Instant | null {
  return ledger.decisions({ group, limit: 1 })[0]?.at ?? null
}

/** What was decided and not sent, by kind: `私下提醒 12` */
export function withheldCounts(ledger: Pick<Ledger, 'stats'>, group: string): string[] {
  const counts = new Map<ActionKind, number>()
  for (const { kind, state, count } of ledger.stats({ group }).actions)
    if (state === 'withheld') counts.set(kind, (counts.get(kind) ?? 0) + count)
  return [...counts].map(([kind, count]) => `${ACTION_LABELS[kind]} ${count}`)
}

export interface Unsent {
  at: Instant
  /** category and masked words, where they were kept */
  about: string
  /** what would have gone where */
  lines: readonly string[]
}

/** The latest lines of the past week that would have been sent, oldest first. */
export function unsentExamples(
  ledger: Pick<Ledger, 'decisions'>,
  group: string,
  now: Instant,
  most: number,
): readonly Unsent[] {
  const held = (line: DecisionLine) => line.actions.filter(action => action.state === 'withheld')
  return ledger
    .decisions({ group, since: now - 7 * DAY, limit: 2000, order: 'desc' })
    .filter(line => held(line).length > 0)
    .slice(0, most)
    .reverse()
    .map(line => ({
      at: line.at,
      about: [line.category ? CATEGORY_LABELS[line.category] : '', line.excerpt ?? ''].filter(Boolean).join('  '),
      lines: held(line).map(action => `${ACTION_LABELS[action.kind]}：${action.text}`),
    }))
}
