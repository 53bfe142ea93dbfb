export * as content from './content.js';
export { Simulator } from './simulator.js';
//# sourceMappingURL=index.js.map