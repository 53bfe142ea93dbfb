import { beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  EffectError,
  type EffectFailure,
  type Effects,
  type OutboxOptions,
  OutboxWorker,
  type SecondMessage,
  type Settlement,
  SimulatedEffects,
} from '../../src/effects/index.js'
import type { Action } from '../../src/model/action.js'
import { HOUR, ManualClock, MINUTE, SECOND } from '../../src/model/time.js'
import { FakeStore } from './fake-store.js'

const START = Date.UTC(2026, 8, 9, 7, 0)
const PERSON = { person: 'p1', group: 'g1' }

let clock: ManualClock
let store: FakeStore
let effects: SimulatedEffects
let settled: [string, Settlement['state']][]
let unknown: string[]

function worker(options: Partial<OutboxOptions> = {}): OutboxWorker {
  return new OutboxWorker({
    store,
    effects,
    clock,
    pacing: { perMinute: 1, perDay: 2, jitter: MINUTE },
    random: () => 0.5,
    onSettled: (action, { state }) => settled.push([action.id, state]),
    onUnknown: action => unknown.push(action.id),
    ...options,
  })
}

const owe = (more: Partial<Action> = {}): Action =>
  store.owe({
    target: PERSON,
    kind: 'second_channel',
    channel: 'email',
    topic: 'A7',
    severity: 'P0',
    text: '【A7】P0，请看微信。',
    decidedAt: START - SECOND,
    ...more,
  })

const channels = (): string[] => effects.second.map(({ person, channel }) => `${person} ${channel}`)

/** Effects whose second channel each test answers by hand. */
function byHand(): { effects: Effects; calls: { message: SecondMessage; end(failure?: EffectFailure): void }[] } {
  const calls: { message: SecondMessage; end(failure?: EffectFailure): void }[] = []
  const gateway = new SimulatedEffects({ clock })
  gateway.secondChannel = (_person, _channel, message) =>
    new Promise((resolve, reject) => {
      const end = (failure?: EffectFailure): void =>
        failure ? reject(new EffectError(failure, failure)) : resolve({ messageId: null })
      calls.push({ message, end })
    })
  return { effects: gateway, calls }
}

/** Lets everything that waits for nothing but its turn run. */
const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

beforeEach(() => {
  clock = new ManualClock(START)
  store = new FakeStore()
  effects = new SimulatedEffects({ clock })
  settled = []
  unknown = []
})

