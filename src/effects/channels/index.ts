export type { Channel } from './channel.js'
export { type ChannelProof, testChannels } from './test-channels.js'
export { type ChannelParts, channelMaker, withChannels } from './with-channels.js'
