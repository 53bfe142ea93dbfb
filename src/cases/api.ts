import type { ActionDraft } from '../model/action.js'
import type { Case } from '../model/case.js'
import type { Category } from '../model/category.js'
import type { Person, Recipient, Role } from '../model/member.js'
import type { PolicyParams } from '../model/rule.js'
import type { Instant } from '../model/time.js'
import type { Command } from './command.js'

/** One meaning each, everywhere (POLICY.md, section 5). */
export const DIGITS = ['1', '2', '3', '4', '5', '6', '0', '?'] as const
export type Digit = (typeof DIGITS)[number]

/** What somebody meant. `code` is null where it was left out. */
export type Reply = { code: string | null; digit: Digit } | { command: Command }

export type Trigger =
  | { kind: 'deadline' }
  /** the message was taken back: the network's own recall notice */
  | { kind: 'recalled' }
  | { kind: 'reply'; digit: Digit; by: Person; channel: string }

/** What a move may look at. Plain data and look-ups; no clock. */
export interface CaseContext {
  now: Instant
  /** minutes after local midnight at `now` */
  minutes: number
  /** `HH:MM` of the message the case is about, on the school's clock */
  time: string
  params: PolicyParams
  /** shadow mode: what a digit makes the bot say to others is never sent, and whoever replied is told so */
  shadow: boolean
  messages: ReadonlyMap<string, string>
  people: (role: Recipient) => Person | null
  /** names of a person's channels beside the chat network; absent where nobody has any */
  channels?: (personId: string) => readonly string[]
  /** everybody who got an alert of this case so far, from the ledger, first told first */
  told: readonly Person[]
  /** by id, when the latest line of this case reached whoever was owed one; null while none has */
  heard: ReadonlyMap<string, Instant | null>
  /** ids of those to whom a line of this case is about to leave: another would come with it */
  pending: readonly string[]
  /** the member it is about: masked name, role, whether the bot can write to them, whether today's reminder is still free */
  about: { id: string; who: string; role: Role; reachable: boolean; reminderFree: boolean } | null
  /** the group may still get a public line today */
  publicLineFree: boolean
  /** text for the sender (digit 2) and for the group (digit 3), rendered; null where the rule has none */
  readyText: string | null
  groupText: string | null
  /** masked words of the message, for `?`; null when they are gone */
  excerpt: string | null
  /** latest move that a person made, for `0`; null when there is none */
  last: { by: Person; digit: Digit; at: Instant; from: Pick<Case, 'state' | 'step' | 'owner'> } | null
  /** the bot's line that `last` caused, if it was sent and can still be taken back */
  lastLine: { messageId: string; target: ActionDraft['target'] } | null
}

export interface CaseRecord {
  /** `clock`, `group` or `head_teacher:<person id>` */
  by: string
  /** `clock`, `group`, `wechat`, … */
  channel: string
  /** `repeat`, `leader`, `deputy`, `ignored`, `told again`, `heard late`, `expired`, `recalled` or the digit */
  what: string
}

export interface Moved {
  to: Partial<Pick<Case, 'state' | 'step' | 'owner' | 'deadline' | 'closedAt' | 'closedBy'>>
  actions: readonly ActionDraft[]
  record: CaseRecord
  /** only digit 5 is feedback on the rules */
  feedback?: 'false_alarm'
  /** digit 6: no more alerts of this category about this member; never safety or privacy */
  exception?: { category: Category; about: string | null }
  /** digit 0: what the undone move still owes is withdrawn */
  withdraws?: true
}

/** One sentence, and what tells it to whoever replied. */
export interface Refused {
  refused: string
  actions: readonly ActionDraft[]
}

export type Advance = Moved | Refused
