import type { Instant } from './time.js'

export const MESSAGE_KINDS = [
  'text',
  'image',
  'voice',
  'video',
  'emoticon',
  'file',
  'link',
  'miniprogram',
  'redpacket',
  'transfer',
  'group_collection',
  'location',
  'contact',
  'chat_history',
  'announcement',
  'unknown',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

export const EVENT_KINDS = ['message', 'recall', 'join', 'leave', 'rename', 'notice'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Who did it. `id` is the ledger's stable person id (the gateway's directory has bound it). */
export interface Speaker {
  id: string
  name: string
}

/** What a sender put into the group. Hostile input throughout. */
export interface MessageBody {
  kind: MessageKind
  /** what the sender wrote, whole and unescaped, without what was quoted */
  text: string
  /** of a link, mini-program, place or card */
  title?: string
  /** the small print under a title */
  description?: string
  url?: string
  filename?: string
  /** words found in a picture or document */
  ocr?: string
  /** seconds of a voice message */
  duration?: number
  /** what was quoted; never charged to the quoter */
  quoted?: string
  /** names mentioned with @ */
  mentions?: readonly string[]
}

export type EventBody =
  | { kind: 'message'; message: MessageBody }
  /** `of` is null where the network does not say which message: the sender's latest one is meant */
  | { kind: 'recall'; of: string | null }
  | { kind: 'join'; joined: readonly Speaker[]; inviter: Speaker | null; via: 'invite' | 'qrcode' | 'unknown' }
  | { kind: 'leave'; left: readonly Speaker[] }
  | { kind: 'rename'; name: string }
  /** WeChat's grey line with no meaning of its own here */
  | { kind: 'notice'; text: string }

/** One thing that happened in a group. Immutable; the same id is the same event. */
export interface GroupEvent {
  id: string
  group: string
  at: Instant
  /** null for what the system says */
  from: Speaker | null
  body: EventBody
  /** heard long after it happened: logged, never punished */
  late?: boolean
}

/** A text that somebody sent to the bot alone. */
export interface PrivateMessage {
  id: string
  at: Instant
  from: Speaker
  text: string
}

/** The kind that rules and history speak of: the message's own kind, or what else happened. */
export function kindOf(event: GroupEvent): MessageKind | EventKind {
  return event.body.kind === 'message' ? event.body.message.kind : event.body.kind
}
