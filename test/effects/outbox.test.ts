import { beforeEach, describe, expect, it } from '@jest/globals'
import {
  type Echo,
  type OutboxOptions,
  OutboxWorker,
  type Settlement,
  SimulatedEffects,
} from '../../src/effects/index.js'
import type { Action } from '../../src/model/action.js'
import type { Capabilities } from '../../src/model/capability.js'
import { DAY, HOUR, ManualClock, MINUTE, SECOND } from '../../src/model/time.js'
import { FakeStore } from './fake-store.js'

const START = Date.UTC(2026, 8, 9, 7, 0)
const GROUP = { group: 'g1' }
const PERSON = { person: 'p1', group: 'g1' }

let clock: ManualClock
let store: FakeStore
let settled: [string, Settlement['state']][]
let unknown: string[]
let effects: SimulatedEffects

function worker(options: Partial<OutboxOptions> & { capabilities?: Partial<Capabilities> } = {}): OutboxWorker {
  const { capabilities, ...rest } = options
  if (capabilities) effects = new SimulatedEffects({ clock, capabilities })
  return new OutboxWorker({
    store,
    effects,
    clock,
    pacing: { perMinute: 60, perDay: 1000, jitter: 0 },
    random: () => 0.5,
    onSettled: (action, { state }) => settled.push([action.id, state]),
    onUnknown: action => unknown.push(action.id),
    ...rest,
  })
}

const texts = (): string[] => effects.sent.map(sent => sent.text)

beforeEach(() => {
  clock = new ManualClock(START)
  store = new FakeStore()
  settled = []
  unknown = []
  effects = new SimulatedEffects({ clock })
})

describe('what is sent', () => {
  it('goes to groups and persons, and is settled with what the network called it', async () => {
    const line = store.owe({ target: GROUP, text: '请大家私聊接龙' })
    const word = store.owe({ target: PERSON, text: '您好' })
    expect(await worker().drain()).toBe(2)
    expect(effects.sent).toMatchObject([
      { target: { group: 'g1' }, text: '请大家私聊接龙' },
      { target: { person: 'p1' }, text: '您好' },
    ])
    expect(store.get(line.id)).toMatchObject({ state: 'done', sentAs: 'sim-1', settledAt: START, attempts: 1 })
    expect(store.get(word.id)).toMatchObject({ state: 'done', sentAs: 'sim-2' })
    expect(settled).toEqual([
      [line.id, 'done'],
      [word.id, 'done'],
    ])
  })

  it('is marked on disk before it leaves', async () => {
    const action = store.owe({ target: GROUP })
    const seen: string[] = []
    effects = new SimulatedEffects({ clock, onEcho: () => void seen.push(store.get(action.id).state) })
    await worker().drain()
    expect(seen).toEqual(['sending'])
  })

  it('leaves P0 first, then in the order of the decisions', async () => {
    store.owe({ target: GROUP, text: '二', decidedAt: 2 })
    store.owe({ target: GROUP, text: '一', decidedAt: 1, notBefore: 5 })
    store.owe({ target: PERSON, text: '急', decidedAt: 3, severity: 'P0' })
    await worker().drain()
    expect(texts()).toEqual(['急', '一', '二'])
  })

  it('lets a P0 that comes meanwhile overtake what waits', async () => {
    for (const text of ['一', '二', '三']) store.owe({ target: GROUP, text })
    const outbox = worker({
      onSettled: action => {
        if (action.text === '一') store.owe({ target: PERSON, text: '急', severity: 'P0' })
      },
    })
    await outbox.drain()
    expect(texts()).toEqual(['一', '急', '二', '三'])
  })

  it('is not sent before its time', async () => {
    store.owe({ target: GROUP, notBefore: START + HOUR })
    const outbox = worker()
    expect(await outbox.drain()).toBe(0)
    expect(outbox.nextWakeAt()).toBe(START + HOUR)
    clock.advanceTo(START + HOUR)
    expect(await outbox.drain()).toBe(1)
    expect(outbox.nextWakeAt()).toBeNull()
  })

  it('is not sent when it was withdrawn at the last moment', async () => {
    const action = store.owe({ target: GROUP })
    store.markSending = () => {
      Object.assign(action, { state: 'withdrawn' })
      return false
    }
    expect(await worker().drain()).toBe(0)
    expect(texts()).toEqual([])
    expect(settled).toEqual([])
  })

  it('takes an own line back', async () => {
    const { messageId } = await effects.sayInGroup('g1', '说错了')
    const action = store.owe({ target: GROUP, kind: 'recall_own', messageId: messageId ?? '' })
    await worker().drain()
    expect(effects.sent[0]?.recalled).toBe(true)
    expect(store.get(action.id).state).toBe('done')
  })
})

