import type { Effects } from '../effects/effects.js'
import type { ErrorCode } from '../model/errors.js'
import type { GroupEvent, PrivateMessage } from '../model/event.js'
import type { Instant } from '../model/time.js'

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
  privateMessage(message: PrivateMessage): void | Promise<void>
  echo(echo: Echo): void | Promise<void>
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
  /** the members of a group as the network lists them: whoever is known can be reached before they ever speak */
  meet(group: string, members: readonly { id: string; card: string; nick: string }[]): void
  /** a new login: every network id is void */
  forget(): void
  /** a person the bot talks with in private; null for strangers */
  person(networkId: string, nick: string): { id: string; name: string } | null
  /** network identity last seen for a person, or null */
  networkId(person: string): string | null
}
