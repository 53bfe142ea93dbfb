import { createHmac } from 'node:crypto'
import { type Effects, OutboxWorker, type Pacing } from '../effects/index.js'
import type { SchoolDirectory } from '../gateways/directory.js'
import type { Ledger } from '../ledger/index.js'
import type { Clock, Duration } from '../model/time.js'
import { type CalendarOverrides, localTime } from '../text/index.js'
import { raiseAlarm, withAlarms } from './alarm.js'
import { withBundles } from './bundle.js'
import type { CaseStep, Deps, Groups, LiveRules, Log, MakeJobs, Outcome } from './deps.js'
import { dutyOf, onDuty } from './duty.js'
import { withHush } from './hush.js'
import { Moderator } from './moderator.js'
import type { Opinions } from './opinion/desk.js'
import { sparing, suspects } from './suspects.js'

export interface Assembly {
  ledger: Ledger
  directory: SchoolDirectory
  effects: Effects
  clock: Clock
  /** 32 bytes; keys the digests of what was said */
  key: Buffer
  rules: () => LiveRules
  mode: (group: string) => 'live' | 'shadow'
  reachable: (person: string) => boolean
  /** whether this person was seen since the login; as `reachable` where it is absent */
  met?: (person: string) => boolean
  /** the bot takes friend requests; unless it says false */
  befriends?: boolean
  /** names of a person's channels beside the chat network; absent where nobody has any */
  channels?: (person: string) => readonly string[]
  /** where a second opinion comes from; absent where nobody is asked */
  opinions?: Opinions
  pacing: Pacing
  /** how long the echo of a line may take; a minute unless said */
  echoWindow?: Duration
  random: () => number
  /** whether the network is connected from the start */
  online: boolean
  calendar: CalendarOverrides
  log: Log
  /** digests, retention and whatever else happens by the clock; nothing does unless it is given */
  jobs?: MakeJobs
  judged?: (outcome: Outcome) => void
  caseMoved?: (step: CaseStep) => void
}

/** The one path, put together: live, dry run, replay and demo differ in gateway, effects and clock only. */
export function assemble(parts: Assembly): { moderator: Moderator; outbox: OutboxWorker } {
  const { ledger, directory, clock, log } = parts
  const groups: Groups = {
    profile: group => {
      const profile = directory.profile(group)
      return profile && onDuty(profile, dutyOf(ledger, group, clock.now()))
    },
    mode: parts.mode,
    rolesOf: person => directory.rolesOf(person),
    selves: person => directory.selves(person),
    all: () => directory.profiles().map(profile => onDuty(profile, dutyOf(ledger, profile.id, clock.now()))),
  }
  const deps: Omit<Deps, 'wake'> = {
    ledger,
    clock,
    rules: parts.rules,
    groups,
    reachable: parts.reachable,
    recallsOthers: () => parts.effects.capabilities.recallOther && parts.effects.recallOther !== undefined,
    ...(parts.met ? { met: parts.met } : {}),
    ...(parts.befriends === undefined ? {} : { befriends: parts.befriends }),
    ...(parts.channels ? { channels: parts.channels } : {}),
    ...(parts.opinions ? { opinions: parts.opinions } : {}),
    localTime: (at, timezone) => localTime(at, timezone, parts.calendar),
    digest: key => createHmac('sha256', parts.key).update(key).digest('base64url').slice(0, 22),
    log,
    ...(parts.judged ? { judged: parts.judged } : {}),
    ...(parts.caseMoved ? { caseMoved: parts.caseMoved } : {}),
  }
  const outbox = new OutboxWorker({
    store: withBundles(withHush(withAlarms(deps), deps), deps),
    effects: sparing(parts.effects, suspects(deps)),
    clock,
    pacing: parts.pacing,
    random: parts.random,
    online: parts.online,
    ...(parts.echoWindow === undefined ? {} : { echoWindow: parts.echoWindow }),
    onUnknown: action => {
      log.warn({ action: action.id, kind: action.kind }, 'nobody knows whether this line was sent')
      raiseAlarm(deps, action)
    },
    onSettled: (action, settlement) => {
      if (settlement.state === 'failed') log.warn({ action: action.id, kind: action.kind }, 'a line could not be sent')
    },
  })
  const whole: Deps = {
    ...deps,
    wake: () => {
      outbox.drain().catch((error: unknown) => {
        log.error({ error: error instanceof Error ? error.message : String(error) }, 'the outbox stumbled')
      })
    },
  }
  return { moderator: new Moderator(whole, parts.jobs?.(whole) ?? null), outbox }
}
