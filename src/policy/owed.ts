import type { ActionDraft } from '../model/action.js'
import type { CaseOpening } from '../model/case.js'
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
