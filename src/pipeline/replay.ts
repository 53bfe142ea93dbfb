import { SimulatedEffects } from '../effects/index.js'
import { SchoolDirectory } from '../gateways/directory.js'
import {
  groupOfHeader,
  type LogEvent,
  type LogHeader,
  type LogProblem,
  ReplayGateway,
  supervisorOfHeader,
} from '../gateways/replay/index.js'
import type { Ledger } from '../ledger/index.js'
import type { School } from '../model/school.js'
import { type Instant, ManualClock } from '../model/time.js'
import { assemble } from './assemble.js'
import type { Deps, LiveRules, Log, Outcome, Timed } from './deps.js'

export interface ReplayParts {
  files: readonly string[]
  rules: LiveRules
  ledger: Ledger
  key: Buffer
  log: Log
  /** what happens by the clock, to the group that is being replayed */
  jobs?(deps: Deps, group: () => string): Timed
  /** one event, decided; `line` is how the log wrote it */
  decided(outcome: Outcome, line: LogEvent): void
  problem(problem: LogProblem): void
}

/** A log has no school file: everybody comes from its headers. */
const NO_SCHOOL: School = {
  school: '',
  timezone: 'Asia/Shanghai',
  bot: { id: 'replay', puppet: '', puppetToken: null },
  dataDir: '',
  rulesDir: '',
  groups: [],
  people: [],
  smtp: null,
  pacing: { perMinute: 1, perDay: 1, jitter: 0 },
  retention: { inbox: 0, flagged: 0, escalated: 0 },
  signals: [],
  calendar: { workdays: [], restDays: [] },
}

const NOTHING_TO_DO: Timed = { tick: () => {}, nextDue: () => null }

/** Takes logs through the one path, on the log's own clock; what is owed goes to simulated effects. */
export async function replay(parts: ReplayParts): Promise<void> {
  const { ledger } = parts
  const clock = new ManualClock(0)
  const directory = new LoggedGroups(NO_SCHOOL, ledger)
  const effects = new SimulatedEffects({ clock })
  let latest: Outcome | null = null
  let current = ''
  const { moderator, outbox } = assemble({
    ledger,
    directory,
    effects,
    clock,
    key: parts.key,
    rules: () => parts.rules,
    mode: () => 'live',
    reachable: () => true,
    pacing: { perMinute: 1_000_000, perDay: 1_000_000, jitter: 0 },
    random: () => 0,
    online: true,
    calendar: NO_SCHOOL.calendar,
    log: parts.log,
    jobs: deps => parts.jobs?.(deps, () => current) ?? NOTHING_TO_DO,
    judged: outcome => {
      latest = outcome
    },
  })
  const opened = new Map<string, number>()
  const gateway = new ReplayGateway({
    files: parts.files,
    effects,
    directory,
    openGroup: header => {
      leaveCases(ledger, clock.now())
      const group = groupOfHeader(idOf(header, opened), header)
      directory.addPeople(supervisorOfHeader(group.id, header))
      directory.addGroup(group, header.timezone)
      clock.restartAt(0)
      current = group.id
      return group.id
    },
    reach: at =>
      reach(at, clock, [() => moderator.nextDeadline(), () => outbox.nextWakeAt()], async () => {
        moderator.tick()
        await outbox.drain()
      }),
    handled: (_, line) => {
      if (latest) parts.decided(latest, line)
      latest = null
    },
    problem: parts.problem,
  })
  await gateway.start({
    event: async event => {
      moderator.event(event)
      await outbox.drain()
    },
    privateMessage: () => {},
    echo: () => {},
    status: () => {},
    alive: () => {},
  })
}

/**
 * The log of a group has ended, and nobody knows how its cases went on: they end with it. They would be told again and
 * again through the weeks to the next log otherwise.
 */
function leaveCases(ledger: Ledger, now: Instant): void {
  ledger.batch(() => {
    for (const { id, state, step } of ledger.openCases()) {
      ledger.moveCase({
        caseId: id,
        from: { state, step },
        to: { state: 'ignored', closedAt: now, closedBy: 'expired' },
        move: { by: 'bot', channel: 'clock', what: 'expired', at: now },
        actions: [],
      })
    }
  })
}

/** Logs have nothing to do with each other: who is called alike in two of them is two people. */
class LoggedGroups extends SchoolDirectory {
  override selves(person: string): readonly string[] {
    return [person]
  }
}

/** Moves a clock on to an instant, stopping wherever something falls due on the way. */
export async function reach(
  at: Instant,
  clock: ManualClock,
  due: readonly (() => Instant | null)[],
  act: () => Promise<void>,
): Promise<void> {
  // the very first event sets the clock: nothing can have fallen due before it
  if (clock.now() === 0) clock.restartAt(at)
  for (;;) {
    const next = Math.min(...due.map(when => when() ?? Number.POSITIVE_INFINITY))
    if (next > at) break
    const before = clock.now()
    clock.advanceTo(next)
    await act()
    // what stays due without time passing will not be settled by asking again
    if (clock.now() === before && next <= before) break
  }
  clock.advanceTo(at)
}

/** The scenario, or the group's name; a group that is opened again is another one. */
function idOf(header: LogHeader, opened: Map<string, number>): string {
  const id = header.scenario ?? header.group
  const times = (opened.get(id) ?? 0) + 1
  opened.set(id, times)
  return times === 1 ? id : `${id}#${times}`
}
