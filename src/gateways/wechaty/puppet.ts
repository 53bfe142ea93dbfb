import { setTimeout as sleep } from 'node:timers/promises'
import { PuppetWechat4u } from 'wechaty-puppet-wechat4u'
import { NotConnected } from './guard.js'
import type { Download } from './media/download.js'
import { type WebMedia, webDownload, webRequest } from './media/web.js'
import { decodeWire, type RawContact, type RawMessage } from './raw.js'
import { Session, type SessionHooks, type Wechat4u } from './session.js'

/** Where the stock puppet keeps the session in wechaty's memory. */
const MEMORY_SLOT = 'PUPPET-WECHAT4U'
/** wechat4u names a message by the millisecond: two in one millisecond would be taken for one */
const BETWEEN_SENDS = 2
/** how long a stop waits for a listener that is busy */
const PATIENCE = 2_000

/** What this subclass uses and replaces of the stock class, much of which that class declares private. */
interface StockPuppet {
  wechat4u: Wechat4u | undefined
  readonly cacheMessageRawPayload: { set(id: string, raw: RawMessage & { isSendBySelf: boolean }): unknown }
  __currentUserId: string | undefined
  readonly isLoggedIn: boolean
  readonly currentUserId: string
  readonly memory: { set(key: string, value: unknown): Promise<void>; save(): Promise<void> }
  emit(event: 'ready', payload: { data: string }): unknown
  monkeyPatch(wechat: Wechat4u): void
  login(userId: string): void
  onStop(): Promise<void>
  messageSendText(to: string, text: string): Promise<string | undefined>
  messageRecall(id: string): Promise<boolean>
  messageRawPayload(id: string): Promise<unknown>
  contactRawPayload(id: string): Promise<unknown>
  roomRawPayload(id: string): Promise<unknown>
  _startPuppetHeart(): void
  waitStable(): Promise<void>
}

const Stock = PuppetWechat4u as unknown as new () => StockPuppet

export interface GuardedPuppetOptions {
  hooks: SessionHooks
  baseUrl: string | null
}

/**
 * wechaty-puppet-wechat4u with everything repaired that it and wechat4u lose, alter or survive badly, none of it in
 * node_modules. Messages are handed on as the network gave them (`hooks.heard`), not through the puppet's events: those
 * cut texts, swallow some, come up to 51 seconds late, and obey phrases that log the bot out.
 */
export class GuardedPuppet extends Stock {
  private session: Session | null = null
  private turn: Promise<unknown> = Promise.resolve()
  /** what was heard last, until it is dealt with and the card says so */
  private batch: Promise<void> = Promise.resolve()

  constructor(private readonly guarded: GuardedPuppetOptions) {
    super()
  }

  /** The stock class calls this once for each wechat4u, before it starts. */
  override monkeyPatch(wechat: Wechat4u): void {
    super.monkeyPatch(wechat)
    const { hooks, baseUrl } = this.guarded
    const heard: SessionHooks['heard'] = sync => {
      this.batch = hooks.heard(sync).then(() => this.saveCard(wechat))
      return this.batch
    }
    this.session = new Session(wechat, { ...hooks, heard }, baseUrl)
  }

  /** A second login of the same account (after a reconnect) is nothing new; of another one it replaces the first. */
  override login(userId: string): void {
    if (this.isLoggedIn && this.currentUserId === userId) return
    this.__currentUserId = undefined
    super.login(userId)
  }

  /** Leaves; the session on the network and the card stay. What was heard is dealt with first, if that does not take long. */
  override async onStop(): Promise<void> {
    this.session?.leave()
    await settled(this.batch, PATIENCE)
    this.session = null
    this.wechat4u = undefined
    this.__currentUserId = undefined
  }

  get ready(): boolean {
    return this.session?.online === true && this.isLoggedIn
  }

  /** network id of the account itself, or empty */
  get me(): string {
    return this.wechat4u?.user.UserName ?? ''
  }

  /** nickname of the account, or empty */
  get accountName(): string {
    return decodeWire(this.wechat4u?.user.NickName)
  }

  /** Name of the message that was sent; null where the network does not tell. Rejects as wechat4u does. */
  async say(to: string, text: string): Promise<string | null> {
    const wechat = this.alive()
    const turn = this.turn
    this.turn = turn.then(() => sleep(BETWEEN_SENDS))
    await turn
    const { MsgID } = await wechat.sendMsg(text, to)
    return MsgID ? String(MsgID) : null
  }

