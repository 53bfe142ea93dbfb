import type { OutboxWorker } from '../effects/index.js'
import type { Gateway, GatewayStatus } from '../gateways/gateway.js'
import type { Ledger } from '../ledger/index.js'
import type { MediaReader } from '../media/index.js'
import { type Clock, type Duration, type Instant, SECOND } from '../model/time.js'
import type { ConnectionAlarm } from './connection.js'
import type { Log } from './deps.js'
import { Gaps } from './gaps.js'
import { keepMedia } from './media.js'
import type { Moderator } from './moderator.js'

/** Calls back again and again until the returned function is called. */
export type Every = (interval: Duration, run: () => void) => () => void

export interface BotParts {
  gateway: Gateway
  moderator: Moderator
  outbox: OutboxWorker
  ledger: Ledger
  /** the texts in force */
  messages: () => ReadonlyMap<string, string>
  clock: Clock
  every: Every
  log: Log
  status?: (status: GatewayStatus) => void
  /** hears of the connection, to tell somebody of it */
  connection?: ConnectionAlarm
  /** nothing that is still under way may write any more */
  stopping?: () => void
  /** looks into pictures and documents */
  readMedia?: MediaReader
}

const TICK: Duration = SECOND

/** One account at work: hears, decides, speaks, and comes back to what has a deadline. */
export class Bot {
  private readonly parts: BotParts
  private stopTicking: (() => void) | null = null
  private readonly gaps: Gaps

  constructor(parts: BotParts) {
    this.parts = parts
    this.gaps = new Gaps(parts.ledger, parts.messages)
  }

  /** Finishes what an earlier run left, then starts to hear. */
  async start(): Promise<void> {
    const { gateway, moderator, outbox, every, log } = this.parts
    outbox.recover()
    const resumed = moderator.resume()
    if (resumed > 0) log.info({ resumed }, 'events of an interrupted run have been decided')
    await gateway.start({
      event: event => void moderator.event(event),
      eventsAtOnce: events => moderator.events(events),
      privateMessage: message => moderator.privateMessage(message),
      echo: echo => void outbox.heard(echo),
      media: media => keepMedia(this.parts, media),
      status: status => {
        if (status.state === 'online') outbox.online()
        if (status.state === 'offline') outbox.offline()
        this.gaps.status(status)
        this.parts.connection?.status(status)
        void this.speak()
        this.parts.status?.(status)
      },
      alive: at => {
        this.gaps.alive(at)
        this.parts.connection?.alive(at)
      },
    })
    this.stopTicking = every(TICK, () => {
      moderator.tick()
      this.parts.connection?.tick()
      void this.speak()
    })
  }

  /** Sends what is due. Never rejects: what cannot be sent stays in the outbox. */
  async speak(): Promise<void> {
    try {
      await this.parts.outbox.drain()
    } catch (error) {
      this.parts.log.error({ error: error instanceof Error ? error.message : String(error) }, 'the outbox stumbled')
    }
  }

  /** When something in the outbox becomes due; null when nothing waits. */
  nextWakeAt(): Instant | null {
    return this.parts.outbox.nextWakeAt()
  }

  /** Leaves without ending the session; what is owed stays owed. */
  async stop(): Promise<void> {
    this.stopTicking?.()
    this.parts.stopping?.()
    await this.speak()
    await this.parts.gateway.stop()
    this.gaps.close()
  }
}
