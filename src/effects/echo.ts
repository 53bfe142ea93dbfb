import type { Instant } from '../model/time.js'

/** A message of the bot's own, heard again on the network (structurally the gateways' Echo). */
export interface Echo {
  messageId: string
  at: Instant
  target: { group: string } | { person: string }
  text: string
}
