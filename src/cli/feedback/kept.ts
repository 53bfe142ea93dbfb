import type { KeptLine } from '../../engine/index.js'
import type { DecisionLine, Ledger } from '../../ledger/index.js'
import type { Example } from '../../model/rule.js'
import type { School } from '../../model/school.js'
import type { Instant } from '../../model/time.js'
import { fullStamp } from '../time.js'

/** A line for which a rule fired and somebody in charge said: 误报. */
export interface Correction {
  /** feedback id */
  id: string
  decisionId: string
  group: string
  rule: string
  at: Instant
  /** masked; null where the words are not kept any more, or never were */
  excerpt: string | null
  /** the line as an example; null without words, and for a group that has left the school file */
  kept: KeptLine | null
}

/** Every correction once, oldest first, whoever made it and however often. */
export function corrections(ledger: Ledger, school: School, since: Instant = 0): Correction[] {
  const found = new Map<string, Correction>()
  for (const { seq, id, decisionId } of ledger.feedback(since)) {
    const record = ledger.decision(decisionId)
    if (!record?.decision.rule || found.has(decisionId)) continue
    const { group, rule, at } = record.decision
    const { excerpt, event } = record
    const listed = school.groups.find(one => one.id === group)
    const kept =
      excerpt === null || !event || !listed
        ? null
        : { pack: listed.pack, rule, line: exampleOf(excerpt, event, at, listed.grade, school.timezone, seq) }
    found.set(decisionId, { id, decisionId, group, rule, at, excerpt, kept })
  }
  return [...found.values()]
}

function exampleOf(
  text: string,
  { role, kind }: { role: Example['from']; kind: string },
  at: Instant,
  grade: number | null,
  timezone: string,
  line: number,
): KeptLine['line'] {
  return {
    text,
    from: role,
    name: null,
    kind: (kind === 'message' ? 'text' : kind) as Example['kind'],
    title: null,
    url: null,
    filename: null,
    ocr: null,
    duration: null,
    at: fullStamp(at, timezone).replace(' ', 'T'),
    grade,
    place: { file: 'feedback', line, col: 1 },
  }
}

export interface Precision {
  rule: string
  /** how often it led to a private word, a recall request or an alert */
  acted: number
  wrong: number
}

const PAGE = 500
const ACTS: readonly DecisionLine['respond'][] = ['remind', 'ask_recall', 'escalate']

/** How often each rule was right, as far as anybody said; the least precise first. */
export function precisions(ledger: Ledger, corrected: readonly Correction[], since: Instant): Precision[] {
  const latest = new Map<string, string>()
  let after = 0
  for (;;) {
    const lines = ledger.decisions({ since, after, limit: PAGE })
    for (const { eventId, rule, respond } of lines) {
      // a later decision on the same event stands in place of the earlier one
      if (rule !== null && ACTS.includes(respond)) latest.set(eventId, rule)
      else latest.delete(eventId)
    }
    if (lines.length < PAGE) break
    after = lines.at(-1)?.seq ?? after
  }
  const rules = new Map<string, Precision>()
  const of = (rule: string) => {
    const found = rules.get(rule) ?? { rule, acted: 0, wrong: 0 }
    rules.set(rule, found)
    return found
  }
  for (const rule of latest.values()) of(rule).acted++
  for (const { rule } of corrected) of(rule).wrong++
  return [...rules.values()].sort(
    (one, other) =>
      precisionOf(one) - precisionOf(other) || other.wrong - one.wrong || one.rule.localeCompare(other.rule),
  )
}

export function precisionOf({ acted, wrong }: Precision): number {
  return acted === 0 ? 0 : Math.max(0, 1 - wrong / acted)
}
