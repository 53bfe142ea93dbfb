import type { Capabilities } from '../model/capability.js'
import type { Clock, Instant } from '../model/time.js'
import type { Echo } from './echo.js'
import { EffectError, type EffectFailure, type Effects, type Receipt, type SecondMessage } from './effects.js'

export interface SimulatedSend {
  messageId: string
  at: Instant
  target: { group: string } | { person: string }
  text: string
  recalled: boolean
}

export interface SimulatedSecond extends SecondMessage {
  person: string
  channel: string
  sentAt: Instant
}

export interface SimulatedEffectsOptions {
  clock: Clock
  capabilities?: Partial<Capabilities>
  /** told of every line that is sent, as a gateway that hears itself would be */
  onEcho?: (echo: Echo) => void | Promise<void>
}

/**
 * Effects that reach nobody: for replay and dry run. Everybody can be reached, message ids count up, everything is
 * recorded. Tests may tell them to fail or to hang.
 */
export class SimulatedEffects implements Effects {
  readonly capabilities: Capabilities
  /** everything sent, oldest first */
  readonly sent: SimulatedSend[] = []
  /** everything sent by second channels, oldest first */
  readonly second: SimulatedSecond[] = []
  /** ids of others' messages that were asked to be taken back */
  readonly recalledOthers: string[] = []
  private readonly failures: { failure: EffectFailure; message: string; carriedOut: boolean }[] = []
  private gate: Promise<void> = Promise.resolve()

  constructor(private readonly options: SimulatedEffectsOptions) {
    this.capabilities = {
      sayInGroup: true,
      sayInPrivate: true,
      recallOwn: true,
      recallOther: false,
      removeMember: false,
      announce: false,
      hearsItself: options.onEcho !== undefined,
      ...options.capabilities,
    }
  }

  sayInGroup(group: string, text: string): Promise<Receipt> {
    return this.say({ group }, text)
  }

  sayInPrivate(person: string, text: string): Promise<Receipt> {
    return this.say({ person }, text)
  }

  async recallOwn(messageId: string, target: { group: string } | { person: string }): Promise<void> {
    await this.carryOut(() => {
      const message = this.sent.find(sent => sent.messageId === messageId && sameTarget(sent.target, target))
      if (!message) throw new EffectError('refused', `没有可撤回的消息 ${messageId}`)
      message.recalled = true
    })
  }

  async recallOther(messageId: string): Promise<void> {
    await this.carryOut(() => void this.recalledOthers.push(messageId))
  }

  secondChannel(person: string, channel: string, message: SecondMessage): Promise<Receipt> {
    return this.carryOut(() => {
      this.second.push({ ...message, person, channel, sentAt: this.options.clock.now() })
      return { messageId: null }
    })
  }

  /**
   * The next calls fail so, one each.
   * @param carriedOut the line is sent all the same, as when only the answer is lost
   */
  failNext(failure: EffectFailure, options: { times?: number; message?: string; carriedOut?: boolean } = {}): void {
    const { times = 1, message = '模拟的失败', carriedOut = false } = options
    for (let i = 0; i < times; i++) this.failures.push({ failure, message, carriedOut })
  }

  /** Every call from now on waits until the returned function is called. */
  hang(): () => void {
    let release = (): void => {}
    this.gate = new Promise(resolve => {
      release = resolve
    })
    return release
  }

  private async say(target: SimulatedSend['target'], text: string): Promise<Receipt> {
    const messageId = await this.carryOut(() => {
      const id = `sim-${this.sent.length + 1}`
      this.sent.push({ messageId: id, at: this.options.clock.now(), target, text, recalled: false })
      return id
    })
    return { messageId }
  }

  private async carryOut<T>(effect: () => T): Promise<T> {
    await this.gate
    const failing = this.failures.shift()
    if (failing && !failing.carriedOut) throw new EffectError(failing.failure, failing.message)
    const before = this.sent.length
    const result = effect()
    for (const { messageId, at, target, text } of this.sent.slice(before))
      await this.options.onEcho?.({ messageId, at, target, text })
    if (failing) throw new EffectError(failing.failure, failing.message)
    return result
  }
}

function sameTarget(a: SimulatedSend['target'], b: SimulatedSend['target']): boolean {
  return 'group' in a ? 'group' in b && a.group === b.group : 'person' in b && a.person === b.person
}
