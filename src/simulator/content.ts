import { cdata, escapeXml } from './wire.js'
import type { WireMessage } from './wire-message.js'

/**
 * What somebody sends, before it is addressed. `body` is not yet escaped for the wire. The XML follows what web
 * clients (wechat4u and others) are known to parse; red packets, transfers and group collections reach the web
 * client in more than one form, and each form has its builder.
 */
export interface Content {
  type: number
  body: string
  fields?: Partial<WireMessage>
  /** what the media calls answer for it */
  bytes?: Buffer
  mime?: string
  /** shown as said by nobody: the room itself is the talker */
  system?: true
}

export function text(body: string): Content {
  return { type: 1, body }
}

export function image(bytes: Buffer, mime = 'image/png'): Content {
  const body = `<?xml version="1.0"?>\n<msg>\n\t<img aeskey="" length="${bytes.length}" md5="" />\n</msg>`
  return { type: 3, body, bytes, mime, fields: { ImgHeight: 120, ImgWidth: 90 } }
}

/** @param seconds length of the recording */
export function voice(seconds: number, bytes: Buffer = Buffer.from('#!SILK_V3')): Content {
  const body = `<msg><voicemsg endflag="1" length="${bytes.length}" voicelength="${seconds * 1000}" /></msg>`
  return { type: 34, body, bytes, mime: 'audio/silk', fields: { VoiceLength: seconds * 1000 } }
}

export function video(seconds: number, bytes: Buffer = Buffer.from('\0\0\0\x18ftypmp42')): Content {
  const body = `<msg><videomsg length="${bytes.length}" playlength="${seconds}" /></msg>`
  return { type: 43, body, bytes, mime: 'video/mp4', fields: { PlayLength: seconds } }
}

/** A sticker. One of the sticker shop has no content at all. */
export function emoticon(options: { shop?: boolean; cdnurl?: string; bytes?: Buffer } = {}): Content {
  if (options.shop) return { type: 47, body: '', fields: { HasProductId: 1 } }
  const url = escapeXml(options.cdnurl ?? 'http://emoji.qpic.cn/sticker.gif')
  const body = `<msg><emoji fromusername="" type="2" md5="abc" len="100" cdnurl="${url}" width="120" height="120"></emoji></msg>`
  return { type: 47, body, bytes: options.bytes ?? Buffer.from('GIF89a'), mime: 'image/gif' }
}

export function file(name: string, bytes: Buffer, mime = 'application/octet-stream'): Content {
  const extension = name.split('.').at(-1) ?? ''
  const attach = `<appattach><totallen>${bytes.length}</totallen><attachid>@cdn</attachid><fileext>${escapeXml(extension)}</fileext></appattach>`
  return app(
    6,
    { title: name, inner: attach },
    { bytes, mime, fields: { FileName: name, FileSize: String(bytes.length) } },
  )
}

export function link(options: { title: string; url: string; description?: string }): Content {
  return app(5, options, { fields: { FileName: options.title, Url: options.url } })
}

export function music(options: { title: string; url: string }): Content {
  return app(3, options, { fields: { FileName: options.title, Url: options.url } })
}

/** @param kind 33 is opened as a page, 36 as a card; many come without `appattach` */
export function miniProgram(options: { title: string; name: string; path?: string; kind?: 33 | 36 }): Content {
  const inner =
    `<sourcedisplayname>${escapeXml(options.name)}</sourcedisplayname><weappinfo>` +
    `<username>${cdata('gh_0123456789ab@app')}</username><pagepath>${cdata(options.path ?? 'pages/index.html')}</pagepath></weappinfo>`
  return app(options.kind ?? 33, { title: options.title, inner })
}

export function redPacket(blessing = '恭喜发财，大吉大利'): Content {
  return app(2001, {
    title: '微信红包',
    description: '我给你发了一个红包，赶紧去拆!',
    inner: `<wcpayinfo><scenetext>${cdata('微信红包')}</scenetext><sendertitle>${cdata(blessing)}</sendertitle></wcpayinfo>`,
  })
}

/** The grey line that web clients mostly get in place of a red packet; it does not say whose. */
export function redPacketLine(): Content {
  return { type: 10_000, body: '收到红包，请在手机上查看', system: true }
}

