import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ManualClock, MINUTE } from '../../src/model/time.js'
import type { Simulator, SimulatorOptions } from '../../src/simulator/index.js'
import { ROOM, start, stopAll, TOPIC } from './class.js'
import type { WebClient } from './web-client.js'

const START = Date.UTC(2026, 8, 9)
let clock: ManualClock
let simulator: Simulator
let client: WebClient
let room: string

async function login(options: Partial<SimulatorOptions> = {}): Promise<void> {
  clock = new ManualClock(START)
  ;[simulator, client] = await start({ clock, longPoll: 50, ...options })
  await client.login(simulator)
  room = client.room(TOPIC)
}
beforeEach(() => login())
afterEach(stopAll)

describe('what is sent', () => {
  it('is recorded with stable ids', async () => {
    const answer = await client.send(room, '请大家私聊接龙')
    expect(answer).toMatchObject({ BaseResponse: { Ret: 0 }, LocalID: '17' })
    expect(simulator.sent).toEqual([
      {
        id: answer.MsgID,
        at: START,
        to: ROOM,
        kind: 'text',
        text: '请大家私聊接龙',
        clientId: '17',
        reached: true,
        revoked: false,
      },
    ])
  })

  it('reaches friends, and nobody knows about strangers', async () => {
    await client.send(simulator.wireId('wxid_bai') ?? '', '您好')
    await client.send(simulator.wireId('wxid_lan') ?? '', '您好')
    await client.send('filehelper', '心跳')
    expect(simulator.sent.map(({ to, reached }) => [to, reached])).toEqual([
      ['wxid_bai', true],
      ['wxid_lan', false],
      ['filehelper', true],
    ])
  })

  it.each([
    ['webwxsendmsgimg', 'image', 3],
    ['webwxsendvideomsg', 'video', 43],
    ['webwxsendemoticon', 'emoticon', 47],
    ['webwxsendappmsg', 'app', 49],
  ])('%s is of kind %s', async (endpoint, kind, type) => {
    await client.send(room, '', endpoint)
    expect(simulator.sent[0]?.kind).toBe(kind)
    expect((await client.hear())[0]?.MsgType).toBe(type)
  })

  it('to somebody that this session does not know is refused', async () => {
    expect((await client.send('@@nobody', '喂')).BaseResponse.Ret).not.toBe(0)
    expect((await client.post('webwxsendmsg', { Msg: 'odd' })).BaseResponse.Ret).not.toBe(0)
    expect(simulator.sent).toEqual([])
  })

  it('to a room that the account has left does not reach it', async () => {
    simulator.crowd.remove(TOPIC, 'wxid_wang', 'wxid_bot')
    await client.send(room, '还在吗')
    expect(simulator.sent[0]?.reached).toBe(false)
  })

  it('comes back as an echo with the same id, escaped', async () => {
    const { MsgID } = await client.send(room, '一 < 二')
    expect(await client.hear()).toMatchObject([
      { MsgId: MsgID, FromUserName: client.me, ToUserName: room, Content: '一 &lt; 二' },
    ])
  })

  it('does not come back where the service is told not to echo', async () => {
    await login({ echoOwn: false })
    await client.send(room, '一')
    expect(await client.hear()).toEqual([])
  })

  it('can be waited for, before and after', async () => {
    const waiting = simulator.waitForSent(message => message.text === '二', 5_000)
    await client.send(room, '一')
    await client.send(room, '二')
    expect((await waiting).text).toBe('二')
    expect((await simulator.waitForSent(message => message.text === '一', 0)).to).toBe(ROOM)
    await expect(simulator.waitForSent(message => message.text === '三', 10)).rejects.toThrow('2 others')
  })

  it('nobody waits any longer once the simulator stops', async () => {
    const waiting = simulator.waitForSent(() => false, 60_000)
    const failed = expect(waiting).rejects.toThrow()
    await simulator.stop()
    await failed
  })
})

describe('taking back', () => {
  it('works within the window', async () => {
    const { MsgID } = await client.send(room, '说错了')
    clock.advanceTo(START + 2 * MINUTE)
    expect((await client.revoke(MsgID, room)).BaseResponse.Ret).toBe(0)
    expect(simulator.sent[0]?.revoked).toBe(true)
  })

  it('does not work later', async () => {
    const { MsgID } = await client.send(room, '说错了')
    clock.advanceTo(START + 2 * MINUTE + 1)
    expect((await client.revoke(MsgID, room)).BaseResponse.Ret).not.toBe(0)
    expect(simulator.sent[0]?.revoked).toBe(false)
  })

  it('does not work on what others said, or in another chat', async () => {
    const said = simulator.say(ROOM, 'wxid_bai', '广告')
    expect((await client.revoke(said, room)).BaseResponse.Ret).not.toBe(0)
    const { MsgID } = await client.send(room, '说错了')
    expect((await client.revoke(MsgID, client.me)).BaseResponse.Ret).not.toBe(0)
    expect(simulator.sent[0]?.revoked).toBe(false)
  })
})

describe('what the web protocol pretends to do', () => {
  it('removing a member reports success and does nothing', async () => {
    const body = { ChatRoomName: room, DelMemberList: simulator.wireId('wxid_lan') }
    expect((await client.post('webwxupdatechatroom', body, '?fun=delmember')).BaseResponse.Ret).toBe(0)
    expect(simulator.world.room(TOPIC).members).toHaveLength(4)
  })

  it('making a room, and asking strangers to be friends, is refused', async () => {
    expect((await client.post('webwxcreatechatroom')).BaseResponse.Ret).toBe(1)
    expect((await client.post('webwxverifyuser', { Opcode: 2 })).BaseResponse.Ret).toBe(1)
  })

  it('a new topic is set and announced', async () => {
    await client.post('webwxupdatechatroom', { ChatRoomName: room, NewTopic: '三年二班通知群' }, '?fun=modtopic')
    expect(simulator.world.findRoom(ROOM)?.topic).toBe('三年二班通知群')
    expect((await client.hear())[0]?.Content).toBe('你修改群名为“三年二班通知群”')
    expect((await client.post('webwxupdatechatroom', { ChatRoomName: '@@x' }, '?fun=modtopic')).BaseResponse.Ret).toBe(
      1,
    )
  })

  it('a remark is kept', async () => {
    const UserName = simulator.wireId('wxid_bai')
    await client.post('webwxoplog', { UserName, CmdId: 2, RemarkName: '小白家' })
    expect(simulator.world.person('wxid_bai').remark).toBe('小白家')
  })
})
