export { DEFAULT_BACKOFF } from './backoff.js';
export { EffectError } from './effects.js';
export { LOGIN, pictureOf } from './login-code.js';
export { OutboxWorker } from './outbox.js';
export { SimulatedEffects, } from './simulated.js';
//# sourceMappingURL=index.js.map