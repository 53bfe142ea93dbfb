import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { SimulatedEffects } from '../../src/effects/index.js'
import type { Gateway, Listener } from '../../src/gateways/gateway.js'
import type { OpinionConfig } from '../../src/model/opinion.js'
import type { School } from '../../src/model/school.js'
import { SECOND } from '../../src/model/time.js'
import { live } from '../../src/pipeline/live.js'
import { ChatHost, config } from '../effects/opinion/chat-host.js'
import { NOW } from '../signals/support.js'
import { GROUP, KEY, rig, said } from './rig.js'

let host: ChatHost

beforeEach(async () => {
  host = new ChatHost()
  await host.start()
})
afterEach(() => host.stop())

const ADVERT = '这周末团购车厘子，两斤装'

function school(opinion: OpinionConfig | null): School {
  const member = (name: string, role: 'head_teacher' | 'parent') => ({ name, aka: [], role, students: [], exempt: [] })
  return {
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
        members: [member('班主任王老师', 'head_teacher'), member('程小满妈妈', 'parent')],
        students: ['程小满'],
        scamNoticeAuthorised: false,
        mode: 'live',
      },
    ],
    people: [{ name: '王芳', role: 'head_teacher', groups: null, channels: [] }],
    smtp: null,
    opinion,
    pacing: { perMinute: 60, perDay: 1000, jitter: 0 },
    retention: { inbox: 0, flagged: 0, escalated: 0 },
    signals: [],
    calendar: { workdays: [], restDays: [] },
  }
}

async function bot(opinion: OpinionConfig | null, dry = false) {
  const { ledger, deps, clock } = rig()
  let listener: Listener | null = null
  const wechat = new SimulatedEffects({ clock })
  const { bot, directory } = live({
    school: school(opinion),
    ledger,
    key: KEY,
    rules: deps.rules,
    clock,
    every: () => () => {},
    random: () => 0,
    log: deps.log,
    gateway: (): Gateway => ({ effects: wechat, start: async told => void (listener = told), stop: async () => {} }),
    ...(dry ? { effects: new SimulatedEffects({ clock }) } : {}),
  })
  await bot.start()
  const told = listener as unknown as Listener
  told.status({ state: 'online', account: 'x' })
  const parent = directory.profile(GROUP)?.members.find(({ role }) => role === 'parent')
  if (!parent) throw new Error('no parent')
  return {
    ...{ bot, ledger, clock, wechat },
    hear: async (id: string) => {
      await told.event(said(id, parent, ADVERT))
      await bot.speak()
    },
    came: async () => {
      while (ledger.opinionCalls().some(({ outcome }) => outcome === null))
        await new Promise(resolve => setImmediate(resolve))
    },
  }
}

const settings = (more: Partial<OpinionConfig> = {}) => config(host.url('/v1'), { from: 0, to: 1, ...more })

it('a live bot asks, waits, and keeps quiet where it is told that there is nothing', async () => {
  host.content = () => '{"answer":"no"}'
  const { hear, came, wechat, bot: it, clock, ledger } = await bot(settings())
  await hear('m1')
  expect(wechat.sent).toEqual([])
  await came()
  clock.advanceTo(NOW + 10 * SECOND)
  await it.speak()
  expect(wechat.sent).toEqual([])
  expect(ledger.decision('m1')?.decision.respond).toBe('collect')
})

it('without an answer the word is owed in its time', async () => {
  host.behave = response => void response.writeHead(503).end()
  const { hear, came, ledger, clock, bot: it } = await bot(settings())
  await hear('m1')
  const action = () => ledger.decision('m1')?.actions[0]
  expect(action()?.state).toBe('owed')
  await came()
  await it.speak()
  expect(action()?.state).toBe('owed')
  clock.advanceTo(action()?.notBefore ?? 0)
  await it.speak()
  expect(action()?.state).not.toBe('owed')
})

it('a bot that stops waits for nobody, and writes nothing any more', async () => {
  host.behave = () => {}
  const { hear, bot: it, ledger } = await bot(settings({ timeout: 60_000 }))
  await hear('m1')
  await it.stop()
  ledger.close()
  await new Promise(resolve => setImmediate(resolve))
  expect(host.posts.length).toBeLessThanOrEqual(1)
})

it('a dry run, and a school that wants none, ask nobody', async () => {
  const dry = await bot(settings(), true)
  await dry.hear('m1')
  const without = await bot(null)
  await without.hear('m1')
  expect(host.posts).toEqual([])
  for (const { ledger } of [dry, without]) {
    expect(ledger.opinionCalls()).toEqual([])
    expect(ledger.decision('m1')?.decision.actions[0]?.notBefore).toBe(NOW)
  }
})
