import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Simulator } from '../../src/simulator/index.js'
import { ROOM, start, stopAll, TOPIC } from './class.js'
import type { WebClient, WireContact, WireMessage } from './web-client.js'

let simulator: Simulator
let client: WebClient

beforeEach(async () => {
  ;[simulator, client] = await start({ longPoll: 50 })
  await client.login(simulator)
})
afterEach(stopAll)

/** what the client hears: grey lines, and rooms or people that changed */
async function hear(): Promise<{ messages: WireMessage[]; changed: WireContact[] }> {
  const answer = await client.sync()
  return { messages: answer.AddMsgList, changed: answer.ModContactList }
}
const namesIn = (room: WireContact | undefined): string[] =>
  room?.MemberList.map(member => member.DisplayName || member.NickName) ?? []

describe('coming in', () => {
  it('by one member’s invitation', async () => {
    simulator.crowd.invite(TOPIC, 'wxid_bai', [{ id: 'wxid_new', nick: '新人' }])
    const { messages, changed } = await hear()
    expect(messages).toMatchObject([
      { MsgType: 10_000, FromUserName: client.room(TOPIC), Content: '"小白妈妈"邀请"新人"加入了群聊' },
    ])
    expect(namesIn(changed[0])).toContain('新人')
  })

  it('several at once, by name card of the inviter', async () => {
    simulator.crowd.invite(TOPIC, 'wxid_wang', [
      { id: 'wxid_n1', nick: '甲' },
      { id: 'wxid_n2', nick: '乙<', card: '乙家长' },
    ])
    const { messages, changed } = await hear()
    expect(messages[0]?.Content).toBe('"王老师(班主任)"邀请"甲、乙&lt;"加入了群聊')
    expect(namesIn(changed[0])).toEqual(expect.arrayContaining(['甲', '乙家长']))
  })

  it('by the account’s owner', async () => {
    simulator.crowd.invite(TOPIC, 'wxid_bot', [{ id: 'wxid_he', nick: '何叔' }])
    expect((await hear()).messages[0]?.Content).toMatch(/^你邀请"何叔"加入了群聊 {2}$/)
  })

  it('without a word of the member list', async () => {
    simulator.crowd.invite(TOPIC, 'wxid_bai', [{ id: 'wxid_new', nick: '新人' }], true)
    const { messages, changed } = await hear()
    expect(messages).toHaveLength(1)
    expect(changed).toEqual([])
  })

  it.each([
    ['wxid_wang', '" 新人"通过扫描"王老师(班主任)"分享的二维码加入群聊'],
    ['wxid_bot', '" 新人"通过扫描你分享的二维码加入群聊'],
  ])('by the QR code of %s', async (sharer, line) => {
    simulator.crowd.scanIn(TOPIC, sharer, { id: 'wxid_new', nick: '新人' })
    expect((await hear()).messages[0]?.Content).toBe(line)
  })

  it('the account itself, into a new room', async () => {
    const spec = {
      id: '2@chatroom',
      topic: '四年级',
      owner: 'wxid_he',
      members: [{ id: 'wxid_he' }, { id: 'wxid_bai', card: '小白' }],
    }
    simulator.crowd.inviteBot(spec, 'wxid_he')
    const { messages, changed } = await hear()
    expect(messages[0]?.Content).toBe('"何叔"邀请你加入了群聊，群聊参与人还有：小白')
    expect(changed[0]).toMatchObject({ NickName: '四年级', MemberCount: 3 })
  })
})

describe('going', () => {
  it('somebody leaves: the member list alone tells', async () => {
    simulator.crowd.leave(TOPIC, 'wxid_bai')
    const { messages, changed } = await hear()
    expect(messages).toEqual([])
    expect(namesIn(changed[0])).not.toContain('小白妈妈')
  })

  it('somebody is removed by another: the same', async () => {
    expect(simulator.crowd.remove(TOPIC, 'wxid_wang', 'wxid_bai')).toBeNull()
    expect(await hear()).toMatchObject({ messages: [], changed: [{ MemberCount: 3 }] })
  })

  it('the account is removed', async () => {
    simulator.crowd.remove(TOPIC, 'wxid_wang', 'wxid_bot')
    expect((await hear()).messages[0]?.Content).toBe('你被"王老师(班主任)"移出群聊')
    expect(simulator.world.rooms()).toEqual([])
  })

  it('the account removes somebody on the phone, where it is the owner', async () => {
    simulator.crowd.handOver(TOPIC, 'wxid_bot')
    simulator.crowd.remove(TOPIC, 'wxid_bot', 'wxid_bai')
    const { messages, changed } = await hear()
    expect(messages.map(message => message.Content)).toEqual(['"班级小助手"已成为新群主', '你将"小白妈妈"移出了群聊'])
    expect(changed.at(-1)).toMatchObject({ IsOwner: 1, ChatRoomOwner: client.me })
  })
})

