import type { Instant } from '../model/time.js'
import { Waiting } from './waiting.js'

/** One message that the client sent. */
export interface SentMessage {
  id: string
  at: Instant
  /** stable id of the room or person, or a special account */
  to: string
  kind: 'text' | 'image' | 'video' | 'emoticon' | 'app'
  /** as sent: text, or the XML of an app message */
  text: string
  /** the client's own number for it */
  clientId: string
  /** a room the account is in, or a friend; the real service may swallow everything else in silence */
  reached: boolean
  revoked: boolean
}

/** Everything the client ever sent, oldest first. The proof in end-to-end tests. */
export class Outgoing {
  readonly all: SentMessage[] = []
  private readonly waiting = new Waiting()

  add(message: SentMessage): void {
    this.all.push(message)
    this.waiting.wake()
  }

  /**
   * Takes a message back: own, in this chat, within the window.
   * `late` and `unknown` leave everything as it is.
   */
  revoke(id: string, to: string, now: Instant, window: number): 'revoked' | 'late' | 'unknown' {
    const message = this.all.find(sent => sent.id === id && sent.to === to)
    if (!message) return 'unknown'
    if (now - message.at > window) return 'late'
    message.revoked = true
    this.waiting.wake()
    return 'revoked'
  }

  /** @throws when no message fits within so many milliseconds of real time */
  async waitFor(predicate: (message: SentMessage) => boolean, ms: number): Promise<SentMessage> {
    await this.waiting.until(() => this.all.some(predicate), ms)
    const found = this.all.find(predicate)
    if (found) return found
    throw new Error(`no such message was sent within ${ms} ms; ${this.all.length} others were`)
  }

  release(): void {
    this.waiting.release()
  }
}
