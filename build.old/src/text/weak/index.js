export { initialsOf, muddlesOf } from './ways.js';
export { heardOf, soundOf, weakKey } from './weak-key.js';
//# sourceMappingURL=index.js.map