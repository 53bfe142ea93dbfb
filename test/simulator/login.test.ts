import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Simulator } from '../../src/simulator/index.js'
import { start, stopAll, TOPIC } from './class.js'
import { WebClient } from './web-client.js'

let simulator: Simulator
let client: WebClient

beforeEach(async () => {
  ;[simulator, client] = await start({ longPoll: 50 })
})
afterEach(stopAll)

it('listens on loopback only, on a port of its own', () => {
  expect(simulator.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

describe('the QR code', () => {
  it('is given out, scanned and confirmed; each step is told once', async () => {
    const code = await client.askCode()
    expect(code).toMatch(/==$/)
    expect(await client.pollLogin()).toContain('window.code=408')
    simulator.phone.scan()
    expect(await client.pollLogin()).toContain('window.code=201')
    expect(await client.pollLogin()).toContain('window.code=408')
    simulator.phone.confirm()
    const redirect = await client.pollLogin()
    expect(redirect).toContain('window.code=200')
    expect(redirect).toContain('redirect_uri="https://wx2.qq.com/')
    expect(await client.enter(redirect)).toContain('<ret>0</ret>')
    expect(simulator.online).toBe(true)
  })

  it('wakes the long poll when it is scanned', async () => {
    ;[simulator, client] = await start({ longPoll: 60_000 })
    await client.askCode()
    const poll = client.pollLogin()
    await simulator.waitForRequest(request => request.endpoint === 'login')
    simulator.phone.scan()
    expect(await poll).toContain('window.code=201')
  })

  it('can be waited for', async () => {
    const waiting = simulator.phone.waitForCode(5_000)
    const code = await client.askCode()
    expect(await waiting).toBe(code)
  })

  it('expires', async () => {
    await client.askCode()
    simulator.phone.expire()
    expect(await client.pollLogin()).toContain('window.code=400')
    expect(() => simulator.phone.confirm()).toThrow('no QR code')
  })

  it('logs in once', async () => {
    await client.askCode()
    simulator.phone.confirm()
    const redirect = await client.pollLogin()
    await client.enter(redirect)
    expect(await client.enter(redirect)).toContain('<ret>1</ret>')
  })

  it('does not let in who was not confirmed', async () => {
    const code = await client.askCode()
    const page = `/cgi-bin/mmwebwx-bin/webwxnewloginpage?ticket=x&uuid=${encodeURIComponent(code)}`
    expect(await client.script('wx2.qq.com', page)).toContain('<ret>1</ret>')
    expect(simulator.online).toBe(false)
  })

  it('a code that was never given out has expired', async () => {
    client.uuid = 'invented=='
    expect(await client.pollLogin()).toContain('window.code=400')
  })

  it('is refused to a blocked account with 1203', async () => {
    simulator.phone.block()
    await client.askCode()
    simulator.phone.confirm()
    const answer = await client.enter(await client.pollLogin())
    expect(answer).toContain('<ret>1203</ret>')
    expect(answer).toContain('不能登录网页微信')
    expect(simulator.online).toBe(false)
  })

  it('brings session cookies', async () => {
    await client.askCode()
    simulator.phone.confirm()
    const redirect = await client.pollLogin()
    const url = new URL(/redirect_uri="([^"]+)"/.exec(redirect)?.[1] ?? '')
    const response = await client.request(url.hostname, url.pathname + url.search)
    expect(response.status).toBe(301)
    const cookies = response.headers.getSetCookie().map(cookie => cookie.split('=')[0])
    expect(cookies).toEqual(expect.arrayContaining(['wxuin', 'wxsid', 'webwx_data_ticket']))
  })
})

describe('a session', () => {
  it('knows the account, the room and its members', async () => {
    await client.login(simulator)
    const answer = await client.init()
    expect(answer.User.NickName).toBe('班级小助手')
    const room = answer.ContactList.find(contact => contact.NickName === TOPIC)
    expect(room?.UserName).toMatch(/^@@[0-9a-f]{64}$/)
    expect(room?.MemberList.map(member => [member.NickName, member.DisplayName])).toEqual([
      ['班级小助手', ''],
      ['王老师', '王老师(班主任)'],
      ['小白妈妈', ''],
      ['&lt;蓝&gt;&amp;天', '蓝蓝爸爸'],
    ])
    expect(room).toMatchObject({ IsOwner: 0, ChatRoomOwner: room?.MemberList[1]?.UserName })
  })

  it('lists friends, but not strangers, and rooms without members', async () => {
    await client.login(simulator)
    const response = await client.request('wx2.qq.com', `/cgi-bin/mmwebwx-bin/webwxgetcontact?skey=${client.skey}`)
    const { MemberList } = (await response.json()) as {
      MemberList: { NickName: string; MemberCount: number; RemarkName: string }[]
    }
    expect(MemberList.map(contact => contact.NickName)).toEqual(['微信团队', '王老师', '小白妈妈', TOPIC])
    expect(MemberList[1]?.RemarkName).toBe('班主任王老师')
    expect(MemberList[3]?.MemberCount).toBe(0)
  })

  it('tells of one by one who is asked for, and of nobody it does not know', async () => {
    await client.login(simulator)
    const room = client.room(TOPIC)
    const stranger = simulator.wireId('wxid_lan')
    const List = [{ UserName: room }, { UserName: stranger }, { UserName: '@nobody' }, null, 7]
    const answer = await client.post('webwxbatchgetcontact', { Count: 5, List })
    expect(answer.ContactList.map(contact => contact.UserName)).toEqual([room, stranger])
    expect((await client.post('webwxbatchgetcontact', {})).ContactList).toEqual([])
  })

  it('may be made to list rooms without members first', async () => {
    ;[simulator, client] = await start({ partialRooms: true })
    await client.login(simulator)
    expect(client.contacts.find(contact => contact.NickName === TOPIC)).toMatchObject({
      MemberCount: 0,
      MemberList: [],
    })
  })

  it('hears of recent chats once, when the client says that it is there', async () => {
    await client.login(simulator)
    const Code = 3
    await client.post('webwxstatusnotify', { Code })
    await client.post('webwxstatusnotify', { Code })
    const heard = await client.hear()
    expect(heard.map(message => message.MsgType)).toEqual([51])
    expect(String(heard[0]?.StatusNotifyUserName).split(',')).toContain(client.room(TOPIC))
  })

  it('goes on after the client was killed, with the same ids', async () => {
    await client.login(simulator)
    const room = client.room(TOPIC)
    const again = Object.assign(new WebClient(simulator.baseUrl), {
      sid: client.sid,
      skey: client.skey,
      uin: client.uin,
    })
    expect((await again.init()).BaseResponse.Ret).toBe(0)
    expect(again.room(TOPIC)).toBe(room)
  })

  it('calls everybody otherwise after the next QR login', async () => {
    await client.login(simulator)
    const before = [client.me, client.room(TOPIC), simulator.wireId('wxid_bai'), client.sid, client.uin]
    await client.login(simulator)
    const after = [client.me, client.room(TOPIC), simulator.wireId('wxid_bai'), client.sid, client.uin]
    for (const [i, id] of after.entries()) expect(id).not.toBe(before[i])
  })

  it('ends the one before it', async () => {
    await client.login(simulator)
    const old = Object.assign(new WebClient(simulator.baseUrl), { sid: client.sid, skey: client.skey })
    await client.login(simulator)
    expect((await old.check()).retcode).toBe('1101')
    expect((await old.init()).BaseResponse.Ret).toBe(1101)
  })

  it('ends by logging out', async () => {
    await client.login(simulator)
    await client.request('wx2.qq.com', '/cgi-bin/mmwebwx-bin/webwxlogout', { method: 'POST' })
    expect(simulator.online).toBe(false)
    expect((await client.sync()).BaseResponse.Ret).toBe(1101)
  })

  it.each(['1100', '1101', '1102'] as const)('ends by %s, which a waiting client hears at once', async retcode => {
    ;[simulator, client] = await start({ longPoll: 60_000 })
    await client.login(simulator)
    const check = client.check()
    await simulator.waitForRequest(request => request.endpoint === 'synccheck')
    simulator.phone.kick(retcode)
    expect(await check).toEqual({ retcode, selector: '0' })
    expect((await client.sync()).BaseResponse.Ret).toBe(Number(retcode))
    expect((await client.send(client.room(TOPIC), '还在吗')).BaseResponse.Ret).toBe(Number(retcode))
    expect(simulator.sent).toEqual([])
  })

  it('looks the same in two simulators of one seed', async () => {
    await client.login(simulator)
    const [twin, other] = await start()
    await other.login(twin)
    expect([other.me, other.sid, other.uin]).toEqual([client.me, client.sid, client.uin])
  })

  it('nothing can be had without one', async () => {
    for (const endpoint of [
      'webwxinit',
      'webwxsync',
      'webwxsendmsg',
      'webwxrevokemsg',
      'webwxbatchgetcontact',
      'webwxstatusnotify',
      'webwxupdatechatroom',
      'webwxoplog',
      'webwxverifyuser',
    ])
      expect((await client.post(endpoint)).BaseResponse.Ret).toBe(1101)
    expect((await client.check()).retcode).toBe('1101')
    const contacts = await client.request('wx2.qq.com', '/cgi-bin/mmwebwx-bin/webwxgetcontact?skey=')
    expect(await contacts.json()).toMatchObject({ BaseResponse: { Ret: 1101 } })
  })
})
