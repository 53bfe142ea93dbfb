import type { Clock, Instant } from '../model/time.js'
import type { Content } from './content.js'
import { Faults } from './faults.js'
import { Media } from './media.js'
import { Outgoing } from './outgoing.js'
import { RequestLog } from './request-log.js'
import { Logins, type Retcode, Session } from './session.js'
import { Waiting } from './waiting.js'
import { escapeText, hash } from './wire.js'
import { personContact, roomContact, type WireContact } from './wire-contact.js'
import { type WireMessage, wireMessage } from './wire-message.js'
import type { Room, World } from './world.js'

export interface ServiceSettings {
  /** how long login and synccheck wait for news, milliseconds of real time */
  longPoll: number
  /** messages in one answer of webwxsync */
  syncBatch: number
  /** messages read that an old sync key can still fetch again */
  retained: number
  /** how long an own message can be taken back */
  recallWindow: number
  /**
   * What the session sends comes back through webwxsync. The real service is only known to echo what was sent
   * from the account's other devices.
   */
  echoOwn: boolean
  /** webwxinit lists rooms without their members */
  partialRooms: boolean
  /** host that the client is sent to after the login */
  host: string
  /** everything that looks random follows from it */
  seed: string
}

/** How a pushed message may differ from a plain one. */
export interface PushOptions {
  /** given twice, the same message comes twice */
  id?: string
  /** when it was sent, if not now */
  at?: Instant
}

/** The state of the simulated service: what the phone, the members and the endpoints all work on. */
export class Service {
  readonly logins = new Logins()
  readonly outgoing = new Outgoing()
  readonly media = new Media(500)
  readonly waiting = new Waiting()
  readonly faults = new Faults(() => this.waiting.wake())
  readonly log: RequestLog
  session: Session | null = null
  /** tickets of friend requests not yet accepted */
  readonly requests = new Set<string>()
  /** the account may not use the web client: login ends in 1203 */
  blocked = false
  private sessions = 0
  private codes = 0
  private messages = 0n
  private readonly firstId: bigint

  constructor(
    readonly world: World,
    readonly clock: Clock,
    readonly settings: ServiceSettings,
    logLimit: number,
  ) {
    this.log = new RequestLog(logLimit)
    this.firstId = BigInt(clock.now()) * 1_000_000n
  }

  now(): Instant {
    return this.clock.now()
  }

  /** 19 digits, rising, beyond what a double can hold */
  nextMessageId(): string {
    this.messages += 1n
    return String(this.firstId + this.messages)
  }

  newCode(): string {
    this.codes += 1
    const uuid = `${hash(`${this.settings.seed}:code:${this.codes}`).slice(0, 10)}==`
    this.logins.add(uuid)
    this.waiting.wake()
    return uuid
  }

  /** A new QR login: new ids, new keys; whatever waited for the old session is lost to the web client. */
  newSession(): Session {
    this.sessions += 1
    this.session = new Session(`${this.settings.seed}:session:${this.sessions}`, this.settings.retained)
    this.waiting.wake()
    return this.session
  }

  endSession(retcode: Retcode): void {
    if (this.session) this.session.ended = retcode
    this.waiting.wake()
  }

  /** Said in a room by a member. Returns the message id. */
  pushToRoom(room: Room, from: string, content: Content, options: PushOptions = {}): string {
    return this.push(content, options, ids => ({
      FromUserName: ids(room.id),
      ToUserName: ids(this.world.me.id),
      Content: content.system ? escapeText(content.body) : `${ids(from)}:<br/>${escapeText(content.body)}`,
    }))
  }

  /** Said to the account alone. */
  pushPrivate(from: string, content: Content, options: PushOptions = {}): string {
    return this.push(content, options, ids => ({
      FromUserName: ids(from),
      ToUserName: ids(this.world.me.id),
      Content: escapeText(content.body),
    }))
  }

  /** Sent by the account itself, from another device or (as an echo) by this session. */
  pushOwn(to: string, content: Content, options: PushOptions = {}): string {
    return this.push(content, options, ids => ({
      FromUserName: ids(this.world.me.id),
      ToUserName: ids(to),
      Content: escapeText(content.body),
    }))
  }

  /** A grey line, and the room as it is now. */
  pushSystem(room: Room, line: string, options: PushOptions & { silent?: boolean } = {}): string {
    const id = this.pushToRoom(room, '', { type: 10_000, body: line, system: true }, options)
    if (!options.silent) this.pushContacts([room])
    return id
  }

  /** People and rooms changed: ModContactList. */
  pushContacts(changed: readonly (Room | string)[]): void {
    const session = this.session
    if (!session) return
    const contacts = changed.map(
      (item): WireContact =>
        typeof item === 'string'
          ? personContact(this.world.person(item), session.ids)
          : roomContact(item, this.world, session.ids, true),
    )
    session.inbox.push(null, contacts)
    this.waiting.wake()
  }

  private push(
    content: Content,
    options: PushOptions,
    address: (wire: (id: string) => string) => Partial<WireMessage>,
  ): string {
    const id = options.id ?? this.nextMessageId()
    const mediaId = content.bytes ? `@crypt_${hash(id).slice(0, 32)}` : ''
    if (content.bytes) this.media.add([id, mediaId], { bytes: content.bytes, mime: content.mime ?? '' })
    const session = this.session
    if (!session) return id
    const fields = { MsgType: content.type, MediaId: mediaId, ...content.fields, ...address(x => session.ids.wire(x)) }
    session.inbox.push(wireMessage({ ...fields, MsgId: id, at: options.at ?? this.now() }))
    this.waiting.wake()
    return id
  }
}
