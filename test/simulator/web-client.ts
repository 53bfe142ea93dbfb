import type { Simulator } from '../../src/simulator/index.js'

interface SyncKey {
  Count: number
  List: { Key: number; Val: number }[]
}
export interface WireMessage {
  MsgId: string
  FromUserName: string
  ToUserName: string
  MsgType: number
  AppMsgType: number
  Content: string
  CreateTime: number
  [field: string]: unknown
}
export interface WireContact {
  UserName: string
  NickName: string
  RemarkName: string
  MemberList: { UserName: string; NickName: string; DisplayName: string }[]
  [field: string]: unknown
}
interface Answer {
  BaseResponse: { Ret: number }
  SyncKey: SyncKey
  SyncCheckKey: SyncKey
  AddMsgList: WireMessage[]
  ModContactList: WireContact[]
  ContactList: WireContact[]
  MemberList: WireContact[]
  User: WireContact
  MsgID: string
  ContinueFlag: number
  [field: string]: unknown
}

/** A web client by hand: does over HTTP what a browser would. */
export class WebClient {
  uuid = ''
  sid = ''
  skey = ''
  uin = ''
  me = ''
  contacts: WireContact[] = []
  syncKey: SyncKey = { Count: 0, List: [] }

  constructor(private readonly baseUrl: string) {}

  async request(host: string, path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.baseUrl}/__host/${host}${path}`, { redirect: 'manual', ...init })
  }

  async script(host: string, path: string): Promise<string> {
    return (await this.request(host, path)).text()
  }

  async post(endpoint: string, body: Record<string, unknown> = {}, query = ''): Promise<Answer> {
    const BaseRequest = { Uin: Number(this.uin), Sid: this.sid, Skey: this.skey, DeviceID: 'e0' }
    const response = await this.request('wx2.qq.com', `/cgi-bin/mmwebwx-bin/${endpoint}${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ BaseRequest, ...body }),
    })
    return (await response.json()) as Answer
  }

  async askCode(): Promise<string> {
    const answer = await this.script('login.wx.qq.com', '/jslogin?appid=x')
    this.uuid = /uuid = "([^"]+)"/.exec(answer)?.[1] ?? ''
    return this.uuid
  }

  pollLogin(): Promise<string> {
    return this.script('login.wx.qq.com', `/cgi-bin/mmwebwx-bin/login?uuid=${encodeURIComponent(this.uuid)}`)
  }

  /** The last step; returns what the service answered. */
  async enter(redirect: string): Promise<string> {
    const url = new URL(/redirect_uri="([^"]+)"/.exec(redirect)?.[1] ?? '')
    const answer = await this.script(url.hostname, url.pathname + url.search)
    const value = (tag: string): string => new RegExp(`<${tag}>(.*)</${tag}>`).exec(answer)?.[1] ?? ''
    Object.assign(this, { sid: value('wxsid'), skey: value('skey'), uin: value('wxuin') })
    return answer
  }

  async init(): Promise<Answer> {
    const answer = await this.post('webwxinit')
    if (answer.BaseResponse.Ret !== 0) return answer
    this.syncKey = answer.SyncKey
    this.contacts = answer.ContactList
    this.me = answer.User.UserName
    return answer
  }

  /** Code, scan, init. */
  async login(simulator: Simulator): Promise<void> {
    await this.askCode()
    simulator.phone.confirm()
    await this.enter(await this.pollLogin())
    await this.init()
  }

  /** The room's wire id, by topic. */
  room(topic: string): string {
    return this.contacts.find(contact => contact.NickName === topic)?.UserName ?? ''
  }

  async check(): Promise<{ retcode: string; selector: string }> {
    const key = this.syncKey.List.map(({ Key, Val }) => `${Key}_${Val}`).join('|')
    const query = new URLSearchParams({ sid: this.sid, skey: this.skey, synckey: key })
    const answer = await this.script('webpush.wx2.qq.com', `/cgi-bin/mmwebwx-bin/synccheck?${query}`)
    const [, retcode = '', selector = ''] = /retcode:"(\d+)",selector:"(\d+)"/.exec(answer) ?? []
    return { retcode, selector }
  }

  async sync(key: SyncKey = this.syncKey): Promise<Answer> {
    const answer = await this.post('webwxsync', { SyncKey: key })
    if (answer.BaseResponse.Ret === 0) this.syncKey = answer.SyncKey
    return answer
  }

  /** Everything that waits. */
  async hear(): Promise<WireMessage[]> {
    const messages: WireMessage[] = []
    for (;;) {
      const answer = await this.sync()
      messages.push(...answer.AddMsgList)
      if (!answer.ContinueFlag) return messages
    }
  }

  send(to: string, text: string, endpoint = 'webwxsendmsg'): Promise<Answer> {
    const Msg = { Type: 1, Content: text, FromUserName: this.me, ToUserName: to, LocalID: '17', ClientMsgId: '17' }
    return this.post(endpoint, { Scene: 0, Msg })
  }

  revoke(id: string, to: string): Promise<Answer> {
    return this.post('webwxrevokemsg', { SvrMsgId: id, ToUserName: to, ClientMsgId: '18' })
  }
}
