export { testChannels } from './test-channels.js';
export { channelMaker, withChannels } from './with-channels.js';
//# sourceMappingURL=index.js.map