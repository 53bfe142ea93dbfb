export type * from './api.js'
export { loadOrCreateKey } from './keys.js'
export { openLedger } from './open.js'
