export { type WeakKey, weakKey } from './weak-key.js'
