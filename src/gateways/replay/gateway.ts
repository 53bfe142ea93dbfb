import type { Effects } from '../../effects/effects.js'
import type { GroupEvent } from '../../model/event.js'
import type { Instant } from '../../model/time.js'
import type { Directory, Gateway, Listener } from '../gateway.js'
import { eventOfLine, type SpeakerOf } from './event.js'
import type { LogEvent, LogHeader } from './line.js'
import { readLog } from './log.js'

export interface LogProblem {
  file: string
  line: number
  message: string
}

export interface ReplayOptions {
  files: readonly string[]
  effects: Effects
  directory: Directory
  /** makes the group that a header describes and returns its id */
  openGroup(header: LogHeader): string
  /** called with the time of each event before it is told */
  reach(at: Instant): Promise<void>
  /** called when an event was handled; `logId` is its id in the log */
  handled?(event: GroupEvent, line: LogEvent): void
  problem(problem: LogProblem): void
}

/** A group log as a chat network: what it says happened, happens; what is said goes to simulated effects. */
export class ReplayGateway implements Gateway {
  readonly effects: Effects
  private readonly options: ReplayOptions
  private stopped = false

  constructor(options: ReplayOptions) {
    this.options = options
    this.effects = options.effects
  }

  /** Resolves when every line was read. */
  async start(listener: Listener): Promise<void> {
    for (const file of this.options.files) await this.play(file, listener)
  }

  async stop(): Promise<void> {
    this.stopped = true
  }

  private async play(file: string, listener: Listener): Promise<void> {
    let group = ''
    let names = new LogNames([])
    for await (const item of readLog(file)) {
      if (this.stopped) return
      if (item.kind === 'problem') this.options.problem(item)
      else if (item.kind === 'header') {
        group = this.options.openGroup(item.header)
        names = new LogNames(item.header.members)
        // who is listed is who they are before anybody with a name like theirs speaks
        for (const { name, role } of item.header.members) {
          if (role !== 'unknown') this.options.directory.member(group, name, { card: name })
        }
      } else {
        const event = eventOfLine(item.event, group, this.speakers(group, names))
        await this.options.reach(event.at)
        await listener.event(event)
        if (event.body.kind === 'rename') names.renamed(item.event.from, event.body.name)
        this.options.handled?.(event, item.event)
      }
    }
  }

  private speakers(group: string, names: LogNames): SpeakerOf {
    return name => {
      const card = names.personOf(name)
      return this.options.directory.member(group, card, { card })
    }
  }
}

/** In a log the name is the identity; a rename and an `aka` lead back to the name in the header. */
class LogNames {
  private readonly person = new Map<string, string>()

  constructor(members: LogHeader['members']) {
    for (const member of members) {
      for (const other of member.aka === undefined ? [] : [member.aka].flat()) this.person.set(other, member.name)
    }
    for (const member of members) this.person.set(member.name, member.name)
  }

  personOf(name: string): string {
    return this.person.get(name) ?? name
  }

  /** A name that somebody already bears stays theirs: a copied name card gives nobody another's rights. */
  renamed(from: string, to: string): void {
    if (!this.person.has(to)) this.person.set(to, this.personOf(from))
  }
}
