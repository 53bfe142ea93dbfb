import { expect, it } from '@jest/globals'
import { EffectError, type Effects, SimulatedEffects } from '../../src/effects/index.js'
import { SchoolDirectory } from '../../src/gateways/directory.js'
import type { Action } from '../../src/model/action.js'
import type { School } from '../../src/model/school.js'
import { HOUR, MINUTE, SECOND } from '../../src/model/time.js'
import { assemble } from '../../src/pipeline/assemble.js'
import { NOW } from '../signals/support.js'
import { GROUP, KEY, rig, said } from './rig.js'

const CHANNELS: Record<string, readonly string[]> = { head: ['email', 'wecom'], deputy: ['webhook'] }

const SCHOOL: School = {
  school: '柳溪小学',
  timezone: 'Asia/Shanghai',
  bot: { id: 'bz1', puppet: '', puppetToken: null },
  dataDir: '',
  rulesDir: '',
  groups: [
    {
      id: GROUP,
      topic: '三年级2班家长群',
      pack: 'common',
      grade: 3,
      members: [
        { name: '班主任王老师', aka: [], role: 'head_teacher', students: [], exempt: [] },
        { name: '副班主任柏老师', aka: [], role: 'deputy', students: [], exempt: [] },
        { name: '程小满妈妈', aka: [], role: 'parent', students: ['程小满'], exempt: [] },
      ],
      students: ['程小满'],
      scamNoticeAuthorised: false,
      mode: 'live',
    },
  ],
  people: [],
  smtp: null,
  pacing: { perMinute: 60, perDay: 1000, jitter: 0 },
  retention: { inbox: 0, flagged: 0, escalated: 0 },
  signals: [],
  calendar: { workdays: [], restDays: [] },
}

/** The whole path with a real ledger, never connected to WeChat unless a test says so. */
function school(change: (effects: SimulatedEffects) => void = () => {}) {
  const { ledger, deps, clock } = rig()
  const directory = new SchoolDirectory(SCHOOL, ledger)
  const [head, deputy, parent] = directory.profile(GROUP)?.members ?? []
  if (!head || !deputy || !parent) throw new Error('no class')
  const names = new Map([
    [head.id, CHANNELS.head],
    [deputy.id, CHANNELS.deputy],
  ])
  const effects = new SimulatedEffects({ clock })
  change(effects)
  const logged: string[] = []
  const note = (_: unknown, message: string) => void logged.push(message)
  const { moderator, outbox } = assemble({
    ledger,
    directory,
    effects,
    clock,
    key: KEY,
    rules: deps.rules,
    mode: () => 'live',
    reachable: () => true,
    channels: person => names.get(person) ?? [],
    pacing: SCHOOL.pacing,
    random: () => 0.5,
    online: false,
    calendar: SCHOOL.calendar,
    log: { info: note, warn: note, error: note },
  })
  const who = new Map([
    [head.id, 'head'],
    [deputy.id, 'deputy'],
  ])
  /** `head email second.alert A1 P1`, in the order in which they left */
  const left = () => effects.second.map(one => `${who.get(one.person)} ${one.channel} ${one.text}`)
  /** everything the ledger holds for second channels: `head email done` */
  const states = (): string[] => {
    const all: Action[] = []
    const look = (cause: string): void => {
      for (const action of ledger.actionsOf(cause)) {
        all.push(action)
        look(action.id)
      }
    }
    for (const found of ledger.cases()) {
      look(found.decisionId)
      for (const move of ledger.caseMoves(found.id)) look(move.id)
    }
    return all
      .filter(({ kind }) => kind === 'second_channel')
      .map(({ target, channel, state }) => `${who.get('person' in target ? target.person : '')} ${channel} ${state}`)
  }
  const report = () => moderator.event(said('e1', parent, '明天群收款'))
  const pass = async (time: number) => {
    await outbox.drain()
    for (const end = clock.now() + time; clock.now() < end; ) {
      const next = Math.min(outbox.nextWakeAt() ?? end, moderator.nextDeadline() ?? end, end)
      clock.advanceTo(Math.max(clock.now() + SECOND, next))
      moderator.tick()
      await outbox.drain()
    }
  }
  return { ledger, moderator, outbox, effects, clock, head, deputy, logged, left, states, report, pass }
}

/** Channels that fail so, again and again. */
const failing =
  (fails: (person: string, channel: string) => Error | null) =>
  (effects: SimulatedEffects): void => {
    const well = effects.secondChannel.bind(effects)
    const failed: NonNullable<Effects['secondChannel']> = async (person, channel, message) => {
      const error = fails(person, channel)
      if (error) throw error
      return well(person, channel, message)
    }
    effects.secondChannel = failed
  }

