import type { Capabilities } from '../model/capability.js'

/** What the network said about a send. `messageId` is null where it does not tell. */
export interface Receipt {
  messageId: string | null
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
}