describe('names', () => {
  it('a topic changes with a grey line', async () => {
    simulator.crowd.setTopic(TOPIC, 'wxid_wang', '三年二班通知群')
    const { messages, changed } = await hear()
    expect(messages[0]?.Content).toBe('"王老师(班主任)"修改群名为“三年二班通知群”')
    expect(changed[0]?.NickName).toBe('三年二班通知群')
    expect(simulator.world.room('三年二班通知群').id).toBe(ROOM)
  })

  it('a name card changes without one', async () => {
    simulator.crowd.setCard(TOPIC, 'wxid_bai', '王老师')
    const { messages, changed } = await hear()
    expect(messages).toEqual([])
    expect(namesIn(changed[0])).toContain('王老师')
    simulator.crowd.setCard(TOPIC, 'wxid_bai', '')
    expect(namesIn((await hear()).changed[0])).toContain('小白妈妈')
  })

  it('a friend’s nickname changes everywhere, a stranger’s in the rooms', async () => {
    simulator.crowd.setProfile('wxid_bai', { nick: '白白', avatar: 9 })
    const { changed } = await hear()
    expect(changed.map(contact => contact.NickName)).toEqual(['白白', TOPIC])
    expect(changed[0]?.HeadImgUrl).toContain('seq=9')
    simulator.crowd.setProfile('wxid_lan', { nick: '蓝' })
    expect((await hear()).changed.map(contact => contact.NickName)).toEqual([TOPIC])
  })
})

it.each([false, true])('a recall names the message (new id given: %s)', async newId => {
  const said = simulator.say(ROOM, 'wxid_lan', '发错了')
  simulator.crowd.recall(TOPIC, 'wxid_lan', said, { newId })
  const { messages } = await hear()
  expect(messages[1]).toMatchObject({ MsgType: 10_002, FromUserName: client.room(TOPIC) })
  const xml = messages[1]?.Content ?? ''
  expect(xml).toContain(`${simulator.wireId('wxid_lan')}:<br/>&lt;sysmsg type="revokemsg"`)
  expect(xml).toContain(`&lt;msgid&gt;${said}&lt;/msgid&gt;`)
  expect(xml).toContain('"蓝蓝爸爸" 撤回了一条消息')
  expect(xml.includes('newmsgid')).toBe(newId)
})

it('a grey line of any wording', async () => {
  simulator.crowd.line(TOPIC, '你可以邀请其他人')
  expect((await hear()).messages[0]).toMatchObject({ MsgType: 10_000, Content: '你可以邀请其他人' })
})

describe('a friend request', () => {
  const accept = async (ticket: unknown, value: unknown) =>
    client.post('webwxverifyuser', { Opcode: 3, VerifyUserList: [{ Value: value, VerifyUserTicket: ticket }] })

  it('is accepted with its ticket, once', async () => {
    simulator.crowd.befriend('wxid_lan', '我是"蓝蓝"爸爸')
    const [request] = (await hear()).messages
    expect(request).toMatchObject({ MsgType: 37, FromUserName: 'fmessage' })
    expect(request?.Content).toContain('content="我是&amp;quot;蓝蓝&amp;quot;爸爸"')
    const info = request?.RecommendInfo as { UserName: string; Ticket: string }
    expect((await accept(info.Ticket, info.UserName)).BaseResponse.Ret).toBe(0)
    expect(simulator.world.person('wxid_lan').friend).toBe(true)
    const { messages, changed } = await hear()
    expect(messages[0]?.Content).toContain('现在可以开始聊天了')
    expect(changed[0]?.ContactFlag).toBe(3)
    expect((await accept(info.Ticket, info.UserName)).BaseResponse.Ret).toBe(1)
  })

  it('is not accepted with an invented ticket', async () => {
    expect((await accept('v4_x', simulator.wireId('wxid_lan'))).BaseResponse.Ret).toBe(1)
    expect(simulator.world.person('wxid_lan').friend).toBe(false)
  })
})

describe('the world', () => {
  it('refuses what cannot be', () => {
    const { world } = simulator
    expect(() => world.addPerson({ id: 'wxid_bai', nick: '又一个' })).toThrow('exists')
    expect(() => world.addRoom({ id: ROOM, topic: '', owner: '', members: [] })).toThrow('exists')
    expect(() => world.addRoom({ id: 'room', topic: '', owner: '', members: [] })).toThrow('@chatroom')
    expect(() => world.addRoom({ id: '3@chatroom', topic: '', owner: '', members: [{ id: 'x' }] })).toThrow('nobody')
    expect(() => simulator.whisper('没有这个人', '')).toThrow('no person')
  })

  it('is not shared with the one it was made from', async () => {
    simulator.crowd.setCard(TOPIC, 'wxid_bai', '改了')
    const [twin] = await start()
    expect(twin.world.nameIn(twin.world.room(ROOM), 'wxid_bai')).toBe('小白妈妈')
  })
})
