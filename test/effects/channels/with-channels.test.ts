import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { channelMaker, testChannels, withChannels } from '../../../src/effects/channels/index.js'
import { SimulatedEffects } from '../../../src/effects/index.js'
import type { ChannelConfig, School, SmtpConfig } from '../../../src/model/school.js'
import { ManualClock } from '../../../src/model/time.js'
import { ALERT, deadPort, failureOf, HttpHost, MailHost, TIMEOUT } from './servers.js'

const clock = new ManualClock(Date.UTC(2026, 8, 9, 7, 30))
const MESSAGES = new Map([['second.test', '这是测试，无需处理。']])
let web: HttpHost
let post: MailHost
let smtp: SmtpConfig
let email: ChannelConfig
let wecom: ChannelConfig
let webhook: ChannelConfig

beforeEach(async () => {
  web = new HttpHost()
  post = new MailHost()
  await Promise.all([web.start(), post.start()])
  smtp = { host: '127.0.0.1', port: post.port, secure: false, login: null, from: 'bot@school.example' }
  email = { kind: 'email', to: 'bai@school.example' }
  wecom = { kind: 'wecom', url: web.url('/send?key=9f8e7d') }
  webhook = { kind: 'webhook', url: web.url('/hook/9f8e7d'), secret: 's3cret' }
})
afterEach(() => Promise.all([web.stop(), post.stop()]))

const maker = () => channelMaker({ smtp, clock, timeout: TIMEOUT })

describe('effects with second channels', () => {
  it('send by the very channel that is named', async () => {
    const other: ChannelConfig = { kind: 'wecom', url: web.url('/send?key=other') }
    const effects = withChannels(new SimulatedEffects({ clock }), () => [email, wecom, webhook, other], maker())
    for (const name of ['wecom-2', 'email', 'webhook', 'wecom'])
      expect(await effects.secondChannel?.('p1', name, ALERT)).toEqual({ messageId: null })
    expect(web.posts.map(({ path }) => path)).toEqual(['/send?key=other', '/hook/9f8e7d', '/send?key=9f8e7d'])
    expect(post.mails).toHaveLength(1)
  })

  it('refuse what the school file does not hold any more', async () => {
    const effects = withChannels(
      new SimulatedEffects({ clock }),
      person => (person === 'p1' ? [wecom, email] : []),
      channelMaker({ smtp: null, clock }),
    )
    const send = (person: string, name: string) =>
      failureOf(effects.secondChannel?.(person, name, ALERT) as Promise<unknown>)
    expect(await send('p2', 'wecom')).toBe('refused: 学校文件里已经没有这条通道')
    expect(await send('p1', 'wecom-2')).toBe('refused: 学校文件里已经没有这条通道')
    expect(await send('p1', '')).toBe('refused: 学校文件里已经没有这条通道')
    expect(await send('p1', 'email')).toBe('refused: 学校文件里没有写 smtp')
    expect(web.posts).toEqual([])
  })

  it('are in all else the effects of the gateway', async () => {
    const gateway = new SimulatedEffects({ clock, capabilities: { recallOwn: false } })
    const effects = withChannels(gateway, () => [], maker())
    expect(effects.capabilities).toBe(gateway.capabilities)
    await effects.sayInGroup('g1', '大家好')
    await effects.sayInPrivate('p1', '您好')
    await effects.recallOwn('sim-1', { group: 'g1' })
    gateway.failNext('retry', { message: '1205' })
    expect(await failureOf(effects.sayInGroup('g1', '再来'))).toBe('retry: 1205')
    expect(gateway.sent.map(({ text, recalled }) => [text, recalled])).toEqual([
      ['大家好', true],
      ['您好', false],
    ])
  })

  it('share the limit of a robot among those who share it', async () => {
    const effects = withChannels(new SimulatedEffects({ clock }), () => [wecom], maker())
    for (let i = 0; i < 20; i++) await effects.secondChannel?.(`p${i}`, 'wecom', ALERT)
    expect(await failureOf(effects.secondChannel?.('p99', 'wecom', ALERT) as Promise<unknown>)).toMatch(/^retry/)
  })
})

describe('trying the channels out', () => {
  const people = (...channels: ChannelConfig[][]): School['people'] =>
    channels.map((own, i) => ({ name: `第${i + 1}位老师`, role: 'deputy', groups: null, channels: own }))
  const school = (all: School['people']) => ({ people: all, smtp, bot: { id: 'bz1', puppet: '', puppetToken: null } })
  const proofs = (all: School['people']) => testChannels(school(all), MESSAGES, { clock, timeout: TIMEOUT })

  it('proves each of them by a message of its own', async () => {
    expect(await proofs(people([email, wecom], [], [webhook]))).toEqual([
      { person: '第1位老师', kind: 'email', channel: 'email', ok: true, why: null },
      { person: '第1位老师', kind: 'wecom', channel: 'wecom', ok: true, why: null },
      { person: '第3位老师', kind: 'webhook', channel: 'webhook', ok: true, why: null },
    ])
    const hook = web.posts.find(({ path }) => path.startsWith('/hook'))
    expect(JSON.parse(hook?.body ?? '')).toEqual({
      code: 'TEST',
      severity: null,
      time: '2026-09-09T07:30:00.000Z',
      message: '这是测试，无需处理。',
    })
    expect(post.mails).toHaveLength(1)
  })

  it('tells why one does not work, and tries the others all the same', async () => {
    web.behave = (response, { path }) =>
      void response.end(path.startsWith('/send') ? '{"errcode":93000,"errmsg":"key 9f8e7d"}' : '{}')
    smtp = { ...smtp, port: await deadPort() }
    const found = await proofs(people([email, wecom, webhook]))
    expect(found.map(({ ok, why }) => [ok, why])).toEqual([
      [false, expect.stringMatching(/^连不上邮件服务器/)],
      [false, '企业微信没有接受（errcode 93000）'],
      [true, null],
    ])
    expect(JSON.stringify(found)).not.toMatch(/9f8e7d|s3cret|127\.0\.0\.1|bai@/)
  })

  it('has nothing to prove where nobody has one', async () => {
    expect(await proofs(people([], []))).toEqual([])
  })
})