describe('a second channel', () => {
  it('gets what it needs to know and is settled', async () => {
    const { id } = owe({ channel: 'wecom-2', target: { person: 'p2', group: 'g1' } })
    expect(await worker().drain()).toBe(1)
    expect(effects.second).toEqual([
      {
        id,
        person: 'p2',
        channel: 'wecom-2',
        code: 'A7',
        severity: 'P0',
        text: '【A7】P0，请看微信。',
        at: START - SECOND,
        sentAt: START,
      },
    ])
    expect(store.get(id)).toMatchObject({ state: 'done', attempts: 1, settledAt: START, sentAs: null })
    expect(settled).toEqual([[id, 'done']])
    expect(effects.sent).toEqual([])
  })

  it('leaves while the chat network is offline, and is due then', async () => {
    const outbox = worker({ online: false })
    const alert = store.owe({ target: PERSON, kind: 'alert', severity: 'P0' })
    owe()
    owe({ channel: 'wecom', notBefore: START + MINUTE })
    expect(await outbox.drain()).toBe(1)
    expect(channels()).toEqual(['p1 email'])
    expect(outbox.nextWakeAt()).toBe(START + MINUTE)
    clock.advanceTo(START + MINUTE)
    outbox.online()
    outbox.offline()
    await outbox.drain()
    expect(channels()).toEqual(['p1 email', 'p1 wecom'])
    expect(store.get(alert.id).state).toBe('owed')
    expect(outbox.nextWakeAt()).toBeNull()
  })

  it('waits for no pacing and uses none of it up', async () => {
    for (let i = 0; i < 30; i++) owe({ target: { person: `p${i}`, group: 'g1' }, severity: i % 2 ? 'P0' : 'P1' })
    store.owe({ target: { group: 'g1' }, text: '大家好' })
    expect(await worker().drain()).toBe(31)
    expect(effects.sent.map(({ text }) => text)).toEqual(['大家好'])
  })

  it('is not hidden behind hundreds of lines that cannot leave', async () => {
    for (let i = 0; i < 500; i++) store.owe({ target: { person: `q${i}`, group: 'g1' }, severity: 'P0' })
    owe({ severity: 'P1', notBefore: START })
    expect(await worker({ online: false }).drain()).toBe(1)
  })

  it('that hangs holds up neither another one nor the chat', async () => {
    const { effects: slow, calls } = byHand()
    const outbox = worker({ effects: slow })
    const hanging = owe()
    const first = outbox.drain()
    await settle()
    const quick = owe({ channel: 'wecom' })
    const line = store.owe({ target: PERSON, kind: 'alert', severity: 'P0' })
    const second = outbox.drain()
    await settle()
    expect(calls.map(({ message }) => message.id)).toEqual([hanging.id, quick.id])
    calls[1]?.end()
    await settle()
    expect([hanging, quick, line].map(({ id }) => store.get(id).state)).toEqual(['sending', 'done', 'done'])
    calls[0]?.end()
    await Promise.all([first, second])
    expect(store.get(hanging.id).state).toBe('done')
  })

  it('leaves while a line to the chat hangs', async () => {
    const gateway = new SimulatedEffects({ clock })
    let release = (): void => {}
    gateway.sayInPrivate = () =>
      new Promise(resolve => {
        release = () => resolve({ messageId: 'm1' })
      })
    const outbox = worker({ effects: gateway })
    store.owe({ target: PERSON, kind: 'alert', severity: 'P0' })
    const first = outbox.drain()
    await settle()
    const { id } = owe()
    void outbox.drain()
    await settle()
    expect(store.get(id).state).toBe('done')
    release()
    await first
  })

  it('is one of at most sixteen at a time, P0 first', async () => {
    const { effects: slow, calls } = byHand()
    const outbox = worker({ effects: slow })
    for (let i = 0; i < 20; i++) owe({ severity: i < 10 ? 'P1' : 'P0' })
    const all = outbox.drain()
    await settle()
    expect(calls.map(({ message }) => message.severity)).toEqual([...Array(10).fill('P0'), ...Array(6).fill('P1')])
    while (store.states().done !== 20) {
      for (const { end } of calls) end()
      await settle()
    }
    expect(await all).toBe(20)
    expect(calls).toHaveLength(20)
  })
})

describe('a second channel that fails', () => {
  it('is tried again soon, then given up within three minutes', async () => {
    effects.failNext('retry', { times: 99, message: '连不上' })
    const { id } = owe()
    const outbox = worker()
    for (let at = outbox.nextWakeAt(); at !== null; at = outbox.nextWakeAt()) {
      clock.advanceTo(at)
      await outbox.drain()
    }
    expect(store.get(id)).toMatchObject({ state: 'failed', attempts: 6, error: '尝试 6 次后放弃：连不上' })
    expect(clock.now() - START).toBeLessThan(3 * MINUTE)
    expect(settled).toEqual([[id, 'failed']])
  })

  it.each(['refused', 'unreachable'] as const)('for good (%s) is not tried again', async failure => {
    effects.failNext(failure, { message: '地址不对' })
    const { id } = owe()
    await worker().drain()
    expect(store.get(id)).toMatchObject({ state: 'failed', attempts: 1, error: '地址不对' })
  })

  it.each<[string, unknown]>([
    ['an unknown outcome', new EffectError('unknown', '没有回应')],
    ['an error that nobody foresaw', new TypeError('没有回应')],
    ['no error at all', '没有回应'],
  ])('with %s is reported and never sent again', async (_what, error) => {
    effects.secondChannel = () => Promise.reject(error)
    const { id } = owe()
    const outbox = worker()
    await outbox.drain()
    expect(store.get(id)).toMatchObject({ state: 'unknown', attempts: 1, error: '没有回应' })
    clock.advanceTo(START + HOUR)
    await outbox.drain()
    outbox.heard({ messageId: 'm1', at: clock.now(), target: { person: 'p1' }, text: '【A7】P0，请看微信。' })
    expect(store.get(id)).toMatchObject({ state: 'unknown', attempts: 1 })
    expect([unknown, settled]).toEqual([[id], []])
  })

  it('expires when it comes too late', async () => {
    const { id } = owe({ expiresAt: START - 1 })
    expect(await worker().drain()).toBe(0)
    expect(settled).toEqual([[id, 'expired']])
    expect(effects.second).toEqual([])
  })

  it('is known to be impossible where no channel is connected', async () => {
    const gateway = new SimulatedEffects({ clock })
    Object.assign(gateway, { secondChannel: undefined })
    const { id } = owe()
    await worker({ effects: gateway }).drain()
    expect(store.get(id)).toMatchObject({ state: 'failed', attempts: 0, error: '没有接上第二通道（BZ302）' })
  })

  it('makes what its failure owes leave at once', async () => {
    effects.failNext('refused')
    owe()
    const outbox = worker({
      onSettled: (_, { state }) => {
        if (state === 'failed') owe({ channel: 'wecom', text: '【A7】没能送到' })
      },
    })
    await outbox.drain()
    expect(effects.second.map(({ text }) => text)).toEqual(['【A7】没能送到'])
  })

  it('stops where the ledger cannot be written, and goes on when it can', async () => {
    const mark = store.markSending.bind(store)
    store.markSending = () => {
      throw new Error('disk full')
    }
    owe()
    const outbox = worker()
    await expect(outbox.drain()).rejects.toThrow('disk full')
    store.markSending = mark
    expect(await outbox.drain()).toBe(1)
  })
})

