import type { GatewayStatus } from '../gateways/gateway.js'
import type { Ledger } from '../ledger/index.js'
import { type MessageKey, renderMessage } from '../model/message.js'
import { type Duration, type Instant, SECOND } from '../model/time.js'

/** meta key: instant of the latest proof that the connection lives */
export const ALIVE_KEY = 'alive'
/** How often a live connection is noted on disk: for `doctor --live`, and for the gap after a crash. */
const NOTE: Duration = 15 * SECOND
/** A long poll takes up to half a minute, and what failed is tried again; only a longer silence is a gap. */
const SILENCE: Duration = 90 * SECOND

/**
 * Writes to the ledger every window in which nothing could be heard: from the last proof that the connection lived to
 * the next one, when it is longer than a few polls; and, however short, across a new login, since the network keeps
 * nothing for a session that has ended. Survives the process: the last proof is on disk.
 */
export class Gaps {
  private last: Instant | null
  private noted: Instant = Number.NEGATIVE_INFINITY
  private newLogin = false
  private reason: MessageKey = 'gap.not_running'

  constructor(
    private readonly ledger: Ledger,
    private readonly messages: () => ReadonlyMap<string, string>,
  ) {
    const kept = ledger.meta(ALIVE_KEY)
    this.last = kept === null ? null : Number(kept)
  }

  status(status: GatewayStatus): void {
    if (status.state === 'scan') this.newLogin = true
  }

  /** The connection proved to be alive. */
  alive(at: Instant): void {
    const { last } = this
    if (last !== null && at > last && (this.newLogin || at - last > SILENCE)) {
      const reason = this.newLogin ? 'gap.new_login' : this.reason
      this.ledger.batch(() => {
        this.ledger.addGap(last, at, renderMessage(this.messages(), reason))
        this.note(at)
      })
    } else if (at < this.noted || at - this.noted >= NOTE) this.note(at)
    this.last = at
    this.newLogin = false
    this.reason = 'gap.no_answer'
  }

  /** A stop on purpose: the next run's gap begins here. */
  close(): void {
    if (this.last !== null) this.note(this.last)
  }

  private note(at: Instant): void {
    this.ledger.setMeta(ALIVE_KEY, String(at))
    this.noted = at
  }
}
