import type { Effects } from '../effects/effects.js'
import type { ErrorCode } from '../model/errors.js'
import type { GroupEvent, PrivateMessage } from '../model/event.js'
import type { Media } from '../model/media.js'
import type { Instant } from '../model/time.js'
import type { Looks } from './identity/marks.js'
import type { SeenRoom } from './identity/rooms.js'

/** A message of the bot's own, heard again on the network. */
export interface Echo {
  messageId: string
  at: Instant
  target: { group: string } | { person: string }
  text: string
}

export type GatewayStatus =
  | { state: 'scan'; qrcode: string }
  | { state: 'online'; account: string }
  | { state: 'offline'; reason: string }
  | { state: 'error'; code: ErrorCode; message: string }

/** What a gateway tells. Returned promises are waited for: a busy consumer slows the reader, nothing is dropped. */
export interface Listener {
  event(event: GroupEvent): void | Promise<void>
  /** Several that came at once, in order: all are taken, or it throws and none is. Without it each is told alone. */
  eventsAtOnce?(events: readonly GroupEvent[]): void | Promise<void>
  privateMessage(message: PrivateMessage): void | Promise<void>
  echo(echo: Echo): void | Promise<void>
  /**
   * What became of the picture, voice, video or file of a message that was told before; once each. Without it nothing is
   * fetched.
   */
  media?(media: Media): void | Promise<void>
  status(status: GatewayStatus): void
  /** the connection proved to be alive at this instant */
  alive(at: Instant): void
}

/** The connection to a chat network. */
export interface Gateway {
  readonly effects: Effects
  start(listener: Listener): Promise<void>
  /** leaves without ending the session on the network */
  stop(): Promise<void>
}

/** Who is who: binds what a network says to the school file's groups and the ledger's people. */
export interface Directory {
  /** the bound group of this name, or null: then nothing is stored and nothing is said there */
  group(topic: string): string | null
  /** find or make the person behind a network identity in a group */
  member(group: string, networkId: string, names: { card: string; nick?: string }): { id: string; name: string }
  /**
   * The members of a group as the network lists them: whoever is known can be reached before they ever speak. Gives the
   * network ids of those who took another name since an earlier login.
   */
  meet(group: string, members: readonly Looks[]): readonly string[] | void
  /** a new login: every network id is void */
  forget(): void
  /** a person the bot talks with in private; null for strangers */
  person(networkId: string, nick: string): { id: string; name: string } | null
  /** network identity last seen for a person, or null */
  networkId(person: string): string | null
  /** absent where groups are known by their name alone (a log) */
  readonly sights?: Sights
}

/** What a network whose ids change with every login shows beside the members of bound groups. */
export interface Sights {
  /** every room with its members */
  rooms(rooms: readonly SeenRoom[]): void
  /** the group of a room by its network id, where that is certain */
  groupOf(room: string): string | null
  /** the bot is out of this room */
  left(room: string): void
  /** the address book, whole */
  contacts(friends: readonly Looks[]): void
  /** somebody's friend request was accepted */
  befriended(networkId: string): void
}
