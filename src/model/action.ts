import type { Category } from './category.js'
import type { Recipient } from './member.js'
import type { Severity } from './rule.js'
import type { Instant } from './time.js'

export const ACTION_KINDS = [
  /** private, to the sender */
  'remind',
  'ask_recall',
  /** to the group */
  'collective',
  'public_notice',
  'post',
  /** private, to somebody the bot answers to */
  'alert',
  'reply',
  'digest',
  /** by e-mail or webhook, beside an alert: code, severity, no name and no quote */
  'second_channel',
  /** takes back a line of the bot's own */
  'recall_own',
  /** asks the network to take back a line of somebody else's; only the recall notice proves that it did */
  'recall_other',
] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

/** Two ways out: the chat network, and the channels that still work when it does not. Neither waits for the other. */
export type Lane = 'chat' | 'second'

export function laneOf(kind: ActionKind): Lane {
  return kind === 'second_channel' ? 'second' : 'chat'
}

export type Target = { group: string } | { person: string; group: string }

/**
 * owed -> sending -> done | failed | unknown; owed -> expired | withdrawn | withheld | bundled.
 * `bundled`: told within another line, which is an action of its own.
 * `unknown` (the process died or the answer was lost while sending) is settled by looking for the echo.
 */
export const ACTION_STATES = [
  'owed',
  'sending',
  'done',
  'failed',
  'expired',
  'unknown',
  'withdrawn',
  'withheld',
  'bundled',
] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** One effect owed. The text is final: masked, rendered, ready to be sent. */
export interface ActionDraft {
  kind: ActionKind
  target: Target
  /** for alerts, replies and digests: in which role the person is told */
  recipient: Recipient | null
  text: string
  topic: string | null
  category: Category | null
  severity: Severity | null
  /** not before; the time of the decision unless it is held for the morning */
  notBefore: Instant
  /** of no use after this instant */
  expiresAt: Instant
  /** recall_own, recall_other: the message to take back */
  messageId?: string
  /** second_channel: which of the person's channels (`email`, `wecom`, `wecom-2`); its `topic` is the code of the case */
  channel?: string
}

export interface Action extends ActionDraft {
  id: string
  /** decision or case move that owes it */
  cause: string
  /** index of this action under its cause: cause + part is unique, so that a cause can never owe it twice */
  part: number
  decidedAt: Instant
  state: ActionState
  attempts: number
  /** what the network called the message, once known */
  sentAs: string | null
  settledAt: Instant | null
  error: string | null
}
