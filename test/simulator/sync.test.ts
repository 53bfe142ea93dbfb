import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ManualClock, MINUTE, SECOND } from '../../src/model/time.js'
import { content, Simulator, type SimulatorOptions } from '../../src/simulator/index.js'
import { CLASS, ROOM, start, stopAll, TOPIC } from './class.js'
import type { WebClient } from './web-client.js'

const START = Date.UTC(2026, 8, 9, 1, 0, 0)
let clock: ManualClock
let simulator: Simulator
let client: WebClient

async function login(settings: Partial<SimulatorOptions> = {}): Promise<void> {
  clock = new ManualClock(START)
  ;[simulator, client] = await start({ clock, longPoll: 60_000, ...settings })
  await client.login(simulator)
}
beforeEach(() => login())
afterEach(stopAll)

describe('a room', () => {
  it('hears who said what, and when on the given clock', async () => {
    clock.advanceTo(START + MINUTE + 999)
    const id = simulator.say(TOPIC, '小白妈妈', '明天带什么？')
    const [message] = await client.hear()
    expect(message).toMatchObject({
      MsgId: id,
      MsgType: 1,
      FromUserName: client.room(TOPIC),
      ToUserName: client.me,
      Content: `${simulator.wireId('wxid_bai')}:<br/>明天带什么？`,
      CreateTime: (START + MINUTE) / SECOND,
    })
  })

  it('escapes text as the real service does', async () => {
    simulator.say(ROOM, 'wxid_bai', '通知:\n<b>R&D</b>\r\n完')
    const [message] = await client.hear()
    expect(message?.Content.split(':<br/>').slice(1).join(':<br/>')).toBe('通知:<br/>&lt;b&gt;R&amp;D&lt;/b&gt;<br/>完')
  })

  it('goes by id or topic, its members by id, name card or nickname', async () => {
    for (const name of ['wxid_wang', '王老师(班主任)', '小白妈妈', '蓝蓝爸爸']) simulator.say(TOPIC, name, name)
    expect(await client.hear()).toHaveLength(4)
    expect(() => simulator.say(TOPIC, '王老师', '有名片的人只认名片')).toThrow('no member')
    expect(() => simulator.say(TOPIC, 'wxid_he', '不在群里')).toThrow('no member')
    expect(() => simulator.say('四年级', 'wxid_bai', '')).toThrow('no room')
    simulator.crowd.setCard(TOPIC, 'wxid_bai', '蓝蓝爸爸')
    expect(() => simulator.say(TOPIC, '蓝蓝爸爸', '哪一个')).toThrow('2 of member')
  })
})

it('message ids rise, are numeric strings, and are beyond what a double holds', () => {
  const ids = Array.from({ length: 50 }, () => simulator.say(ROOM, 'wxid_bai', '。'))
  expect(new Set(ids).size).toBe(50)
  for (const id of ids) expect(id).toMatch(/^\d{19}$/)
  expect(Number(ids[0])).toBeGreaterThan(Number.MAX_SAFE_INTEGER)
  expect(ids.map(BigInt).every((id, i) => i === 0 || id > BigInt(ids[i - 1] as string))).toBe(true)
})

it('a private word comes from the person', async () => {
  simulator.whisper('小白妈妈', '老师您好')
  const [message] = await client.hear()
  expect(message).toMatchObject({ FromUserName: simulator.wireId('wxid_bai'), Content: '老师您好' })
})

it('what the owner types on the phone comes from the account', async () => {
  simulator.phone.say(TOPIC, content.text('我是主人'))
  simulator.phone.say('wxid_bai', content.text('您好'))
  const messages = await client.hear()
  expect(messages.map(message => [message.FromUserName, message.ToUserName, message.Content])).toEqual([
    [client.me, client.room(TOPIC), '我是主人'],
    [client.me, simulator.wireId('wxid_bai'), '您好'],
  ])
})

