export { type Backoff, DEFAULT_BACKOFF } from './backoff.js'
export type { Echo } from './echo.js'
export { EffectError, type EffectFailure, type Effects, type Receipt, type SecondMessage } from './effects.js'
export { LOGIN, pictureOf } from './login-code.js'
export { OutboxWorker } from './outbox.js'
export type { OutboxOptions } from './outbox-options.js'
export type { OutboxStore, Settlement } from './outbox-store.js'
export type { Pacing } from './pacing.js'
export {
  SimulatedEffects,
  type SimulatedEffectsOptions,
  type SimulatedSecond,
  type SimulatedSend,
} from './simulated.js'