describe('what is of no use any more', () => {
  it('is settled as expired and never sent', async () => {
    const action = store.owe({ target: GROUP, expiresAt: START - 1 })
    expect(await worker().drain()).toBe(0)
    expect(texts()).toEqual([])
    expect(settled).toEqual([[action.id, 'expired']])
  })

  it('is sent at the last instant of its use', async () => {
    store.owe({ target: GROUP, expiresAt: START })
    expect(await worker().drain()).toBe(1)
  })

  it('expires while offline too', async () => {
    const action = store.owe({ target: GROUP, expiresAt: START + MINUTE })
    const outbox = worker({ online: false })
    clock.advanceTo(START + HOUR)
    await outbox.drain()
    expect(store.get(action.id).state).toBe('expired')
  })

  it('expires while it waits for another try', async () => {
    const action = store.owe({ target: GROUP, expiresAt: START + MINUTE })
    effects.failNext('retry')
    const outbox = worker()
    await outbox.drain()
    clock.advanceTo(START + HOUR)
    await outbox.drain()
    expect(store.get(action.id).state).toBe('expired')
    expect(texts()).toEqual([])
  })
})

describe('failures', () => {
  it.each(['refused', 'unreachable'] as const)('%s is final and says why', async failure => {
    const action = store.owe({ target: PERSON })
    effects.failNext(failure, { message: '不是好友' })
    expect(await worker().drain()).toBe(0)
    expect(store.get(action.id)).toMatchObject({ state: 'failed', attempts: 1 })
    expect(store.get(action.id).error).toContain('不是好友')
    expect(settled).toEqual([[action.id, 'failed']])
  })

  it('are tried again with a growing pause', async () => {
    const action = store.owe({ target: GROUP })
    effects.failNext('retry', { times: 3 })
    const outbox = worker({ backoff: { first: 4 * SECOND, longest: MINUTE, attempts: 10 } })
    const pauses: number[] = []
    while (store.get(action.id).state === 'owed') {
      await outbox.drain()
      const at = outbox.nextWakeAt()
      if (at === null) break
      pauses.push(at - clock.now())
      clock.advanceTo(store.get(action.id).notBefore)
    }
    expect(pauses).toEqual([3 * SECOND, 6 * SECOND, 12 * SECOND])
    expect(store.get(action.id)).toMatchObject({ state: 'done', attempts: 4 })
    expect(texts()).toHaveLength(1)
  })

  it('end after so many attempts', async () => {
    const action = store.owe({ target: GROUP })
    effects.failNext('retry', { times: 5, message: '1205' })
    const outbox = worker({ backoff: { first: SECOND, longest: SECOND, attempts: 3 } })
    for (let i = 0; i < 10; i++) {
      await outbox.drain()
      clock.advanceTo(clock.now() + MINUTE)
    }
    expect(store.get(action.id)).toMatchObject({ state: 'failed', attempts: 3 })
    expect(store.get(action.id).error).toContain('1205')
    expect(settled).toEqual([[action.id, 'failed']])
  })

  it('end when the next try would come too late', async () => {
    const action = store.owe({ target: GROUP, expiresAt: START + SECOND })
    effects.failNext('retry')
    await worker().drain()
    expect(store.get(action.id).state).toBe('failed')
  })

  it('hold back what comes after to the same target, not what goes elsewhere, and never a P0', async () => {
    store.owe({ target: GROUP, text: '一', decidedAt: 1 })
    store.owe({ target: GROUP, text: '二', decidedAt: 2 })
    store.owe({ target: PERSON, text: '私', decidedAt: 3 })
    effects.failNext('retry')
    const outbox = worker()
    await outbox.drain()
    expect(texts()).toEqual(['私'])
    store.owe({ target: GROUP, text: '急', severity: 'P0', decidedAt: 4 })
    await outbox.drain()
    expect(texts()).toEqual(['私', '急'])
    clock.advanceTo(outbox.nextWakeAt() as number)
    await outbox.drain()
    expect(texts()).toEqual(['私', '急', '一', '二'])
  })

  it('let the next one go when the first has failed for good', async () => {
    store.owe({ target: GROUP, text: '一', decidedAt: 1 })
    store.owe({ target: GROUP, text: '二', decidedAt: 2 })
    effects.failNext('refused')
    await worker().drain()
    expect(texts()).toEqual(['二'])
  })

  it.each([
    ['sayInGroup', GROUP],
    ['sayInPrivate', PERSON],
  ] as const)('of a gateway that cannot %s are known without trying', async (capability, target) => {
    const action = store.owe({ target })
    const outbox = worker({ capabilities: { [capability]: false } })
    expect(await outbox.drain()).toBe(0)
    expect(store.get(action.id)).toMatchObject({ state: 'failed', attempts: 0 })
    expect(store.get(action.id).error).toContain('BZ302')
  })

  it.each([
    [{ recallOwn: false }, 'sim-1'],
    [{}, undefined],
  ])('of a recall that cannot be (%j, message %s) are known without trying', async (capabilities, messageId) => {
    const action = store.owe({ target: GROUP, kind: 'recall_own', ...(messageId ? { messageId } : {}) })
    await worker({ capabilities }).drain()
    expect(store.get(action.id)).toMatchObject({ state: 'failed', attempts: 0 })
  })

  it('of the store reach the caller, and nothing leaves unmarked', async () => {
    store.owe({ target: GROUP })
    store.markSending = () => {
      throw new Error('disk full')
    }
    await expect(worker().drain()).rejects.toThrow('disk full')
    expect(texts()).toEqual([])
  })

  it('leave the worker usable', async () => {
    const action = store.owe({ target: GROUP })
    const mark = store.markSending.bind(store)
    store.markSending = () => {
      throw new Error('disk full')
    }
    const outbox = worker()
    await expect(outbox.drain()).rejects.toThrow('disk full')
    store.markSending = mark
    expect(await outbox.drain()).toBe(1)
    expect(store.get(action.id).state).toBe('done')
  })
})

