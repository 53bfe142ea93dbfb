import type { Category } from './category.js'
import type { EventKind, MessageKind } from './event.js'
import type { Recipient, Role } from './member.js'
import type { Duration } from './time.js'

/** A pack is read top down; the first tier with a hit decides. */
export const TIERS = [
  'safety',
  'privacy',
  'conflict',
  'dissent',
  'notice',
  'conduct',
  'duties',
  'quiet',
  'burst',
] as const
export type Tier = (typeof TIERS)[number]

/** Weakest first. */
export const RESPONSES = ['allow', 'collect', 'remind', 'ask_recall', 'escalate'] as const
export type Response = (typeof RESPONSES)[number]

export const SEVERITIES = ['P0', 'P1', 'P2'] as const
export type Severity = (typeof SEVERITIES)[number]

/** A place in a file that a person can open. Lines and columns count from 1. */
export interface Place {
  file: string
  line: number
  col: number
}

/** A boolean tree of signals, validated and with its options as the signal's schema returned them. */
export type Condition =
  | { op: 'all'; of: readonly Condition[] }
  | { op: 'any'; of: readonly Condition[] }
  | { op: 'not'; of: Condition }
  | { op: 'signal'; signal: string; options: unknown; place: Place }

/** What a rule answers for the roles it names (all roles when it names none). Only policy makes actions of it. */
export interface Outcome {
  roles: readonly Role[] | null
  respond: Response
  /** escalations only */
  severity: Severity | null
  /** escalations: the first to be told; others: who gets a copy */
  to: Recipient | null
  /** key in messages.zh-CN.yaml of the text for the sender (remind, ask_recall) */
  message: string | null
  /** the pre-authorised scam notice may go to the group */
  publicNotice: boolean
}

/** So many private words of one category to one person within the window turn the next one into an escalation. */
export interface StrikeRule {
  strikes: number
  within: Duration
  to: Recipient
  severity: Severity
}

/** A flood: alike by topic. One collective line, then silence for the cooldown. */
export interface BurstRule {
  count: number
  senders: number
  within: Duration
  cooldown: Duration
  /** key of the collective line; null counts only, for the digest */
  message: string | null
}

/** One line that must (hit) or must not (pass) make the rule fire. */
export interface Example {
  text: string
  from: Role
  name: string | null
  kind: MessageKind | Exclude<EventKind, 'message'>
  title: string | null
  url: string | null
  filename: string | null
  ocr: string | null
  duration: number | null
  /** local date and time `2026-11-04T15:00` */
  at: string
  grade: number | null
  /** what was said before, oldest first */
  after: readonly Omit<Example, 'after'>[]
  place: Place
}

export interface Rule {
  id: string
  title: string
  why: string
  category: Category
  tier: Tier
  applies: {
    roles: readonly Role[] | null
    kinds: readonly (MessageKind | EventKind)[] | null
    grades: readonly number[] | null
  }
  when: Condition
  unless: readonly Condition[]
  then: readonly Outcome[]
  /** what counts as alike for bursts, duplicates and cooldowns; the category unless said otherwise */
  topic: string
  escalateAfter: StrikeRule | null
  burst: BurstRule | null
  examples: { hit: readonly Example[]; pass: readonly Example[] }
  place: Place
}

/** Numbers of a pack that policy and time signals read; every one can be overridden in YAML. */
export interface PolicyParams {
  /** minutes after midnight */
  quiet: { from: number; to: number }
  /** routine notices of teachers, on workdays only */
  workHours: { from: number; to: number }
  /** P2 alerts leave only within these hours */
  dayHours: { from: number; to: number }
  publicLinesPerDay: number
  remindersPerPersonPerDay: number
  alertsPerDay: number
  collectiveCooldown: Duration
  /** the same matter of the same sender is one alert within this time */
  duplicateWindow: Duration
  /** how long an emergency suspends conduct rules, at most */
  emergencyThread: Duration
  /** so long after the last line that told of it, its thread is over, and conduct counts again */
  emergencyLull: Duration
  /** how long WeChat lets a sender recall */
  recallWindow: Duration
  recallWindowFile: Duration
  /** where no head teacher is left, what the family committee announces is a notice */
  committeePublishes: boolean
  /**
   * repeated alert of P0 to the same people; leader; P1 repeat; deputy; P2 leave together, so often by day (0: each at
   * once), and are ignored when nobody answered for so long
   */
  chain: {
    p0Repeat: Duration
    p0Leader: Duration
    p1Repeat: Duration
    p1Deputy: Duration
    p2Bundle: Duration
    p2Expire: Duration
  }
}

/** What a class makes stricter than its pack. It can make nothing milder. */
export interface Tightening {
  params: Partial<Pick<PolicyParams, 'quiet' | 'workHours' | 'publicLinesPerDay' | 'remindersPerPersonPerDay'>>
  /** rule id → what it answers instead, wherever it would answer more mildly */
  rules: ReadonlyMap<string, Outcome>
}

/** One pack, resolved: its own rules and what it took over from the pack it extends. */
export interface Pack {
  name: string
  title: string
  rules: readonly Rule[]
  params: PolicyParams
}

/** Everything an admin wrote, valid and whole. `hash` names it in every decision. */
export interface RuleSet {
  hash: string
  packs: ReadonlyMap<string, Pack>
  lexicons: ReadonlyMap<string, readonly string[]>
  messages: ReadonlyMap<string, string>
  /** file name to content, as stored in the ledger; the card of the intent model's weights among them */
  sources: ReadonlyMap<string, string>
}
