import type { MediaLimits } from '../../model/media.js'
import type { Clock } from '../../model/time.js'
import type { Directory } from '../gateway.js'
import type { ImportPuppet } from './any/load.js'

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
