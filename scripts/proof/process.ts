import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BotNews, BotOrder, BotSettings } from './bot.js'

const PROJECT = process.cwd()
const PROGRAM = join(PROJECT, 'build', 'scripts', 'proof', 'bot.js')

/** One life of the bot, in a process of its own. */
export class BotProcess {
  readonly news: BotNews[] = []
  /** what it complained of */
  stderr = ''
  onDecided: (events: readonly [id: string, at: number][], rss: number) => void = () => {}
  private readonly child: ChildProcess
  private readonly ended: Promise<void>
  private looking: (() => void)[] = []

  constructor(settings: BotSettings) {
    if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: run \`npm run build:proofs\` first`)
    const file = join(settings.dir, 'bot.json')
    writeFileSync(file, JSON.stringify(settings))
    this.child = fork(PROGRAM, [file], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] })
    this.child.stderr?.on('data', chunk => {
      this.stderr = (this.stderr + String(chunk)).slice(-20_000)
    })
    this.child.on('message', message => {
      const news = message as BotNews
      if (news.state === 'decided') this.onDecided(news.events, news.rss)
      else this.news.push(news)
      this.look()
    })
    this.ended = new Promise(resolve => {
      this.child.on('exit', () => {
        resolve()
        this.look()
      })
    })
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }

  has(state: BotNews['state']): boolean {
    return this.news.some(news => news.state === state)
  }

  /** Resolves true when it said so, false when it died before or nothing came in time. */
  async until(state: BotNews['state'], ms: number): Promise<boolean> {
    return this.waitFor(() => this.has(state), ms)
  }

  private async waitFor(come: () => boolean, ms: number): Promise<boolean> {
    const deadline = Date.now() + ms
    while (this.alive && !come() && Date.now() < deadline) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, deadline - Date.now())
        this.looking.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
    return come()
  }

  /** SIGKILL: nothing of it runs any more when this resolves. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.ended
  }

  /** Resolves when it has ended, of itself or because it was killed. */
  gone(): Promise<void> {
    return this.ended
  }

  /** Another hour: resolves when what was due by then is done. Nothing, when it is dead. */
  async setClock(clockOffset: number, ms = 30_000): Promise<void> {
    if (!this.alive) return
    const before = this.news.length
    this.order({ clockOffset })
    await this.waitFor(() => this.news.slice(before).some(({ state }) => state === 'ticked'), ms)
  }

  async stop(): Promise<void> {
    if (!this.alive) return
    this.order('stop')
    await this.ended
  }

  private order(order: BotOrder): void {
    this.child.send(order)
  }

  private look(): void {
    for (const look of this.looking.splice(0)) look()
  }
}

/** Path of a compiled script, for processes of its own. */
export function scriptPath(name: string): string {
  return fileURLToPath(new URL(`file://${join(PROJECT, 'build', 'scripts', name)}`))
}
