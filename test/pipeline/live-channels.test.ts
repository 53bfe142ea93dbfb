import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { SimulatedEffects } from '../../src/effects/index.js'
import type { Gateway, GatewayStatus, Listener } from '../../src/gateways/gateway.js'
import type { School } from '../../src/model/school.js'
import { live } from '../../src/pipeline/live.js'
import { HttpHost, MailHost } from '../effects/channels/servers.js'
import { GROUP, KEY, rig, said } from './rig.js'

let web: HttpHost
let post: MailHost

beforeEach(async () => {
  web = new HttpHost()
  post = new MailHost()
  await Promise.all([web.start(), post.start()])
})
afterEach(() => Promise.all([web.stop(), post.stop()]))

function school(): School {
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
        members: [
          { name: '班主任王老师', aka: [], role: 'head_teacher', students: [], exempt: [] },
          { name: '程小满妈妈', aka: [], role: 'parent', students: ['程小满'], exempt: [] },
        ],
        students: ['程小满'],
        scamNoticeAuthorised: false,
        mode: 'live',
      },
    ],
    people: [
      {
        name: '王芳',
        role: 'head_teacher',
        groups: null,
        channels: [
          { kind: 'email', to: 'wang@school.example' },
          { kind: 'wecom', url: web.url('/send?key=k') },
          { kind: 'webhook', url: web.url('/hook'), secret: 's' },
        ],
      },
    ],
    smtp: { host: '127.0.0.1', port: post.port, secure: false, login: null, from: 'bot@school.example' },
    pacing: { perMinute: 60, perDay: 1000, jitter: 0 },
    retention: { inbox: 0, flagged: 0, escalated: 0 },
    signals: [],
    calendar: { workdays: [], restDays: [] },
  }
}

/** A bot whose connection to WeChat never comes up. */
async function disconnected(effects?: SimulatedEffects) {
  const { ledger, deps, clock } = rig()
  let listener: Listener | null = null
  const wechat = new SimulatedEffects({ clock })
  const { bot, directory } = live({
    school: school(),
    ledger,
    key: KEY,
    rules: deps.rules,
    clock,
    every: () => () => {},
    random: () => 0.5,
    log: deps.log,
    gateway: (): Gateway => ({ effects: wechat, start: async told => void (listener = told), stop: async () => {} }),
    ...(effects ? { effects } : {}),
  })
  await bot.start()
  const parent = directory.profile(GROUP)?.members.find(({ role }) => role === 'parent')
  if (!parent) throw new Error('no parent')
  const hear = async (text: string) => {
    await (listener as unknown as Listener).event(said('e1', parent, text))
    await bot.speak()
  }
  const status = async (...all: GatewayStatus[]) => {
    for (const one of all) (listener as unknown as Listener).status(one)
    await bot.speak()
  }
  return { hear, status, wechat, clock }
}

it('a head teacher is told by mail, robot and webhook while WeChat is down', async () => {
  const { hear, wechat } = await disconnected()
  await hear('明天群收款')
  expect(post.mails.map(({ to }) => to)).toEqual([['wang@school.example']])
  const bodies = new Map(web.posts.map(({ path, body }) => [path, JSON.parse(body)]))
  expect(bodies.get('/send?key=k')).toEqual({ msgtype: 'text', text: { content: 'second.alert A1 P1' } })
  expect(bodies.get('/hook')).toMatchObject({ code: 'A1', severity: 'P1', message: 'second.alert A1 P1' })
  expect(wechat.sent).toEqual([])
  const everything = JSON.stringify([post.mails, web.posts])
  for (const secret of ['群收款', '程小满', '王老师', '王芳']) expect(everything).not.toContain(secret)
})

it('a dry run reaches nobody', async () => {
  const { clock } = rig()
  const dry = new SimulatedEffects({ clock })
  const { hear } = await disconnected(dry)
  await hear('明天群收款')
  expect([post.mails, web.posts]).toEqual([[], []])
  expect(dry.second.map(({ channel }) => channel)).toEqual(['email', 'wecom', 'webhook'])
})

it('whoever keeps the connection gets the code to log in with, and hears of an account that is blocked', async () => {
  const { status } = await disconnected()
  await status(
    { state: 'scan', qrcode: 'https://login.weixin.qq.com/l/abc' },
    { state: 'scan', qrcode: 'https://login.weixin.qq.com/l/abc' },
    { state: 'error', code: 'BZ308', message: '' },
    { state: 'error', code: 'BZ308', message: '' },
  )
  const hooks = web.posts.filter(({ path }) => path === '/hook').map(({ body }) => JSON.parse(body))
  expect(hooks).toHaveLength(2)
  expect(hooks).toContainEqual(
    expect.objectContaining({
      code: 'LOGIN',
      severity: null,
      message: 'second.login https://login.weixin.qq.com/qrcode/abc',
      qrcode: 'https://login.weixin.qq.com/l/abc',
    }),
  )
  expect(hooks).toContainEqual(expect.objectContaining({ code: 'BZ308', severity: null }))
  expect(web.posts.filter(({ path }) => path !== '/hook')).toHaveLength(2)
  expect(post.mails).toHaveLength(2)
  expect(post.mails.filter(({ text }) => text.includes('Content-Type: image/png'))).toHaveLength(1)
  const everything = JSON.stringify([post.mails, web.posts])
  for (const secret of ['程小满', '王老师', '王芳']) expect(everything).not.toContain(secret)
})

it('a dry run sends no code either', async () => {
  const { clock } = rig()
  const { status } = await disconnected(new SimulatedEffects({ clock }))
  await status({ state: 'scan', qrcode: 'https://login.weixin.qq.com/l/abc' })
  expect([post.mails, web.posts]).toEqual([[], []])
})
