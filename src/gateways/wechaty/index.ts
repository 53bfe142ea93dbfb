import type { MediaLimits } from '../../model/media.js'
import type { Clock } from '../../model/time.js'
import type { Directory, Gateway } from '../gateway.js'
import { AnyGateway } from './any/gateway.js'
import type { ImportPuppet } from './any/load.js'
import { DEFAULT_PUPPET } from './capability.js'
import { WechatyGateway } from './gateway.js'

export { isInstalled, isPuppetName } from './any/load.js'
export { capabilitiesOf, DEFAULT_PUPPET, knownPuppets } from './capability.js'

export interface WechatyGatewayOptions {
  directory: Directory
  clock: Clock
  /** session card (live cookies): kept at `PATH`, mode 0600, written whole or not at all */
  cardPath: string
  /** name of the puppet; `wechaty-puppet-wechat4u` unless said otherwise */
  puppet?: string
  /** secret of a puppet that asks for one */
  puppetToken?: string | null
  /** how a puppet other than the default one is brought; by its package name unless said otherwise */
  importPuppet?: ImportPuppet
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
 * @throws BanzhangError BZ302 for what is no name of a puppet; `start()` rejects with it for one that is not installed
 */
export function createWechatyGateway(options: WechatyGatewayOptions): Gateway {
  const { puppet = DEFAULT_PUPPET } = options
  return puppet === DEFAULT_PUPPET ? new WechatyGateway(options) : new AnyGateway(options)
}
