import type { ChannelProof } from '../effects/channels/index.js'
import type { KeptLine } from '../engine/index.js'
import type { LogEvent, LogProblem } from '../gateways/replay/index.js'
import type { Ledger } from '../ledger/index.js'
import type { OpinionConfig, OpinionReply } from '../model/opinion.js'
import type { RuleSet } from '../model/rule.js'
import type { School } from '../model/school.js'
import type { Duration, Instant } from '../model/time.js'
import type { RuleTrace } from '../model/verdict.js'
import type { DemoView } from '../pipeline/demo.js'
import type { Outcome } from '../pipeline/deps.js'
import type { Probe } from './doctor/probe.js'
import type { Terminal } from './terminal.js'

/** A configuration as loaded, or everything that is wrong with it, rendered for the terminal. */
export type Loaded<T> = { ok: true; value: T; warnings: string } | { ok: false; count: number; report: string }

/** What every command gets from the composition root: commands know these, never how the rooms are put together. */
export interface Tools {
  readonly terminal: Terminal
  readonly env: Readonly<Record<string, string | undefined>>
  /** the machine, as far as `doctor` asks of it */
  readonly probe: Probe
  now(): Instant
  /** sets the exit code of the process; the highest one set stays */
  exit(code: number): void
  /** runs until the user interrupts */
  repeat(interval: Duration, run: () => void): Promise<void>
  /** asks again and again until there is something, or null when the time is over */
  wait<T>(interval: Duration, longest: Duration, look: () => T | null): Promise<T | null>
  /** a QR code in block characters */
  qrText(text: string): Promise<string>
  /** the school file; throws BZ505 where there is none, BZ506 with the whole report where it is wrong */
  school(file: string): Promise<School>
  loadSchool(file: string): Promise<Loaded<School>>
  /** rules with their examples run; third-party signals of the school included */
  loadRules(dir: string, signals?: readonly string[]): Promise<Loaded<RuleSet>>
  writeSchemas(dir: string, signals?: readonly string[]): Promise<readonly string[]>
  /** the ledger of a data folder, read only: takes no lock */
  readLedger(dataDir: string): Ledger
  /** the ledger of a data folder, to be written to beside a running bot; null where there is none yet */
  openBeside(dataDir: string, botId: string): Ledger | null
  /** what a rule of a pack says of each line; null where there is no such rule any more */
  judge(rules: RuleSet, signals: readonly string[], lines: readonly KeptLine[]): Promise<readonly (RuleTrace | null)[]>
  /** one test message by every second channel of the school */
  testChannels(school: School, messages: ReadonlyMap<string, string>): Promise<readonly ChannelProof[]>
  /** asks for a second opinion on a made-up line */
  testOpinion(config: OpinionConfig): Promise<OpinionReply>
  /** takes logs through the one path; throws BZ506 when the rules are wrong */
  replay(request: ReplayRequest): Promise<void>
  demo(request: DemoRequest): Promise<void>
  /** resolves when the user ends it */
  run(request: RunRequest): Promise<void>
}

export interface DemoRequest {
  rulesDir: string
  /** milliseconds between two lines */
  pause: number
  view: DemoView
  /** called when the day is over; everything stays up until it resolves */
  done(ledger: Ledger, dataDir: string): Promise<void>
}

export interface RunRequest {
  school: School
  dryRun: boolean
  started(): void
  /** a code to scan, as text for the terminal and as a picture on disk */
  scan(text: string, file: string): void
  status(state: 'online' | 'offline' | 'error', detail: string): void
  /** the rules were edited: taken over, or refused with a report */
  reloaded(ok: boolean, text: string): void
}

export interface ReplayRequest {
  files: readonly string[]
  rulesDir: string
  /** null: a ledger in memory, gone afterwards */
  ledgerDir: string | null
  decided(outcome: Outcome, line: LogEvent): void
  problem(problem: LogProblem): void
}
