import type { Capabilities } from '../model/capability.js'
import type { Severity } from '../model/rule.js'
import type { Instant } from '../model/time.js'

/** What the network said about a send. `messageId` is null where it does not tell. */
export interface Receipt {
  messageId: string | null
}

/** What is told beside the chat network: no name, no quote. */
export interface SecondMessage {
  /** the same when it is sent again */
  id: string
  /** of the case, `A7` */
  code: string
  severity: Severity | null
  text: string
  /** when it was decided */
  at: Instant
  /** what a QR code to log in with has to say; a picture of it goes where a picture can */
  qrcode?: string
}

/**
 * Why an effect did not happen.
 * retry: try again later · refused: it never will · unreachable: this person cannot be reached in private ·
 * unknown: it may or may not have happened; look for the echo before anything else.
 */
export type EffectFailure = 'retry' | 'refused' | 'unreachable' | 'unknown'

export class EffectError extends Error {
  readonly failure: EffectFailure

  constructor(failure: EffectFailure, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'EffectError'
    this.failure = failure
  }
}

/**
 * The only way in which anything reaches the outside. Live and simulated are two implementations.
 * Group and person ids are the ledger's. Every method rejects with an EffectError.
 */
export interface Effects {
  readonly capabilities: Capabilities
  sayInGroup(group: string, text: string): Promise<Receipt>
  sayInPrivate(person: string, text: string): Promise<Receipt>
  /** takes back a line of the bot's own */
  recallOwn(messageId: string, target: { group: string } | { person: string }): Promise<void>
  /**
   * Asks the network to take back a line of somebody else's. Whether it did is known when the recall notice is heard, and
   * not before. Absent where it never can.
   */
  recallOther?(messageId: string, group: string): Promise<void>
  /** Whether a private text to this person would arrive, as far as that is known now. Absent where it never is. */
  reaches?(person: string): boolean
  /**
   * By one of the person's channels (`email`, `wecom-2`) beside the chat network, connected or not. Absent where there
   * is none.
   */
  secondChannel?(person: string, channel: string, message: SecondMessage): Promise<Receipt>
}
