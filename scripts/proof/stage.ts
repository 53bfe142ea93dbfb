import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/model/time.js'
import { Simulator, type SimulatorOptions } from '../../src/simulator/index.js'
import { localTime, zonedInstant } from '../../src/text/index.js'
import { audit, quiet, type Record } from './audit.js'
import type { BotSettings } from './bot.js'
import { BotProcess } from './process.js'
import { type ProofSchool, proofSchool } from './school.js'

const ZONE = 'Asia/Shanghai'

export interface StageOptions {
  groups: number
  membersEach: number
  rules?: string
  echoWindow?: number
  simulator?: Partial<SimulatorOptions>
}

/** A simulator in this process and a folder for a bot in another; the clock of both says that it is a school morning. */
export class Stage {
  readonly school: ProofSchool
  readonly dir = mkdtempSync(join(tmpdir(), 'banzhang-proof-'))
  readonly simulator: Simulator
  readonly clock: { now(): Instant }
  private readonly settings: Omit<BotSettings, 'baseUrl'>
  private readonly running = new Set<BotProcess>()

  constructor(options: StageOptions) {
    this.school = proofSchool(options.groups, options.membersEach)
    const clockOffset = schoolMorning(Date.now()) - Date.now()
    const { rules = 'rules', echoWindow = 15_000 } = options
    this.settings = { dir: this.dir, rules, clockOffset, echoWindow }
    this.clock = { now: () => Date.now() + this.settings.clockOffset }
    writeFileSync(join(this.dir, 'school.yaml'), JSON.stringify(this.school.file), { mode: 0o600 })
    this.simulator = new Simulator({
      world: this.school.world,
      clock: this.clock,
      longPoll: 2_000,
      echoOwn: true,
      ...options.simulator,
    })
  }

  useRules(dir: string): void {
    this.settings.rules = dir
  }

  async open(): Promise<void> {
    await this.simulator.start()
  }

  start(die?: BotSettings['die'], report = false): BotProcess {
    const { baseUrl } = this.simulator
    const bot = new BotProcess({ ...this.settings, baseUrl, report, ...(die ? { die } : {}) })
    this.running.add(bot)
    void bot.gone().then(() => this.running.delete(bot))
    return bot
  }

  /** The first life of the bot: the QR code is scanned. */
  async login(bot: BotProcess): Promise<void> {
    if (await bot.until('scan', 180_000)) this.simulator.phone.confirm()
    if (!(await bot.until('online', 180_000))) throw new Error(`the bot did not come online:\n${bot.stderr}`)
  }

  /** It is this hour now, for the network and for the bot: what was due by then is done when this resolves. */
  async goTo(instant: Instant): Promise<void> {
    this.settings.clockOffset += Math.max(0, instant - this.clock.now())
    for (const bot of this.running) await bot.setClock(this.settings.clockOffset)
  }

  /** Nothing is under way: all that was said is decided, all that is due is sent and settled. */
  async settled(record: () => Record, ms = 90_000): Promise<void> {
    const deadline = Date.now() + ms
    while (!this.isQuiet(record())) {
      if (Date.now() > deadline) throw new Error(`still busy: ${JSON.stringify(audit(this.ledgerFile, record()))}`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  /** The ledger may not have been made yet. */
  private isQuiet(record: Record): boolean {
    try {
      return quiet(this.ledgerFile, record, this.clock.now())
    } catch {
      return false
    }
  }

  get ledgerFile(): string {
    return join(this.dir, 'ledger.db')
  }

  async close(): Promise<void> {
    for (const bot of this.running) await bot.kill()
    await this.simulator.stop()
    rmSync(this.dir, { recursive: true, force: true })
  }
}

/** Half past eight of the next day with school: outside quiet hours, whatever the time is where this runs. */
function schoolMorning(now: Instant): Instant {
  for (let ahead = 0; ahead < 30; ahead++) {
    const local = localTime(now + ahead * DAY, ZONE)
    const midnight = local.workday && !local.festival ? zonedInstant(`${local.date}T00:00`, ZONE) : null
    if (midnight !== null && midnight > now) return midnight + 8 * HOUR + 30 * MINUTE
  }
  throw new Error('no school day within a month')
}
