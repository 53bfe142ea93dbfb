export { sniff } from './sniff.js';
//# sourceMappingURL=index.js.map