  /**
   * Takes back a message of the bot's own; resolves only when the server said so. (wechat4u's revokeMsg hides why it failed,
   * the stock puppet does not wait for it.)
   */
  async recall(messageId: string, to: string): Promise<void> {
    const wechat = this.alive()
    const data = {
      BaseRequest: wechat.getBaseRequest(),
      SvrMsgId: messageId,
      ToUserName: to,
      ClientMsgId: String(Date.now() * 1000),
    }
    const response = await wechat.request({ method: 'POST', url: wechat.CONF.API_webwxrevokemsg, data })
    const ret = (response.data as { BaseResponse?: { Ret?: unknown } } | null)?.BaseResponse?.Ret
    if (ret !== 0) throw Object.assign(new Error('recall refused'), { response })
  }

  /** Asks for rooms or persons; what comes is also told to `hooks.contacts`. */
  async refresh(userNames: readonly string[]): Promise<void> {
    const wechat = this.alive()
    const contacts = await wechat.batchGetContact(userNames.map(UserName => ({ UserName, EncryChatRoomId: '' })))
    wechat.updateContacts(contacts)
  }

  /** Brings the media of a message. */
  media(media: WebMedia): Download {
    return async (limit, signal) => {
      const wechat = this.present()
      const asked = webRequest(media, this.me, wechat.CONF, wechat.PROP)
      return webDownload(wechat.request, asked, { file: media.kind === 'file' })(limit, signal)
    }
  }

  /** Brings somebody's picture; `path` as the service gave it in their contact. */
  face(path: string): Download {
    return async (limit, signal) => {
      const wechat = this.present()
      return webDownload(wechat.request, { url: `${wechat.CONF.origin}${path}` })(limit, signal)
    }
  }

  /** Accepts somebody's friend request. */
  async accept(userName: string, ticket: string): Promise<void> {
    await this.alive().verifyUser(userName, ticket)
  }

  /** Null while the address book was not read. */
  isFriend(userName: string): boolean | null {
    const flag = this.wechat4u?.contacts[userName]?.ContactFlag
    if (flag !== undefined && (flag & 1) === 1) return true
    return this.session?.addressBookKnown ? false : null
  }

  override async messageSendText(to: string, text: string): Promise<string | undefined> {
    const id = await this.say(to, text)
    if (id === null) return undefined
    const own = { MsgId: id, FromUserName: this.me, ToUserName: to, MsgType: 1, Content: text }
    this.cacheMessageRawPayload.set(id, { ...own, CreateTime: Math.floor(Date.now() / 1000), isSendBySelf: true })
    return id
  }

  override async messageRecall(id: string): Promise<boolean> {
    const raw = (await this.messageRawPayload(id)) as RawMessage
    if (raw.FromUserName !== this.me) return false
    await this.recall(id, raw.ToUserName)
    return true
  }

  /** The stock one waits up to 51 seconds for somebody who may never be known. */
  override async contactRawPayload(id: string): Promise<unknown> {
    return this.contact(id)
  }

  override async roomRawPayload(id: string): Promise<unknown> {
    return this.contact(id)
  }

  /** Liveness comes from the last successful sync, not from a timer that ticks while the bot is deaf. */
  override _startPuppetHeart(): void {}

  override async waitStable(): Promise<void> {
    this.emit('ready', { data: 'stable' })
  }

  private contact(id: string): RawContact {
    const contact = this.wechat4u?.contacts[id]
    if (!contact) throw new Error('unknown contact')
    return contact
  }

  private async saveCard(wechat: Wechat4u): Promise<void> {
    if (this.wechat4u !== wechat) return
    await this.memory.set(MEMORY_SLOT, wechat.botData)
    await this.memory.save()
  }

  private alive(): Wechat4u {
    if (!this.ready) throw new NotConnected()
    return this.present()
  }

  private present(): Wechat4u {
    if (!this.wechat4u) throw new NotConnected()
    return this.wechat4u
  }
}

async function settled(work: Promise<unknown>, ms: number): Promise<void> {
  const patience = new AbortController()
  const { signal } = patience
  await Promise.race([work.catch(() => {}), sleep(ms, undefined, { signal }).catch(() => {})])
  patience.abort()
}
