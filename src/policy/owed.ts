import type { ActionDraft } from '../model/action.js'
import type { CaseOpening } from '../model/case.js'
import type { Decision } from '../model/decision.js'
import type { Instant } from '../model/time.js'
import type { WallClock } from './clock.js'
import type { Finding, Steps } from './finding.js'
import type { PolicyInput } from './input.js'

/** What one finding makes the bot owe. */
export interface Owed {
  actions: readonly ActionDraft[]
  opens: CaseOpening | null
}

export const NOTHING: Owed = { actions: [], opens: null }

/** What every kind of response works with. */
export interface Work {
  input: PolicyInput
  finding: Finding
  clock: WallClock
  steps: Steps
}

/** A private text to the sender. */
export function toSender(work: Work, kind: 'remind' | 'ask_recall', text: string, expiresAt: Instant): ActionDraft {
  const { input, finding, clock } = work
  return {
    kind,
    target: { person: input.facts.member.id, group: input.facts.group.id },
    recipient: null,
    text,
    topic: finding.rule.topic,
    category: finding.rule.category,
    severity: null,
    notBefore: clock.now,
    expiresAt,
  }
}

/** A text to the whole group. */
export function toGroup(
  work: Work,
  kind: 'collective' | 'public_notice',
  text: string,
  topic: string,
  expiresAt: Instant,
): ActionDraft {
  const { input, finding, clock } = work
  return {
    kind,
    target: { group: input.facts.group.id },
    recipient: null,
    text,
    topic,
    category: finding.rule.category,
    severity: finding.severity,
    notBefore: clock.now,
    expiresAt,
  }
}

/** Without what an earlier decision on the same event owes already: what it owed stands. */
export function beyond(earlier: Decision | null, owed: Owed): Owed {
  if (!earlier) return owed
  const place = (action: ActionDraft) => ('person' in action.target ? action.target.person : action.target.group)
  const done = (action: ActionDraft) =>
    earlier.actions.some(
      before =>
        before.kind === action.kind &&
        place(before) === place(action) &&
        // P0 < P1 < P2: something worse than what was told is told again
        (before.severity ?? 'P9') <= (action.severity ?? 'P9'),
    )
  return { actions: owed.actions.filter(action => !done(action)), opens: owed.opens }
}
