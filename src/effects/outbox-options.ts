import type { Action } from '../model/action.js'
import type { Clock, Duration } from '../model/time.js'
import type { Backoff } from './backoff.js'
import type { Effects } from './effects.js'
import type { OutboxStore, Settlement } from './outbox-store.js'
import type { Pacing } from './pacing.js'

export interface OutboxOptions {
  store: OutboxStore
  /** every call must end in bounded time: a hanging one holds everything up */
  effects: Effects
  clock: Clock
  pacing: Pacing
  /** from 0 to 1 */
  random: () => number
  backoff?: Backoff
  /** without an echo for so long, while online, an action counts as not sent; only where the gateway hears itself */
  echoWindow?: Duration
  /** whether the gateway is online already; a live one is not before it says so */
  online?: boolean
  /** an action ended: done, failed or expired */
  onSettled?: (action: Action, settlement: Settlement) => void
  /** nobody will ever know whether this one left: it is not sent again, a person must be told */
  onUnknown?: (action: Action) => void
}
