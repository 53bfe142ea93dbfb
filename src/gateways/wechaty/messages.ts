import type { MessageBody } from '../../model/event.js'
import { readAppMessage } from './app-messages.js'
import { mentionsIn } from './mentions.js'
import { decodeWire, MSG, type RawMessage, splitSender } from './raw.js'
import { readXml, type XmlNode } from './xml.js'

/** SubMsgType of a text that stands for a place. */
const PLACE = 48
/** What the web service shows in place of what it cannot show. */
const NOT_ON_WEB = /^\[收到一条网页版微信暂不支持的消息类型，请在手机上查看\]$/

const NOBODY: ReadonlySet<string> = new Set()

/** A message that somebody sent, whole and unescaped. `names` are the group's names, for typed mentions. */
export function readMessage(raw: RawMessage, names: ReadonlySet<string> = NOBODY): MessageBody {
  const content = decodeWire(splitSender(raw.Content).content)
  switch (raw.MsgType) {
    case MSG.text:
      return raw.SubMsgType === PLACE ? place(readXml(decodeWire(raw.OriContent)), content) : plainText(content, names)
    case MSG.image:
      return { kind: 'image', text: '' }
    case MSG.voice:
      return { kind: 'voice', text: '', ...voiceLength(raw, readXml(content)) }
    case MSG.video:
    case MSG.microVideo:
      return { kind: 'video', text: '', ...seconds(raw.PlayLength) }
    case MSG.emoticon:
      return { kind: 'emoticon', text: '' }
    case MSG.location:
      return place(readXml(content), '')
    case MSG.card:
      return contactCard(raw, readXml(content))
    case MSG.app:
      return withMentions(readAppMessage(raw, content), names)
    default:
      return { kind: 'unknown', text: '' }
  }
}

function plainText(text: string, names: ReadonlySet<string>): MessageBody {
  if (NOT_ON_WEB.test(text)) return { kind: 'unknown', text: '' }
  return withMentions({ kind: 'text', text }, names)
}

function withMentions(message: MessageBody, names: ReadonlySet<string>): MessageBody {
  const mentions = message.text.includes('@') ? mentionsIn(message.text, names) : []
  return mentions.length > 0 ? { ...message, mentions } : message
}

function place(xml: XmlNode | null, shown: string): MessageBody {
  const at = xml?.name === 'location' ? xml : (xml?.children.find(child => child.name === 'location') ?? null)
  const parts = [at?.attributes.get('poiname'), at?.attributes.get('label')].filter(part => part && part !== '[位置]')
  const title = parts.length > 0 ? parts.join(' ') : (shown.split(':\n')[0] as string).trim()
  return { kind: 'location', text: '', ...(title && { title }) }
}

function contactCard(raw: RawMessage, xml: XmlNode | null): MessageBody {
  const name = decodeWire(raw.RecommendInfo?.NickName) || xml?.attributes.get('nickname') || ''
  return { kind: 'contact', text: '', ...(name && { title: name }) }
}

function voiceLength(raw: RawMessage, xml: XmlNode | null): { duration?: number } {
  const inXml = xml?.children.find(child => child.name === 'voicemsg')?.attributes.get('voicelength')
  return seconds((Number(raw.VoiceLength) || Number(inXml) || 0) / 1000)
}

function seconds(length: number | undefined): { duration?: number } {
  const whole = Math.ceil(Number(length))
  return whole > 0 && whole < 86_400 ? { duration: whole } : {}
}
