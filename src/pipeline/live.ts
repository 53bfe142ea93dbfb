import { channelMaker, withChannels } from '../effects/channels/index.js'
import type { Effects } from '../effects/index.js'
import { opinionEndpoint } from '../effects/opinion/index.js'
import { SchoolDirectory } from '../gateways/directory.js'
import type { Gateway, GatewayStatus } from '../gateways/gateway.js'
import type { Ledger } from '../ledger/index.js'
import type { MediaReader } from '../media/index.js'
import { channelNames, type School } from '../model/school.js'
import type { Clock, Duration } from '../model/time.js'
import { assemble } from './assemble.js'
import { BindingDesk } from './binding/desk.js'
import { Bot, type Every } from './bot.js'
import { channelsOf } from './channels.js'
import { ConnectionAlarm } from './connection.js'
import type { CaseStep, LiveRules, Log, MakeJobs, Outcome } from './deps.js'
import type { Moderator } from './moderator.js'
import { OpinionDesk } from './opinion/desk.js'

export interface LiveParts {
  school: School
  ledger: Ledger
  /** 32 bytes; keys the digests of what was said */
  key: Buffer
  rules: () => LiveRules
  clock: Clock
  every: Every
  random: () => number
  log: Log
  /** makes the connection, once it is known who is who */
  gateway(directory: SchoolDirectory): Gateway
  /** instead of the gateway's own: a dry run hears everything and reaches nobody */
  effects?: Effects
  /** how long the echo of a line may take; a minute unless said */
  echoWindow?: Duration
  status?(status: GatewayStatus): void
  /** looks into pictures and documents */
  readMedia?: MediaReader
  /** what happens by the clock */
  jobs?: MakeJobs
  judged?(outcome: Outcome): void
  caseMoved?(step: CaseStep): void
}

/** One account at work on a chat network. Nothing is connected before `bot.start()`. */
export function live(parts: LiveParts): { bot: Bot; moderator: Moderator; directory: SchoolDirectory } {
  const { school, ledger, clock, log } = parts
  const directory = new SchoolDirectory(school, ledger, ledger, () => clock.now())
  const gateway = parts.gateway(directory)
  const messages = () => parts.rules().ruleSet.messages
  const channels = channelsOf(school.people, directory)
  // a dry run reaches nobody, and asks nobody
  const opinions =
    school.opinion && !parts.effects ? new OpinionDesk(school.opinion, opinionEndpoint(school.opinion)) : null
  let seen = false
  const modes = new Map(school.groups.map(group => [group.id, group.mode]))
  const { moderator, outbox } = assemble({
    ledger,
    directory,
    effects: parts.effects ?? withChannels(gateway.effects, channels, channelMaker({ smtp: school.smtp, clock })),
    clock,
    key: parts.key,
    rules: parts.rules,
    mode: group => modes.get(group) ?? 'shadow',
    // before the first login nobody is known: whoever cannot be reached is found out on sending
    reachable: person => !seen || (directory.networkId(person) !== null && (gateway.effects.reaches?.(person) ?? true)),
    met: person => directory.networkId(person) !== null,
    befriends: school.bot.acceptFriends ?? true,
    channels: person => channelNames(channels(person)),
    ...(opinions ? { opinions } : {}),
    pacing: school.pacing,
    random: parts.random,
    online: false,
    calendar: school.calendar,
    log,
    ...(parts.echoWindow === undefined ? {} : { echoWindow: parts.echoWindow }),
    jobs: deps => {
      const jobs = parts.jobs?.(deps)
      const desk = new BindingDesk(deps, directory)
      return {
        tick: () => {
          jobs?.tick()
          desk.tick()
        },
        nextDue: () => jobs?.nextDue() ?? null,
      }
    },
    ...(parts.judged ? { judged: parts.judged } : {}),
    ...(parts.caseMoved ? { caseMoved: parts.caseMoved } : {}),
  })
  const bot = new Bot({
    gateway,
    moderator,
    outbox,
    ledger,
    messages,
    clock,
    every: parts.every,
    log,
    stopping: () => opinions?.close(),
    connection: new ConnectionAlarm({
      ledger,
      clock,
      groups: () => directory.profiles(),
      channels: person => {
        const configs = channels(person)
        return channelNames(configs).map((name, i) => ({ name, address: JSON.stringify(configs[i]) }))
      },
      messages,
    }),
    ...(parts.readMedia ? { readMedia: parts.readMedia } : {}),
    status: status => {
      if (status.state === 'online') seen = true
      parts.status?.(status)
    },
  })
  return { bot, moderator, directory }
}