const FATES = ['well', 'dies before', 'dies after', 'lost', 'answer lost', 'try again', 'no'] as const
type Fate = (typeof FATES)[number]

/** Kills the process wherever a fate says so and starts it anew, until nothing is left to do; never once online. */
async function run(fates: Fate[], owed: number): Promise<{ received: string[]; reported: Set<string> }> {
  const received: string[] = []
  const reported = new Set<string>()
  let alive = { dead: false }
  let boot = 0

  const start = (): OutboxWorker => {
    const process = { dead: false }
    alive = process
    boot++
    const gateway = new SimulatedEffects({ clock })
    gateway.secondChannel = async (_person, _channel, { id }) => {
      if (store.get(id).state !== 'sending') throw new Error('it leaves without being marked')
      const fate = fates.shift() ?? 'well'
      const death = (): Promise<never> => {
        process.dead = true
        return new Promise(() => {})
      }
      if (fate === 'dies before') return death()
      if (fate === 'try again') throw new EffectError('retry', '503')
      if (fate === 'no') throw new EffectError('refused', '404')
      if (fate === 'lost') throw new EffectError('unknown', 'no answer')
      received.push(id)
      if (fate === 'dies after') return death()
      if (fate === 'answer lost') throw new EffectError('unknown', 'no answer')
      return { messageId: null }
    }
    const outbox = worker({ effects: gateway, online: false, onUnknown: action => reported.add(action.id) })
    outbox.recover()
    return outbox
  }

  for (let i = 0; i < owed; i++) owe({ channel: `c${i}`, notBefore: START + (i % 3) * SECOND })
  let outbox = start()
  for (let step = 0; step < 500; step++) {
    void outbox.drain()
    await settle()
    if (alive.dead) {
      outbox = start()
      continue
    }
    const at = outbox.nextWakeAt()
    if (at === null) return { received, reported }
    clock.advanceTo(Math.max(at, clock.now() + 1))
  }
  throw new Error(`it never comes to rest after ${boot} starts`)
}

it('sends nothing twice and reports what nobody knows, wherever it is killed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(20), fc.array(fc.constantFrom(...FATES), { maxLength: 40 }), async (owed, fates) => {
      clock = new ManualClock(START)
      store = new FakeStore()
      const { received, reported } = await run([...fates], owed)
      expect(new Set(received).size).toBe(received.length)
      const actions = [...store.actions.values()]
      const inState = (state: string) => actions.filter(action => action.state === state).map(({ id }) => id)
      expect(inState('done').length + inState('failed').length + inState('unknown').length).toBe(owed)
      for (const id of inState('done')) expect(received).toContain(id)
      for (const id of inState('failed')) expect(received).not.toContain(id)
      expect([...reported].sort()).toEqual(inState('unknown').sort())
    }),
    { numRuns: 300 },
  )
})
