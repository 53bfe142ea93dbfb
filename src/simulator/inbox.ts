import type { WireContact } from './wire-contact.js'
import type { WireMessage } from './wire-message.js'

interface Entry {
  seq: number
  message: WireMessage | null
  contacts: readonly WireContact[]
}

export interface Batch {
  messages: WireMessage[]
  contacts: WireContact[]
  /** sync key value after this batch */
  upTo: number
  /** there is more: ask again at once */
  more: boolean
}

const FIRST = 700_000_000

/**
 * What waits for one session, in order. The client says up to where it has read (its sync key); an old key gives
 * the same entries again, as long as they are retained.
 */
export class Inbox {
  private entries: Entry[] = []
  private last = FIRST
  private read = FIRST

  constructor(private readonly retained: number) {}

  push(message: WireMessage | null, contacts: readonly WireContact[] = []): void {
    this.last += 1
    this.entries.push({ seq: this.last, message, contacts })
  }

  /** how far the session has ever read: the sync key of webwxinit */
  get position(): number {
    return this.read
  }

  waiting(from: number = this.read): boolean {
    return this.last > from
  }

  take(from: number, limit: number): Batch {
    const found = this.entries.slice(this.indexAfter(from)).slice(0, limit)
    const upTo = found.at(-1)?.seq ?? Math.min(from, this.last)
    this.read = Math.max(this.read, upTo)
    this.forget()
    return {
      messages: found.flatMap(entry => entry.message ?? []),
      contacts: found.flatMap(entry => entry.contacts),
      upTo,
      more: this.last > upTo,
    }
  }

  /** Drops what was read long ago; what nobody has read yet is kept however much it is. */
  private forget(): void {
    const read = this.indexAfter(this.read)
    if (read > 2 * this.retained) this.entries.splice(0, read - this.retained)
  }

  private indexAfter(seq: number): number {
    const first = this.entries[0]?.seq ?? this.last + 1
    return Math.min(Math.max(0, seq - first + 1), this.entries.length)
  }
}