it('an alert leaves by every channel of its reader while WeChat is out of reach', async () => {
  const { report, outbox, left, ledger, effects } = school()
  const outcome = report()
  await outbox.drain()
  expect(left()).toEqual(['head email second.alert A1 P1', 'head wecom second.alert A1 P1'])
  expect(effects.sent).toEqual([])
  const actions = ledger.actionsOf(outcome?.decision.id ?? '')
  expect(actions.map(({ kind, state }) => [kind, state])).toEqual([
    ['alert', 'owed'],
    ['second_channel', 'done'],
    ['second_channel', 'done'],
  ])
  expect(ledger.verifyChain()).toMatchObject({ ok: true })
})

it('so does every step of the chain', async () => {
  const { report, pass, left } = school()
  report()
  await pass(61 * MINUTE)
  expect(left().slice(2)).toEqual([
    'head email second.alert A1 P1',
    'head wecom second.alert A1 P1',
    'deputy webhook second.alert A1 P1',
  ])
})

it('a channel that fails for good is an alarm on the others, once, and an alarm that fails is none', async () => {
  const { report, outbox, left, states, pass, logged } = school(
    failing((_, channel) => (channel === 'email' ? new EffectError('refused', 'SMTP 550') : null)),
  )
  report()
  await outbox.drain()
  await pass(5 * MINUTE)
  expect(left()).toEqual(['head wecom second.alert A1 P1', 'head wecom second.failed A1'])
  expect(states()).toEqual(['head email failed', 'head wecom done', 'head wecom done'])
  expect(logged).toEqual(['a line could not be sent'])
})

it('where every channel fails, it comes to rest', async () => {
  const { report, pass, states } = school(failing(() => new EffectError('retry', '连不上')))
  report()
  await pass(20 * MINUTE)
  expect(states().sort()).toEqual(['head email failed', 'head email failed', 'head wecom failed', 'head wecom failed'])
})

it('one of which nobody knows whether it arrived is an alarm too, and stays one after a restart', async () => {
  let lost = 1
  const { report, outbox, left, states } = school(
    failing((_, channel) => (channel === 'email' && lost-- > 0 ? new EffectError('unknown', '没有回应') : null)),
  )
  report()
  await outbox.drain()
  outbox.recover()
  await outbox.drain()
  expect(left()).toEqual(['head wecom second.alert A1 P1', 'head wecom second.failed A1'])
  expect(states()).toEqual(['head email unknown', 'head wecom done', 'head wecom done'])
})

it('an alert that WeChat does not take is an alarm by every channel', async () => {
  const { report, outbox, left, effects } = school()
  effects.sayInPrivate = async () => {
    throw new EffectError('unreachable', '不是好友')
  }
  report()
  outbox.online()
  await outbox.drain()
  await outbox.drain()
  expect(left().slice(2)).toEqual(['head email second.failed A1', 'head wecom second.failed A1'])
})

it('an alert that expires unsent is one as well, while its case waits', async () => {
  const { ledger, report, outbox, left, clock } = school()
  const outcome = report()
  await outbox.drain()
  const [alert] = ledger.actionsOf(outcome?.decision.id ?? '')
  clock.advanceTo((alert?.expiresAt ?? 0) + SECOND)
  outbox.online()
  await outbox.drain()
  expect(ledger.action(alert?.id ?? '')?.state).toBe('expired')
  expect(left().slice(2)).toEqual(['head email second.failed A1', 'head wecom second.failed A1'])
})

it('what was answered meanwhile is neither sent nor an alarm', async () => {
  const { report, outbox, states, moderator, clock, head } = school(failing(() => new EffectError('retry', '连不上')))
  report()
  await outbox.drain()
  moderator.privateMessage({ id: 'w1', at: clock.now(), from: { id: head.id, name: head.name }, text: '1' })
  clock.advanceTo(NOW + HOUR)
  await outbox.drain()
  expect(states()).toEqual(['head email withdrawn', 'head wecom withdrawn'])
})

it('an alarm is not sent any more once somebody has answered', async () => {
  const { report, outbox, states, moderator, clock, head } = school(
    failing((_, channel) => new EffectError(channel === 'email' ? 'refused' : 'retry', 'x')),
  )
  report()
  await outbox.drain()
  moderator.privateMessage({ id: 'w1', at: clock.now(), from: { id: head.id, name: head.name }, text: '1' })
  expect(states()).toEqual(['head email failed', 'head wecom withdrawn', 'head wecom withdrawn'])
})

it('an alarm that cannot be made does not hide the failure', async () => {
  const { report, outbox, states, logged, ledger } = school(
    failing((_, channel) => (channel === 'email' ? new EffectError('refused', 'x') : null)),
  )
  report()
  ledger.openCases = () => {
    throw new Error('no such table')
  }
  await outbox.drain()
  expect(states()).toEqual(['head email failed', 'head wecom done'])
  expect(logged).toEqual(['an alarm could not be raised', 'a line could not be sent'])
})

it('nothing of it names anybody or quotes anything', async () => {
  const { report, outbox, effects } = school()
  report()
  await outbox.drain()
  expect(JSON.stringify(effects.second)).not.toMatch(/群收款|程|王老师/)
})
