export { soundOf, type WeakKey, weakKey } from './weak-key.js'