describe('synccheck', () => {
  it('waits until there is something', async () => {
    const check = client.check()
    await simulator.waitForRequest(request => request.endpoint === 'synccheck')
    simulator.say(ROOM, 'wxid_bai', '在吗')
    expect(await check).toEqual({ retcode: '0', selector: '2' })
  })

  it('answers that there is nothing after a while', async () => {
    await login({ longPoll: 20 })
    expect(await client.check()).toEqual({ retcode: '0', selector: '0' })
  })

  it('counts from the client’s own key', async () => {
    simulator.say(ROOM, 'wxid_bai', '一')
    const old = structuredClone(client.syncKey)
    await client.sync()
    client.syncKey = old
    expect((await client.check()).selector).toBe('2')
  })
})

describe('webwxsync', () => {
  const say = (count: number): string[] =>
    Array.from({ length: count }, (_, i) => simulator.say(ROOM, 'wxid_bai', `${i}`))
  const ids = (messages: { MsgId: string }[]): string[] => messages.map(message => message.MsgId)

  it('gives what waits in batches, in order, each once', async () => {
    await login({ syncBatch: 3 })
    const said = say(8)
    const first = await client.sync()
    expect(first.AddMsgList).toHaveLength(3)
    expect(first.ContinueFlag).toBe(1)
    expect([...ids(first.AddMsgList), ...ids(await client.hear())]).toEqual(said)
    expect((await client.sync()).AddMsgList).toEqual([])
  })

  it('gives the same again for an old key', async () => {
    const said = say(2)
    const old = structuredClone(client.syncKey)
    expect(ids((await client.sync()).AddMsgList)).toEqual(said)
    expect(ids((await client.sync(old)).AddMsgList)).toEqual(said)
  })

  it('goes on where the session had read to when the key is lost', async () => {
    say(2)
    await client.sync()
    const said = say(1)
    expect(ids((await client.sync({ Count: 0, List: [] })).AddMsgList)).toEqual(said)
  })

  it('a key from the future hides nothing for ever', async () => {
    const answer = await client.sync({ Count: 1, List: [{ Key: 2, Val: 999_999_999 }] })
    expect(answer.AddMsgList).toEqual([])
    const said = say(1)
    expect(ids((await client.sync()).AddMsgList)).toEqual(said)
  })

  it('forgets what was read long ago, and nothing that was not', async () => {
    await login({ retained: 5, syncBatch: 4 })
    const start = structuredClone(client.syncKey)
    const said = say(40)
    expect(ids(await client.hear())).toEqual(said)
    client.syncKey = start
    const again = ids(await client.hear())
    expect(again.length).toBeLessThan(20)
    expect(said.slice(-again.length)).toEqual(again)
  })

  it('what was said while no client asked is still there after a restart of the client', async () => {
    const said = say(3)
    await client.init()
    expect(ids(await client.hear())).toEqual(said)
  })

  it('what was said before a QR login stays on the phone', async () => {
    say(3)
    await client.login(simulator)
    expect(await client.hear()).toEqual([])
  })

  it('says nothing of what happened while nobody was logged in', () => {
    const lonely = new Simulator({ world: CLASS })
    expect(lonely.say(ROOM, 'wxid_bai', '在吗')).toMatch(/^\d+$/)
    expect(lonely.wireId(ROOM)).toBeNull()
  })
})

describe('odd deliveries', () => {
  it('the same message twice', async () => {
    simulator.say(ROOM, 'wxid_bai', '一次', { id: '77' })
    simulator.say(ROOM, 'wxid_bai', '一次', { id: '77' })
    expect((await client.hear()).map(message => message.MsgId)).toEqual(['77', '77'])
  })

  it('an old message late', async () => {
    simulator.say(ROOM, 'wxid_bai', '早上的', { at: START - 60 * MINUTE })
    expect((await client.hear())[0]?.CreateTime).toBe((START - 60 * MINUTE) / SECOND)
  })
})
