import { describe, expect, it } from '@jest/globals'
import { OutboxWorker, SimulatedEffects } from '../../src/effects/index.js'
import type { Gateway, Listener } from '../../src/gateways/gateway.js'
import type { Ledger } from '../../src/ledger/index.js'
import { MINUTE, SECOND } from '../../src/model/time.js'
import { Bot } from '../../src/pipeline/bot.js'
import { ALIVE_KEY } from '../../src/pipeline/gaps.js'
import { NOW } from '../signals/support.js'
import { type Rig, rig } from './rig.js'

/** A bot on a gateway that the test plays; `again` is the same bot after a restart of the program. */
async function botOf(made: Rig = rig()) {
  const { ledger, clock, moderator } = made
  let listener: Listener | null = null
  const effects = new SimulatedEffects({ clock })
  const gateway: Gateway = { effects, start: async told => void (listener = told), stop: async () => {} }
  const ticks: (() => void)[] = []
  const bot = new Bot({
    gateway,
    moderator,
    outbox: new OutboxWorker({
      store: ledger,
      effects,
      clock,
      pacing: { perMinute: 100, perDay: 100, jitter: 0 },
      random: () => 0,
      online: false,
    }),
    ledger,
    messages: () => made.deps.rules().ruleSet.messages,
    clock,
    every: (_, run) => {
      ticks.push(run)
      return () => void ticks.splice(0)
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  await bot.start()
  const network = listener as unknown as Listener
  const aliveAt = (after: number) => {
    clock.advanceTo(NOW + after)
    network.alive(NOW + after)
  }
  return { bot, ledger, network, aliveAt, effects, clock, ticks, again: () => botOf(made) }
}

const gaps = (ledger: Ledger) => ledger.gaps(0).map(({ from, to, reason }) => [from - NOW, to - NOW, reason])

describe('gaps', () => {
  it('are not written while polls come in', async () => {
    const { ledger, aliveAt } = await botOf()
    for (let at = 0; at <= 10 * MINUTE; at += 35 * SECOND) aliveAt(at)
    expect(gaps(ledger)).toEqual([])
  })

  it('are known over a restart also when the clock was set back before', async () => {
    const it = await botOf()
    it.aliveAt(0)
    it.clock.restartAt(NOW - 60 * MINUTE)
    it.network.alive(NOW - 60 * MINUTE)
    expect(it.ledger.meta(ALIVE_KEY)).toBe(String(NOW - 60 * MINUTE))
    const again = await it.again()
    again.aliveAt(-30 * MINUTE)
    expect(gaps(it.ledger)).toEqual([[-60 * MINUTE, -30 * MINUTE, '程序没有运行']])
  })

  it('are not written for an outage of a minute', async () => {
    const { ledger, aliveAt } = await botOf()
    aliveAt(0)
    aliveAt(MINUTE)
    expect(gaps(ledger)).toEqual([])
  })

  it('run from the last proof of life to the next, once', async () => {
    const { ledger, aliveAt } = await botOf()
    aliveAt(0)
    aliveAt(7 * SECOND)
    aliveAt(5 * MINUTE)
    aliveAt(5 * MINUTE + SECOND)
    expect(gaps(ledger)).toEqual([[7 * SECOND, 5 * MINUTE, expect.stringContaining('网络不通')]])
  })

  it('cover the time in which the program did not run', async () => {
    const { ledger, aliveAt, bot, again } = await botOf()
    aliveAt(0)
    aliveAt(3 * SECOND)
    await bot.stop()
    const next = await again()
    next.aliveAt(2 * 60 * MINUTE)
    expect(gaps(ledger)).toEqual([[3 * SECOND, 2 * 60 * MINUTE, '程序没有运行']])
  })

  it('begin at the last note where the program was killed, never later than the truth', async () => {
    const { ledger, aliveAt, again } = await botOf()
    aliveAt(0)
    aliveAt(14 * SECOND)
    const next = await again()
    next.aliveAt(10 * MINUTE)
    expect(gaps(ledger)).toEqual([[0, 10 * MINUTE, '程序没有运行']])
  })

  it('are not written for a quick restart: the network hands out what was said meanwhile', async () => {
    const { ledger, aliveAt, again } = await botOf()
    aliveAt(0)
    const next = await again()
    next.aliveAt(20 * SECOND)
    expect(gaps(ledger)).toEqual([])
  })

  it('are written across a new login, however quick: what waited for the old session is gone', async () => {
    const { ledger, aliveAt, network } = await botOf()
    aliveAt(0)
    network.status({ state: 'scan', qrcode: 'q' })
    aliveAt(20 * SECOND)
    aliveAt(40 * SECOND)
    expect(gaps(ledger)).toEqual([[0, 20 * SECOND, '重新扫码登录']])
  })

  it('are none at the very first login', async () => {
    const { ledger, aliveAt, network } = await botOf()
    network.status({ state: 'scan', qrcode: 'q' })
    aliveAt(0)
    expect(gaps(ledger)).toEqual([])
  })

  it('leave the clock’s steps backward alone', async () => {
    const { ledger, network } = await botOf()
    network.alive(NOW + 10 * MINUTE)
    network.alive(NOW)
    network.alive(NOW + SECOND)
    expect(gaps(ledger)).toEqual([])
  })
})

describe('the note of life', () => {
  it('is written at first, then every quarter of a minute, and when the bot stops', async () => {
    const { ledger, aliveAt, bot } = await botOf()
    const note = () => Number(ledger.meta(ALIVE_KEY)) - NOW
    aliveAt(0)
    aliveAt(5 * SECOND)
    expect(note()).toBe(0)
    aliveAt(15 * SECOND)
    expect(note()).toBe(15 * SECOND)
    aliveAt(16 * SECOND)
    await bot.stop()
    expect(note()).toBe(16 * SECOND)
  })
})

describe('a bot', () => {
  const owe = (ledger: Ledger, text: string) =>
    ledger.addActions(
      `test/${text}`,
      [
        {
          kind: 'post',
          target: { group: 'c3-2' },
          recipient: null,
          text,
          topic: null,
          category: null,
          severity: null,
          notBefore: NOW,
          expiresAt: NOW + MINUTE,
        },
      ],
      NOW,
    )
  const settled = () => new Promise(resolve => setImmediate(resolve))

  it('says nothing before it is online, and what it owes as soon as it is', async () => {
    const { bot, ledger, network, effects } = await botOf()
    owe(ledger, '甲')
    await bot.speak()
    expect(effects.sent).toEqual([])
    network.status({ state: 'online', account: '小助手' })
    await settled()
    expect(effects.sent.map(({ text }) => text)).toEqual(['甲'])
  })

  it('keeps quiet while offline and keeps what it owes', async () => {
    const { bot, ledger, network, effects } = await botOf()
    network.status({ state: 'online', account: '小助手' })
    network.status({ state: 'offline', reason: '网络' })
    owe(ledger, '乙')
    await bot.speak()
    await bot.stop()
    expect(effects.sent).toEqual([])
    expect(ledger.dueActions(NOW, 10)).toHaveLength(1)
  })
})
