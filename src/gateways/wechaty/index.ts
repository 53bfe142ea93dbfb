import type { MediaLimits } from '../../model/media.js'
import type { Clock } from '../../model/time.js'
import type { Directory, Gateway } from '../gateway.js'
import { AnyGateway } from './any/gateway.js'
import type { ImportPuppet } from './any/load.js'
import { DEFAULT_PUPPET } from './capability.js'
import { WechatyGateway } from './gateway.js'
import type { WechatyGatewayOptions } from './options.js'

export { isInstalled, isPuppetName } from './any/load.js'
export { capabilitiesOf, DEFAULT_PUPPET, knownPuppets } from './capability.js'
export type { WechatyGatewayOptions } from './options.js'

/**
 * The connection to WeChat over wechaty. Nothing is loaded and nothing is opened before `start()`.
 * @throws BanzhangError BZ302 for what is no name of a puppet; `start()` rejects with it for one that is not installed
 */
export function createWechatyGateway(options: WechatyGatewayOptions): Gateway {
  const { puppet = DEFAULT_PUPPET } = options
  return puppet === DEFAULT_PUPPET ? new WechatyGateway(options) : new AnyGateway(options)
}
