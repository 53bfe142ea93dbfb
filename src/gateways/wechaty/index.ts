import type { MediaLimits } from '../../model/media.js'
import type { Clock } from '../../model/time.js'
import type { Directory, Gateway } from '../gateway.js'
import { WechatyGateway } from './gateway.js'

export { capabilitiesOf, DEFAULT_PUPPET, knownPuppets } from './capability.js'

export interface WechatyGatewayOptions {
  directory: Directory
  clock: Clock
  /** session card (live cookies): kept at `PATH`, mode 0600, written whole or not at all */
  cardPath: string
  /** name of the puppet; `wechaty-puppet-wechat4u` unless said otherwise */
  puppet?: string
  /** `http://127.0.0.1:PORT` of a simulator; null or absent: the real service */
  baseUrl?: string | null
  /** the most bytes that are fetched of each kind of media */
  media?: MediaLimits
  /** accept friend requests of members of bound groups; true unless said otherwise */
  acceptFriends?: boolean
  /** the network tells the bot what it said itself (a simulator that was told to) */
  hearsItself?: boolean
}

/**
 * The connection to WeChat over wechaty. Nothing is loaded and nothing is opened before `start()`.
 * @throws BanzhangError BZ302 for a puppet whose abilities are unknown or that this adapter does not speak
 */
export function createWechatyGateway(options: WechatyGatewayOptions): Gateway {
  return new WechatyGateway(options)
}
