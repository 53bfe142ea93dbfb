export { initialsOf, muddlesOf } from './ways.js'
export { heardOf, soundOf, type WeakKey, weakKey } from './weak-key.js'
