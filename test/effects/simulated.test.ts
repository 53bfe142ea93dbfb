import { beforeEach, describe, expect, it } from '@jest/globals'
import { type Echo, EffectError, SimulatedEffects } from '../../src/effects/index.js'
import { ManualClock } from '../../src/model/time.js'

const clock = new ManualClock(1_000)
let effects: SimulatedEffects

beforeEach(() => {
  effects = new SimulatedEffects({ clock })
})

it('records what is said, to whom and when, and reaches everybody', async () => {
  expect(await effects.sayInGroup('g1', '大家好')).toEqual({ messageId: 'sim-1' })
  expect(await effects.sayInPrivate('p1', '您好')).toEqual({ messageId: 'sim-2' })
  expect(effects.sent).toEqual([
    { messageId: 'sim-1', at: 1_000, target: { group: 'g1' }, text: '大家好', recalled: false },
    { messageId: 'sim-2', at: 1_000, target: { person: 'p1' }, text: '您好', recalled: false },
  ])
})

it('takes back what it said, there only', async () => {
  await effects.sayInGroup('g1', '说错了')
  await expect(effects.recallOwn('sim-1', { group: 'g2' })).rejects.toMatchObject({ failure: 'refused' })
  await expect(effects.recallOwn('sim-1', { person: 'g1' })).rejects.toMatchObject({ failure: 'refused' })
  await expect(effects.recallOwn('sim-9', { group: 'g1' })).rejects.toBeInstanceOf(EffectError)
  await effects.recallOwn('sim-1', { group: 'g1' })
  expect(effects.sent[0]?.recalled).toBe(true)
})

it('says what it can, or what it is told to', () => {
  expect(effects.capabilities).toMatchObject({ sayInPrivate: true, recallOther: false, hearsItself: false })
  const other = new SimulatedEffects({ clock, capabilities: { sayInPrivate: false }, onEcho: () => {} })
  expect(other.capabilities).toMatchObject({ sayInGroup: true, sayInPrivate: false, hearsItself: true })
})

it('hears itself where somebody listens', async () => {
  const echoes: Echo[] = []
  effects = new SimulatedEffects({ clock, onEcho: echo => void echoes.push(echo) })
  await effects.sayInPrivate('p1', '您好')
  await effects.recallOwn('sim-1', { person: 'p1' })
  expect(echoes).toEqual([{ messageId: 'sim-1', at: 1_000, target: { person: 'p1' }, text: '您好' }])
})

describe('when told to', () => {
  it('fails so many times, and nothing is sent', async () => {
    effects.failNext('retry', { times: 2, message: '1205' })
    await expect(effects.sayInGroup('g1', '一')).rejects.toMatchObject({ failure: 'retry', message: '1205' })
    await expect(effects.recallOwn('sim-1', { group: 'g1' })).rejects.toMatchObject({ failure: 'retry' })
    expect(effects.sent).toEqual([])
    await effects.sayInGroup('g1', '二')
    expect(effects.sent).toHaveLength(1)
  })

  it('loses the answer only', async () => {
    effects.failNext('unknown', { carriedOut: true })
    await expect(effects.sayInGroup('g1', '一')).rejects.toMatchObject({ failure: 'unknown' })
    expect(effects.sent).toHaveLength(1)
  })

  it('hangs until released', async () => {
    const release = effects.hang()
    const saying = effects.sayInGroup('g1', '一')
    await Promise.resolve()
    expect(effects.sent).toEqual([])
    release()
    await saying
    expect(effects.sent).toHaveLength(1)
  })
})
