import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Simulator, type SimulatorOptions } from '../../src/simulator/index.js'
import type { Heard, Subject, Who } from './subject.js'
import { faultsWorld } from './world.js'

/** What a row came to: a few words for the table, and whether what is wanted holds. */
export interface Finding {
  said: string
  holds: boolean
}

export interface Row {
  id: string
  table: 'session' | 'content'
  /** what happens */
  title: string
  /** runs in real time for so many seconds; such rows get a process of their own */
  seconds?: number
  run(kit: Kit): Promise<Finding>
}

/** A simulator and a subject for one row. */
export class Kit {
  readonly dir = mkdtempSync(join(tmpdir(), 'banzhang-faults-'))
  private opened: { simulator: Simulator; subject: Subject } | null = null

  constructor(readonly who: Who) {}

  get simulator(): Simulator {
    return this.use().simulator
  }

  get subject(): Subject {
    return this.use().subject
  }

  /** Starts both; logged in unless said otherwise. */
  async open(
    options: Partial<SimulatorOptions> & { login?: boolean; parents?: readonly string[] } = {},
  ): Promise<this> {
    const { login = true, parents, ...settings } = options
    const simulator = new Simulator({
      world: faultsWorld(),
      longPoll: 2_000,
      echoOwn: false,
      logLimit: 300_000,
      ...settings,
    })
    const baseUrl = await simulator.start()
    const Class =
      this.who === 'stock' ? (await import('./stock.js')).StockSubject : (await import('./ours.js')).OurSubject
    const subject = new Class({ baseUrl, dir: this.dir, ...(parents ? { parents } : {}) })
    this.opened = { simulator, subject }
    await subject.start()
    if (login) await this.login()
    return this
  }

  async login(): Promise<void> {
    this.simulator.phone.confirm(await this.simulator.phone.waitForCode(90_000))
    await this.until(() => this.count('online') > 0, 30_000)
    // rooms and members have been asked for
    const probe = `第一句 ${Date.now()}`
    this.simulator.say('1001@chatroom', 'dad', probe)
    await this.hears(probe, 60_000)
  }

  count(state: Subject['states'][number]['state']): number {
    return this.subject.states.filter(each => each.state === state).length
  }

  /** Something heard of this text within so many milliseconds. */
  async hears(text: string, ms = 4_000): Promise<Heard | null> {
    const find = () => this.subject.heard.find(each => each.text === text)
    await this.until(() => find() !== undefined, ms)
    return find() ?? null
  }

  async until(ready: () => boolean, ms: number): Promise<boolean> {
    const deadline = Date.now() + ms
    while (!ready()) {
      if (Date.now() > deadline) return false
      await sleep(20)
    }
    return true
  }

  async close(): Promise<void> {
    const { opened } = this
    if (opened) {
      opened.simulator.faults.clear()
      await Promise.race([opened.subject.stop().catch(() => {}), sleep(3_000)])
      await opened.simulator.stop()
    }
    rmSync(this.dir, { recursive: true, force: true })
  }

  private use(): { simulator: Simulator; subject: Subject } {
    if (!this.opened) throw new Error('not opened')
    return this.opened
  }
}
