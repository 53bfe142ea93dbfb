import type { CompiledPack } from '../engine/index.js'
import type { Ledger } from '../ledger/index.js'
import type { Action } from '../model/action.js'
import type { Case } from '../model/case.js'
import type { Decision } from '../model/decision.js'
import type { GroupEvent } from '../model/event.js'
import type { GroupProfile, Recipient } from '../model/member.js'
import type { RuleSet } from '../model/rule.js'
import type { Clock, Instant, LocalTime } from '../model/time.js'
import type { Opinions } from './opinion/desk.js'

/** A rule set ready to judge. Replaced as a whole on a hot reload. */
export interface LiveRules {
  ruleSet: RuleSet
  compiled: ReadonlyMap<string, CompiledPack>
}

/** Who is in which group, and who answers for it. */
export interface Groups {
  profile(group: string): GroupProfile | null
  mode(group: string): 'live' | 'shadow'
  rolesOf(person: string): readonly Recipient[]
  /** every id of whoever is behind this one, itself included: one account may be in several groups */
  selves(person: string): readonly string[]
  all(): readonly GroupProfile[]
}

/** What was decided about one event, for whoever watches (demo, replay report). */
export interface Outcome {
  event: GroupEvent
  /** masked, for showing */
  who: string
  text: string
  decision: Decision
  actions: readonly Action[]
  openedCase: Case | null
}

/** What moved a case. */
export interface CaseStep {
  case: Case
  what: string
  by: string
  actions: readonly Action[]
}

/** What the program says of itself; never with message text or names. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

export interface Deps {
  ledger: Ledger
  clock: Clock
  rules: () => LiveRules
  groups: Groups
  /** whether a private text to this person has a chance to arrive */
  reachable: (person: string) => boolean
  /** whether this person was seen in a group since the login, friend or not; as `reachable` where it is absent */
  met?: (person: string) => boolean
  /** the network can be asked to take back what others wrote; it cannot, where it is absent */
  recallsOthers?: () => boolean
  /** the bot takes friend requests; unless it says false */
  befriends?: boolean
  /** names of a person's channels beside the chat network; absent where nobody has any */
  channels?: (person: string) => readonly string[]
  /** where a second opinion comes from; absent where the school wants none, and wherever nobody is told */
  opinions?: Opinions
  localTime: (at: Instant, timezone: string) => LocalTime
  /** keyed digest of a match key */
  digest: (key: string) => string
  /** there is something in the outbox */
  wake: () => void
  log: Log
  judged?: (outcome: Outcome) => void
  caseMoved?: (step: CaseStep) => void
}

/** Something that happens by the clock. */
export interface Timed {
  /** does what is due */
  tick(): void
  /** when to be ticked next; null when nothing waits */
  nextDue(): Instant | null
}

/** Makes what happens by the clock, once there is something it can work with. */
export type MakeJobs = (deps: Deps) => Timed
