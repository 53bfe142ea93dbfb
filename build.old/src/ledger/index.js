export { loadKey, loadOrCreateKey } from './keys.js';
export { openBeside, openLedger } from './open.js';
//# sourceMappingURL=index.js.map