import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Directory, Echo, Gateway, GatewayStatus, Listener } from '../../src/gateways/gateway.js'
import { createWechatyGateway, type WechatyGatewayOptions } from '../../src/gateways/wechaty/index.js'
import type { GroupEvent, MessageBody, PrivateMessage } from '../../src/model/event.js'
import type { Media } from '../../src/model/media.js'
import { systemClock } from '../../src/model/time.js'
import { Simulator, type SimulatorOptions, type WorldSpec } from '../../src/simulator/index.js'

export const ROOM = '1001@chatroom'
export const TOPIC = '三年级二班家长群'

export function classWorld(): WorldSpec {
  const people = [
    { id: 'teacher', nick: '晨光', remark: '王老师', friend: true },
    { id: 'dad', nick: '大山', friend: true },
    { id: 'mum', nick: '小满' },
    { id: 'aunt', nick: '秋天的风' },
  ]
  const members = [
    { id: 'bot' },
    { id: 'teacher', card: '王老师（班主任）' },
    { id: 'dad', card: '李明轩爸爸' },
    { id: 'mum', card: '周可馨妈妈' },
    { id: 'aunt' },
  ]
  const rooms = [
    { id: ROOM, topic: TOPIC, owner: 'teacher', members },
    { id: '1002@chatroom', topic: '小区团购群', owner: 'aunt', members: [{ id: 'bot' }, { id: 'aunt' }] },
  ]
  return { me: { id: 'bot', nick: '班级助手' }, people, rooms }
}

/** A directory that keeps ids in memory: person ids are `p-NAME` of the first name card seen. */
export class MemoryDirectory implements Directory {
  private readonly networkIds = new Map<string, string>()
  private readonly persons = new Map<string, string>()

  constructor(
    private readonly topics: Readonly<Record<string, string>> = { [TOPIC]: 'c3-2' },
    private readonly contacts: readonly string[] = ['王老师', '大山'],
  ) {}

  group(topic: string): string | null {
    return this.topics[topic] ?? null
  }

  member(_group: string, networkId: string, names: { card: string; nick?: string }) {
    const id = this.persons.get(networkId) ?? `p-${names.card}`
    this.persons.set(networkId, id)
    this.networkIds.set(id, networkId)
    return { id, name: names.card }
  }

  meet(group: string, members: readonly { id: string; card: string; nick: string }[]): void {
    for (const { id, card, nick } of members) this.member(group, id, { card: card || nick })
  }

  forget(): void {
    this.networkIds.clear()
    this.persons.clear()
  }

  person(networkId: string, nick: string) {
    if (!this.contacts.includes(nick)) return null
    this.networkIds.set(`c-${nick}`, networkId)
    return { id: `c-${nick}`, name: nick }
  }

  networkId(person: string): string | null {
    return this.networkIds.get(person) ?? null
  }
}

/** Everything a gateway told, in order. */
export class Recorder implements Listener {
  readonly events: GroupEvent[] = []
  readonly privates: PrivateMessage[] = []
  readonly echoes: Echo[] = []
  readonly statuses: GatewayStatus[] = []
  readonly fetched: Media[] = []
  alives = 0
  /** called for each event before it counts as taken */
  onEvent: (event: GroupEvent) => void | Promise<void> = () => {}
  private looking: (() => void)[] = []

  async event(event: GroupEvent): Promise<void> {
    await this.onEvent(event)
    this.events.push(event)
    this.look()
  }

  privateMessage(message: PrivateMessage): void {
    this.privates.push(message)
    this.look()
  }

  echo(echo: Echo): void {
    this.echoes.push(echo)
    this.look()
  }

  media(media: Media): void {
    this.fetched.push(media)
    this.look()
  }

  status(status: GatewayStatus): void {
    this.statuses.push(status)
    this.look()
  }

  alive(): void {
    this.alives++
    this.look()
  }

  messages(): MessageBody[] {
    return this.events.flatMap(event => (event.body.kind === 'message' ? [event.body.message] : []))
  }

  has(state: GatewayStatus['state']): boolean {
    return this.statuses.some(status => status.state === state)
  }

  /** Waits until `found` gives something. */
  async until<T>(found: () => T | undefined | false, what: string, ms = 8_000): Promise<T> {
    const deadline = Date.now() + ms
    for (;;) {
      const value = found()
      if (value !== undefined && value !== false) return value
      if (Date.now() > deadline) {
        const heard = JSON.stringify({ events: this.events.slice(-3), statuses: this.statuses.slice(-3) })
        throw new Error(`${what} did not come within ${ms} ms; the last things told: ${heard}`)
      }
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, Math.max(1, deadline - Date.now()))
        this.looking.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
  }

  private look(): void {
    for (const look of this.looking.splice(0)) look()
  }
}

export interface Rig {
  simulator: Simulator
  gateway: Gateway
  told: Recorder
  directory: MemoryDirectory
  cardPath: string
  /** another gateway on the same card, as after a restart of the program */
  restart(options?: Partial<WechatyGatewayOptions>): Promise<{ gateway: Gateway; told: Recorder }>
  close(): Promise<void>
}

/** A simulator, a gateway that is logged in to it, and what it tells. */
export async function openRig(
  settings: Partial<SimulatorOptions> & { login?: boolean; gateway?: Partial<WechatyGatewayOptions> } = {},
): Promise<Rig> {
  const { login = true, gateway: extra, ...simulated } = settings
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  const simulator = new Simulator({ world: classWorld(), longPoll: 2_000, echoOwn: false, ...simulated })
  const baseUrl = await simulator.start()
  const cardPath = join(folder, 'data', 'session.memory-card.json')
  const directory = new MemoryDirectory()
  const running: Gateway[] = []
  const open = async (options: Partial<WechatyGatewayOptions> = {}) => {
    const told = new Recorder()
    const gateway = createWechatyGateway({ directory, clock: systemClock, cardPath, baseUrl, ...extra, ...options })
    running.push(gateway)
    await gateway.start(told)
    return { gateway, told }
  }
  const { gateway, told } = await open()
  if (login) {
    simulator.phone.confirm(await simulator.phone.waitForCode())
    await told.until(() => told.has('online'), 'online')
  }
  const close = async () => {
    for (const one of running) await one.stop()
    await simulator.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { simulator, gateway, told, directory, cardPath, restart: open, close }
}