describe('one drain at a time', () => {
  it('a second call joins the first, and nothing is sent twice', async () => {
    store.owe({ target: GROUP, text: '一' })
    const release = effects.hang()
    const outbox = worker()
    const first = outbox.drain()
    store.owe({ target: GROUP, text: '二' })
    const second = outbox.drain()
    release()
    expect(await Promise.all([first, second])).toEqual([2, 2])
    expect(texts()).toEqual(['一', '二'])
  })

  it('a call in the very tick in which another found nothing is not lost', async () => {
    const outbox = worker({ online: false })
    store.owe({ target: GROUP, text: '一' })
    const nothing = outbox.drain()
    outbox.online()
    await Promise.all([nothing, outbox.drain()])
    expect(texts()).toEqual(['一'])
  })

  it('what is owed while the last one leaves is sent too', async () => {
    store.owe({ target: GROUP, text: '一' })
    const outbox: OutboxWorker = worker({
      onSettled: action => {
        if (action.text !== '一') return
        store.owe({ target: GROUP, text: '二' })
        void outbox.drain()
      },
    })
    await outbox.drain()
    expect(texts()).toEqual(['一', '二'])
  })
})

describe('pacing', () => {
  it('lets a bucketful go at once and the rest one by one', async () => {
    for (let i = 0; i < 5; i++) store.owe({ target: { group: `g${i}` } })
    const outbox = worker({ pacing: { perMinute: 3, perDay: 100, jitter: 0 } })
    expect(await outbox.drain()).toBe(3)
    const sentAt: number[] = []
    for (let i = 0; i < 20 && store.states().owed; i++) {
      clock.advanceTo(outbox.nextWakeAt() as number)
      if ((await outbox.drain()) > 0) sentAt.push(clock.now() - START)
    }
    expect(sentAt).toEqual([20 * SECOND, 40 * SECOND])
  })

  it('never delays a P0 or a recall, not even over the day’s budget', async () => {
    await effects.sayInGroup('g1', '旧')
    store.owe({ target: GROUP, text: '一' })
    store.owe({ target: GROUP, text: '二' })
    store.owe({ target: PERSON, text: '急', severity: 'P0' })
    store.owe({ target: GROUP, kind: 'recall_own', messageId: 'sim-1' })
    const outbox = worker({ pacing: { perMinute: 1, perDay: 1, jitter: MINUTE } })
    await outbox.drain()
    expect(texts()).toEqual(['旧', '急'])
    expect(effects.sent[0]?.recalled).toBe(true)
    expect(store.states()).toEqual({ done: 2, owed: 2 })
  })

  it('lets a recall request overtake: it is of use for two minutes', async () => {
    store.owe({ target: GROUP, text: '一', decidedAt: 1 })
    store.owe({ target: PERSON, kind: 'digest', text: '二', decidedAt: 2 })
    store.owe({ target: PERSON, kind: 'ask_recall', text: '请撤回', decidedAt: 3 })
    const outbox = worker({ pacing: { perMinute: 1, perDay: 1, jitter: MINUTE } })
    await outbox.drain()
    expect(texts()[0]).toBe('请撤回')
    expect(store.states()).toEqual({ done: 1, owed: 2 })
  })

  it('looks again soon while something waits, since a P0 may become due', async () => {
    store.owe({ target: GROUP })
    store.owe({ target: GROUP })
    const outbox = worker({ pacing: { perMinute: 1, perDay: 100, jitter: 0 } })
    await outbox.drain()
    expect(outbox.nextWakeAt()).toBe(START + 15 * SECOND)
  })

  it('keeps the budget of the day over a restart', async () => {
    for (let i = 0; i < 4; i++) store.owe({ target: { group: `g${i}` } })
    const pacing = { perMinute: 60, perDay: 2, jitter: 0 }
    expect(await worker({ pacing }).drain()).toBe(2)
    expect(await worker({ pacing }).drain()).toBe(0)
    clock.advanceTo(START + DAY + 1)
    expect(await worker({ pacing }).drain()).toBe(2)
  })
})