/** @param amount as shown, for example `￥100.00` */
export function transfer(amount: string): Content {
  const inner = `<wcpayinfo><paysubtype>1</paysubtype><feedesc>${cdata(amount)}</feedesc></wcpayinfo>`
  return app(2000, { title: '微信转账', description: `收到转账${amount}`, inner })
}

/** 群收款: of the red packet's type, told apart by its scene. */
export function groupCollection(title: string, amount: string): Content {
  const inner =
    `<wcpayinfo><scenetext>${cdata('群收款')}</scenetext><sendertitle>${cdata(title)}</sendertitle>` +
    `<receivertitle>${cdata(title)}</receivertitle><feedesc>${cdata(amount)}</feedesc></wcpayinfo>`
  return app(2001, { title: '群收款', description: title, inner })
}

export function contactCard(nick: string, alias = ''): Content {
  const body = `<msg username="v1_0" nickname="${escapeXml(nick)}" alias="${escapeXml(alias)}" sex="0" />`
  return { type: 42, body, fields: { RecommendInfo: { UserName: '@0', NickName: nick, Alias: alias } } }
}

export function chatHistory(title: string, lines: readonly { name: string; text: string }[]): Content {
  const items = lines
    .map(
      line =>
        `<dataitem datatype="1"><sourcename>${escapeXml(line.name)}</sourcename><datadesc>${escapeXml(line.text)}</datadesc></dataitem>`,
    )
    .join('')
  const description = lines.map(line => `${line.name}: ${line.text}`).join('\n')
  const record = `<recordinfo><desc>${escapeXml(description)}</desc><datalist count="${lines.length}">${items}</datalist></recordinfo>`
  return app(19, { title, description, inner: `<recorditem>${cdata(record)}</recorditem>` })
}

/** An answer with a quotation. What was quoted may be no text: then `quoted` is XML and `kind` its message type. */
export function quote(body: string, of: { name: string; quoted: string; kind?: number }): Content {
  const inner =
    `<refermsg><type>${of.kind ?? 1}</type><svrid>1</svrid><displayname>${escapeXml(of.name)}</displayname>` +
    `<content>${escapeXml(of.quoted)}</content></refermsg>`
  return app(57, { title: body, inner })
}

/** 接龙 made with WeChat's own function. */
export function groupNote(body: string): Content {
  return app(53, { title: body })
}

/** 群公告 */
export function announcement(body: string): Content {
  return app(87, { title: '群公告', inner: `<textannouncement>${cdata(body)}</textannouncement>` })
}

/** 视频号 */
export function channelsPost(account: string, description: string): Content {
  const inner = `<finderFeed><nickname>${cdata(account)}</nickname><desc>${cdata(description)}</desc></finderFeed>`
  return app(51, { title: '当前版本不支持展示该内容，请升级至最新版本。', inner })
}

/** A place, as web clients get it: a text whose second line is a picture of the map. */
export function location(label: string): Content {
  const url = '/cgi-bin/mmwebwx-bin/webwxgetpubliclinkimg?url=map&msgid=1&pictype=location'
  const original = `<msg><location x="36.62" y="101.77" scale="16" label="${escapeXml(label)}" maptype="0" /></msg>`
  return { type: 1, body: `${label}:\n${url}`, fields: { SubMsgType: 48, Url: url, OriContent: original } }
}

/** 拍一拍 */
export function pat(template: string): Content {
  return { type: 10_002, body: `<sysmsg type="pat"><pat><template>${cdata(template)}</template></pat></sysmsg>` }
}

/** Anything else, as it would stand on the wire before escaping. */
export function raw(type: number, body: string, fields: Partial<WireMessage> = {}): Content {
  return { type, body, fields }
}

function app(
  type: number,
  parts: { title: string; description?: string; url?: string; inner?: string },
  more: Pick<Content, 'bytes' | 'mime' | 'fields'> = {},
): Content {
  const body =
    `<?xml version="1.0"?>\n<msg>\n\t<appmsg appid="" sdkver="0">\n\t\t<title>${escapeXml(parts.title)}</title>` +
    `<des>${escapeXml(parts.description ?? '')}</des><action>view</action><type>${type}</type>` +
    `<url>${escapeXml(parts.url ?? '')}</url>${parts.inner ?? ''}</appmsg><fromusername></fromusername>\n</msg>`
  return { ...more, type: 49, body, fields: { AppMsgType: type, ...more.fields } }
}
