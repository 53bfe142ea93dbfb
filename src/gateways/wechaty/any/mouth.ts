import { EffectError } from '../../../effects/effects.js'
import type { Mouth } from '../effects.js'
import { NotConnected } from '../guard.js'
import type { AnyPuppet } from './payloads.js'

/** No call of a puppet is waited for longer, milliseconds. */
const PATIENCE = 30_000

/** The part of any puppet that speaks. */
export class AnyMouth implements Mouth {
  constructor(
    private readonly puppet: AnyPuppet,
    private readonly friend: (id: string) => boolean | null,
  ) {}

  get ready(): boolean {
    return this.puppet.isLoggedIn
  }

  async say(to: string, text: string): Promise<string | null> {
    const id = await this.ask(puppet => puppet.messageSendText(to, text))
    return typeof id === 'string' && id !== '' ? id : null
  }

  /** A "yes" is not believed by anybody; a "no" is. */
  async recall(messageId: string): Promise<void> {
    if ((await this.ask(puppet => puppet.messageRecall(messageId))) === false)
      throw new EffectError('refused', '微信没有撤回这条消息')
  }

  isFriend(id: string): boolean | null {
    return this.friend(id)
  }

  private async ask<T>(call: (puppet: AnyPuppet) => Promise<T>): Promise<T> {
    if (!this.ready) throw new NotConnected()
    try {
      return await inTime(call(this.puppet), PATIENCE)
    } catch (error) {
      if (/unsupported/i.test(String((error as Error | null)?.message)))
        throw new EffectError('refused', '这个 puppet 做不到', error)
      throw error
    }
  }
}

/** Rejects when it takes longer. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms).unref()
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