describe('unknown outcomes, where the gateway does not hear itself', () => {
  it('are reported and never sent again', async () => {
    const action = store.owe({ target: GROUP })
    effects.failNext('unknown', { message: '超时' })
    const outbox = worker()
    expect(await outbox.drain()).toBe(0)
    clock.advanceTo(START + DAY)
    await outbox.drain()
    expect(store.get(action.id)).toMatchObject({ state: 'unknown', error: '超时' })
    expect(unknown).toEqual([action.id])
    expect(texts()).toEqual([])
    expect(settled).toEqual([])
  })

  it('are found at boot', () => {
    const action = store.owe({ target: GROUP, state: 'sending', attempts: 1 })
    worker().recover()
    expect(store.get(action.id).state).toBe('unknown')
    expect(unknown).toEqual([action.id])
  })

  it('include every error that the effects do not explain', async () => {
    const action = store.owe({ target: GROUP })
    effects.sayInGroup = () => Promise.reject(new TypeError('bug'))
    await worker().drain()
    expect(store.get(action.id).state).toBe('unknown')
  })

  it('a recall is simply tried again: twice does no harm', async () => {
    await effects.sayInGroup('g1', '说错了')
    const action = store.owe({ target: GROUP, kind: 'recall_own', messageId: 'sim-1', state: 'sending', attempts: 1 })
    const outbox = worker()
    outbox.recover()
    expect(await outbox.drain()).toBe(1)
    expect(store.get(action.id).state).toBe('done')
    expect(unknown).toEqual([])
  })
})

