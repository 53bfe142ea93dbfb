import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Content, content, type Simulator } from '../../src/simulator/index.js'
import { ROOM, start, stopAll } from './class.js'
import type { WebClient, WireMessage } from './web-client.js'

let simulator: Simulator
let client: WebClient

beforeEach(async () => {
  ;[simulator, client] = await start()
  await client.login(simulator)
})
afterEach(stopAll)

async function heard(sent: Content): Promise<WireMessage> {
  simulator.crowd.post(ROOM, 'wxid_bai', sent)
  return (await client.hear())[0] as WireMessage
}

/** The XML as a client reads it: without the sender, with entities undone once. */
const plain = (message: WireMessage): string =>
  message.Content.replace(/^@[0-9a-f]+:<br\/>/, '')
    .replaceAll('<br/>', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

describe('kinds', () => {
  it.each<[string, Content, number, number, string]>([
    ['image', content.image(Buffer.from('png')), 3, 0, '<img '],
    ['voice', content.voice(12), 34, 0, 'voicelength="12000"'],
    ['video', content.video(8), 43, 0, 'playlength="8"'],
    ['sticker', content.emoticon({ cdnurl: 'http://emoji.qpic.cn/a?b=1&c=2' }), 47, 0, 'a?b=1&amp;c=2'],
    ['file', content.file('通知.docx', Buffer.from('doc')), 49, 6, '<fileext>docx</fileext>'],
    ['link', content.link({ title: 'A & B', url: 'http://x.example/?a=1&b=2' }), 49, 5, '<title>A &amp; B</title>'],
    ['music', content.music({ title: '歌', url: 'http://x.example/' }), 49, 3, '<title>歌</title>'],
    ['mini-program', content.miniProgram({ title: '拼团', name: '优选' }), 49, 33, '<sourcedisplayname>优选<'],
    ['mini-program card', content.miniProgram({ title: '拼团', name: '优选', kind: 36 }), 49, 36, '<type>36</type>'],
    ['red packet', content.redPacket(), 49, 2001, '<![CDATA[恭喜发财，大吉大利]]>'],
    ['group collection', content.groupCollection('班费', '￥50'), 49, 2001, '<![CDATA[群收款]]>'],
    ['transfer', content.transfer('￥100.00'), 49, 2000, '<![CDATA[￥100.00]]>'],
    ['contact card', content.contactCard('代购小王', 'dg'), 42, 0, 'nickname="代购小王"'],
    ['history', content.chatHistory('聊天记录', [{ name: '甲', text: '一' }]), 49, 19, '<datadesc>一</datadesc>'],
    [
      'quote',
      content.quote('同意', { name: '王老师', quoted: '明天交 <3' }),
      49,
      57,
      '<content>明天交 &lt;3</content>',
    ],
    ['接龙', content.groupNote('#接龙\n1. 甲'), 49, 53, '#接龙\n1. 甲'],
    ['announcement', content.announcement('明天放假'), 49, 87, '<textannouncement><![CDATA[明天放假]]>'],
    ['channels', content.channelsPost('号', '视频'), 49, 51, '<nickname><![CDATA[号]]>'],
    ['place', content.location('学校'), 1, 0, '学校:\n/cgi-bin/'],
    ['pat', content.pat('"甲" 拍了拍 "乙"'), 10_002, 0, '<sysmsg type="pat">'],
    ['anything', content.raw(9999, '系统', { Status: 4 }), 9999, 0, '系统'],
  ])('%s', async (_, sent, type, appType, part) => {
    const message = await heard(sent)
    expect([message.MsgType, message.AppMsgType]).toEqual([type, appType])
    expect(message.Content.startsWith(`${simulator.wireId('wxid_bai')}:<br/>`)).toBe(true)
    expect(plain(message)).toContain(part)
  })

  it('a red packet as a grey line says not whose', async () => {
    const message = await heard(content.redPacketLine())
    expect(message).toMatchObject({ MsgType: 10_000, Content: '收到红包，请在手机上查看' })
  })

  it('a sticker of the shop has no content', async () => {
    expect(await heard(content.emoticon({ shop: true }))).toMatchObject({ MsgType: 47, HasProductId: 1 })
  })

  it('a place carries its coordinates apart', async () => {
    expect(await heard(content.location('学校'))).toMatchObject({
      SubMsgType: 48,
      OriContent: expect.stringContaining('label="学校"'),
    })
  })

  it('what a person wrote cannot break out of its tag', async () => {
    const message = await heard(content.quote('</title><type>2000</type>', { name: '"><x', quoted: ']]>' }))
    expect(plain(message).match(/<type>/g)).toHaveLength(2)
    expect(plain(await heard(content.announcement('一]]>二')))).toContain('<![CDATA[一]]]]><![CDATA[>二]]>')
  })
})

describe('bytes', () => {
  const get = (path: string): Promise<Response> => client.request('wx2.qq.com', `/cgi-bin/mmwebwx-bin/${path}`)

  it('of a picture come by message id, until it expires', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255])
    const { MsgId } = await heard(content.image(bytes))
    const response = await get(`webwxgetmsgimg?MsgID=${MsgId}&type=big`)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    simulator.expireMedia(MsgId)
    const expired = await get(`webwxgetmsgimg?MsgID=${MsgId}`)
    expect([expired.status, (await expired.arrayBuffer()).byteLength]).toEqual([200, 0])
  })

  it('of a voice message and a video likewise', async () => {
    const voice = await heard(content.voice(2))
    expect(await (await get(`webwxgetvoice?msgid=${voice.MsgId}`)).text()).toBe('#!SILK_V3')
    const video = await heard(content.video(2, Buffer.from('mp4')))
    expect(await (await get(`webwxgetvideo?msgid=${video.MsgId}`)).text()).toBe('mp4')
  })

  it('of a file come by media id', async () => {
    const message = await heard(content.file('名单.txt', Buffer.from('甲')))
    expect(message).toMatchObject({ FileName: '名单.txt', FileSize: '3', MediaId: expect.stringMatching(/^@crypt_/) })
    const path = `webwxgetmedia?mediaid=${encodeURIComponent(String(message.MediaId))}&filename=x`
    expect(await (await get(path)).text()).toBe('甲')
  })

  it('of nothing known are none', async () => {
    expect((await (await get('webwxgetmsgimg?MsgID=1')).arrayBuffer()).byteLength).toBe(0)
    expect((await (await get('webwxgetmedia')).arrayBuffer()).byteLength).toBe(0)
  })

  it('of the oldest are forgotten', async () => {
    const first = await heard(content.image(Buffer.from('一')))
    for (let i = 0; i < 300; i++) simulator.crowd.post(ROOM, 'wxid_bai', content.image(Buffer.from('二')))
    expect((await (await get(`webwxgetmsgimg?MsgID=${first.MsgId}`)).arrayBuffer()).byteLength).toBe(0)
  })

  it('of everybody’s face are a picture', async () => {
    expect((await get('webwxgeticon?seq=1')).headers.get('content-type')).toBe('image/gif')
  })

  it('can be uploaded', async () => {
    const response = await client.request('file.wx2.qq.com', '/cgi-bin/mmwebwx-bin/webwxuploadmedia', {
      method: 'POST',
      body: 'x',
    })
    expect(await response.json()).toMatchObject({ MediaId: expect.stringMatching(/^@crypt_/) })
  })
})
