export type * from './api.js'
export { loadOrCreateKey } from './keys.js'
export { openBeside, openLedger } from './open.js'
