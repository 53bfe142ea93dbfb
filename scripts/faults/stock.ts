import { type Message, type Room, type Wechaty, WechatyBuilder } from 'wechaty'
import { log } from 'wechaty-puppet'
import { PuppetWechat4u } from 'wechaty-puppet-wechat4u'
import type { Heard, State, Subject, SubjectOptions } from './subject.js'

log.level('silent')

interface Stock {
  request(options: { url: string }): unknown
}
const Puppet = PuppetWechat4u as unknown as new () => { monkeyPatch(wechat: Stock): void }

/** The stock puppet with nothing but another address. */
class LoopbackPuppet extends Puppet {
  constructor(private readonly baseUrl: string) {
    super()
  }

  override monkeyPatch(wechat: Stock): void {
    super.monkeyPatch(wechat)
    const request = wechat.request
    wechat.request = options => {
      const url = options.url.replace(/^https:\/\/([^/]+)/, `${this.baseUrl}/__host/$1`)
      return request({ ...options, ...{ proxy: false }, url })
    }
  }
}

/** wechaty -> wechaty-puppet-wechat4u -> wechat4u as they come, through wechaty's own interface. */
export class StockSubject implements Subject {
  readonly heard: Heard[] = []
  readonly states: State[] = []
  readonly alive: number[] = []
  private readonly bot: Wechaty

  constructor({ baseUrl, dir }: SubjectOptions) {
    process.chdir(dir)
    const options = { name: 'stock', puppet: new LoopbackPuppet(baseUrl) }
    this.bot = WechatyBuilder.build(options as unknown as Parameters<typeof WechatyBuilder.build>[0]) as Wechaty
  }

  async start(): Promise<void> {
    const { bot } = this
    bot.on('scan', () => this.state('scan'))
    bot.on('login', () => this.state('online'))
    bot.on('logout', () => this.state('logout'))
    bot.on('error', error => this.state('error', error.message))
    bot.on('heartbeat', () => void this.alive.push(Date.now()))
    bot.on('message', message => this.hear(message))
    bot.on('room-join', (_, who) =>
      this.add(
        'join',
        '',
        who.map(one => one.name()),
      ),
    )
    bot.on('room-leave', (_, who) =>
      this.add(
        'leave',
        '',
        who.map(one => one.name()),
      ),
    )
    bot.on('room-invite', () => this.add('notice', 'room-invite', []))
    await bot.start()
  }

  async stop(): Promise<void> {
    await this.bot.stop()
  }

  async say(topic: string, text: string): Promise<string | null> {
    const message = await (await this.room(topic)).say(text)
    return (message as Message | undefined)?.id ?? null
  }

  async recall(id: string): Promise<void> {
    const message = await this.bot.Message.find({ id })
    if (!message || !(await message.recall())) throw new Error('not recalled')
  }

  private async room(topic: string): Promise<Room> {
    const room = await this.bot.Room.find({ topic })
    if (!room) throw new Error('no such room')
    return room
  }

  private async hear(message: Message): Promise<void> {
    if (message.self()) return
    const inRoom = message.room() !== undefined
    const recalled = message.type() === this.bot.Message.Type.Recalled
    const mentions = (await message.mentionList().catch(() => [])).map(one => one.name())
    const original = recalled ? await message.toRecalled().catch(() => null) : null
    const kind = recalled ? 'recall' : inRoom ? 'message' : 'private'
    const text = recalled ? (original?.id ?? '') : message.text()
    this.heard.push({ at: Date.now(), kind, id: message.id, text, who: [message.talker().name()], mentions })
  }

  private add(kind: Heard['kind'], text: string, who: readonly string[]): void {
    this.heard.push({ at: Date.now(), kind, id: '', text, who, mentions: [] })
  }

  private state(state: State['state'], detail = ''): void {
    this.states.push({ at: Date.now(), state, detail })
  }
}
