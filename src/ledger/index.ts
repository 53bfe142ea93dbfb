export type * from './api.js'
export { loadKey, loadOrCreateKey } from './keys.js'
export { openBeside, openLedger } from './open.js'