describe('unknown outcomes, where the gateway hears itself', () => {
  let echoes: Echo[]
  let outbox: OutboxWorker
  const hearing = (options: Partial<OutboxOptions> = {}): OutboxWorker => {
    effects = new SimulatedEffects({ clock, onEcho: echo => void echoes.push(echo) })
    outbox = worker({ echoWindow: MINUTE, ...options })
    return outbox
  }
  const hearAll = (): void => {
    for (const echo of echoes.splice(0)) outbox.heard(echo)
  }
  beforeEach(() => {
    echoes = []
  })

  it('are done when the echo is heard', async () => {
    const action = store.owe({ target: GROUP })
    hearing()
    effects.failNext('unknown', { carriedOut: true })
    await outbox.drain()
    expect(store.get(action.id).state).toBe('unknown')
    expect(outbox.nextWakeAt()).toBe(START + MINUTE)
    hearAll()
    expect(store.get(action.id)).toMatchObject({ state: 'done', sentAs: 'sim-1' })
    expect(settled).toEqual([[action.id, 'done']])
    clock.advanceTo(START + HOUR)
    await outbox.drain()
    expect(texts()).toHaveLength(1)
  })

  it('are owed again when nothing was heard for the whole window', async () => {
    const action = store.owe({ target: GROUP })
    hearing()
    effects.failNext('unknown')
    await outbox.drain()
    clock.advanceTo(START + MINUTE - 1)
    await outbox.drain()
    expect(store.get(action.id).state).toBe('unknown')
    clock.advanceTo(START + MINUTE)
    expect(await outbox.drain()).toBe(1)
    expect(store.get(action.id)).toMatchObject({ state: 'done', attempts: 2 })
  })

  it('expire instead when they are of no use any more', async () => {
    const action = store.owe({ target: GROUP, expiresAt: START + SECOND })
    hearing()
    effects.failNext('unknown')
    await outbox.drain()
    clock.advanceTo(START + MINUTE)
    await outbox.drain()
    expect(store.get(action.id).state).toBe('expired')
    expect(texts()).toEqual([])
  })

  it('silence counts only while online', async () => {
    const action = store.owe({ target: GROUP, state: 'sending', attempts: 1 })
    hearing({ online: false })
    outbox.recover()
    clock.advanceTo(START + HOUR)
    await outbox.drain()
    expect(outbox.nextWakeAt()).toBeNull()
    expect(store.get(action.id).state).toBe('unknown')
    outbox.online()
    expect(outbox.nextWakeAt()).toBe(START + HOUR + MINUTE)
    clock.advanceTo(START + HOUR + 30 * SECOND)
    outbox.offline()
    clock.advanceTo(START + 2 * HOUR)
    outbox.online()
    await outbox.drain()
    expect(store.get(action.id).state).toBe('unknown')
    clock.advanceTo(START + 2 * HOUR + MINUTE)
    expect(await outbox.drain()).toBe(1)
  })

  it('an echo quicker than the answer settles at once, on disk, and once', async () => {
    const action = store.owe({ target: GROUP })
    effects = new SimulatedEffects({ clock, onEcho: echo => outbox.heard(echo) })
    outbox = worker()
    effects.failNext('unknown', { carriedOut: true })
    await outbox.drain()
    expect(store.get(action.id)).toMatchObject({ state: 'done', sentAs: 'sim-1' })
    expect(settled).toEqual([[action.id, 'done']])
    expect(outbox.nextWakeAt()).toBeNull()
  })

  it('the echo of a line that is known to be sent settles nothing else', async () => {
    const lost = store.owe({ target: GROUP, text: '同一句' })
    hearing()
    effects.failNext('unknown')
    await outbox.drain()
    const sent = store.owe({ target: GROUP, text: '同一句' })
    await outbox.drain()
    expect(store.get(sent.id).state).toBe('done')
    hearAll()
    expect(store.get(lost.id).state).toBe('unknown')
  })

  it('an echo that only brings a message id for a line done before is no second end', async () => {
    const action = store.owe({ target: GROUP, text: '一' })
    hearing()
    await outbox.drain()
    store.settleByEcho = () => store.get(action.id)
    outbox.heard({ messageId: 'later', at: START, target: { group: 'g1' }, text: '一' })
    expect(settled).toEqual([[action.id, 'done']])
  })

  it('an echo of nothing that is owed is ignored', async () => {
    hearing()
    outbox.heard({ messageId: 'x', at: START, target: { group: 'g1' }, text: '主人自己说的' })
    expect(settled).toEqual([])
  })

  it('gives up after so many attempts', async () => {
    const action = store.owe({ target: GROUP })
    hearing({ backoff: { first: SECOND, longest: SECOND, attempts: 2 } })
    effects.failNext('unknown', { times: 9 })
    for (let i = 0; i < 5; i++) {
      await outbox.drain()
      clock.advanceTo(clock.now() + MINUTE)
    }
    expect(store.get(action.id)).toMatchObject({ state: 'failed', attempts: 2 })
  })
})

describe('offline', () => {
  it('nothing is tried, so nothing is used up', async () => {
    const action: Action = store.owe({ target: GROUP, severity: 'P0' })
    const outbox = worker({ online: false })
    expect(await outbox.drain()).toBe(0)
    expect(outbox.nextWakeAt()).toBeNull()
    expect(store.get(action.id)).toMatchObject({ state: 'owed', attempts: 0 })
    outbox.online()
    expect(outbox.nextWakeAt()).toBe(START)
    expect(await outbox.drain()).toBe(1)
  })
})
