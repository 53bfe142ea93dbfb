import { EffectError, type Effects, type Receipt } from '../../effects/effects.js'
import type { Capabilities } from '../../model/capability.js'
import type { Directory } from '../gateway.js'
import type { Bindings } from './bindings.js'
import { recallFailure, sendFailure } from './send-errors.js'

/** The part of the puppet that speaks. Network ids; rejects as the network does. */
export interface Mouth {
  readonly ready: boolean
  say(to: string, text: string): Promise<string | null>
  recall(messageId: string, to: string): Promise<void>
  /** null while that is not known */
  isFriend(userName: string): boolean | null
}

/** Effects on WeChat, by the ledger's ids. */
export class WechatEffects implements Effects {
  constructor(
    readonly capabilities: Capabilities,
    private readonly directory: Directory,
    private readonly bindings: Bindings,
    /** null before the start and after the stop */
    private readonly mouth: () => Mouth | null,
  ) {}

  async sayInGroup(group: string, text: string): Promise<Receipt> {
    const mouth = this.connected()
    return this.say(mouth, this.roomOf(group), text)
  }

  async sayInPrivate(person: string, text: string): Promise<Receipt> {
    const mouth = this.connected()
    const to = this.personOf(person)
    // the service takes a text for a stranger without a word and never delivers it
    if (mouth.isFriend(to) === false) throw new EffectError('unreachable', '对方不是机器人的好友，私聊可能送不到')
    return this.say(mouth, to, text)
  }

  /** The service says nothing of a text to a stranger; the address book does. */
  reaches(person: string): boolean {
    const id = this.directory.networkId(person)
    return this.capabilities.sayInPrivate && id !== null && this.mouth()?.isFriend(id) !== false
  }

  async recallOwn(messageId: string, target: { group: string } | { person: string }): Promise<void> {
    const mouth = this.connected()
    const to = 'group' in target ? this.roomOf(target.group) : this.personOf(target.person)
    await mouth.recall(messageId, to).catch(error => {
      throw recallFailure(error)
    })
  }

  /** The network's word for it is no proof: the recall notice is. */
  async recallOther(messageId: string, group: string): Promise<void> {
    const mouth = this.connected()
    await mouth.recall(messageId, this.roomOf(group)).catch(error => {
      throw recallFailure(error)
    })
  }

  private async say(mouth: Mouth, to: string, text: string): Promise<Receipt> {
    const messageId = await mouth.say(to, text).catch(error => {
      throw sendFailure(error)
    })
    return { messageId }
  }

  private connected(): Mouth {
    const mouth = this.mouth()
    if (!mouth?.ready) throw new EffectError('retry', '微信现在没有连上')
    return mouth
  }

  private roomOf(group: string): string {
    const room = this.bindings.room(group)
    // right after a login not every room and person has been seen yet
    if (!room) throw new EffectError('retry', '在微信里还没有找到这个群')
    return room
  }

  private personOf(person: string): string {
    const id = this.directory.networkId(person)
    if (!id) throw new EffectError('retry', '在微信里还没有找到这个人')
    return id
  }
}
