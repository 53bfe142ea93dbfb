import type { ChannelKind } from '../../model/school.js'
import { type Duration, SECOND } from '../../model/time.js'
import type { SecondMessage } from '../effects.js'

/** One way to one reader beside the chat network. */
export interface Channel {
  readonly kind: ChannelKind
  /**
   * Resolves once the service has taken the message. Ends within a bounded time.
   * @throws EffectError: `retry`, `refused`, or `unknown` where it may have been taken all the same. Its text holds
   * status codes only: no address, no URL, nothing that the service wrote.
   */
  send(message: SecondMessage): Promise<void>
}

export const TIMEOUT: Duration = 10 * SECOND
