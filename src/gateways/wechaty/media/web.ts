import type { Readable } from 'node:stream'
import type { MediaKind } from '../../../model/media.js'
import type { Answer, Request } from '../guard.js'
import type { RawMessage } from '../raw.js'
import { checkLength, checkStatus, collect, type Download, Elsewhere } from './download.js'
import { isOwnAddress } from './hosts.js'

/** Where the web service keeps media, as wechat4u was told at the login. */
export interface MediaAddresses {
  origin: string
  API_webwxgetmsgimg: string
  API_webwxgetvoice: string
  API_webwxgetvideo: string
  API_webwxdownloadmedia: string
}

/** What of the session such a request bears. */
export interface MediaKeys {
  skey: string
  passTicket: string
  webwxDataTicket: string
}

/** Media of one message, by what the service calls them. No address comes out of a message. */
export interface WebMedia {
  kind: MediaKind
  messageId: string
  /** of a file */
  mediaId: string
  sender: string
  filename: string
}

/** The media of a message; null where the service gives nothing to ask by (a file that is still on its way). */
export function mediaIn(raw: RawMessage, kind: MediaKind): WebMedia | null {
  const messageId = typeof raw.MsgId === 'number' ? String(raw.MsgId) : (raw.MsgId ?? '')
  const [mediaId, filename] = [text(raw.MediaId), text(raw.FileName)]
  if (!/^\d{1,20}$/.test(messageId) || (kind === 'file' && mediaId === '')) return null
  return { kind, messageId, mediaId, sender: raw.FromUserName, filename }
}

/** How the web service is asked for them: stickers come as pictures do, so that no address of a message is needed. */
export function webRequest(
  media: WebMedia,
  me: string,
  conf: MediaAddresses,
  keys: MediaKeys,
): { url: string; params: Record<string, string>; headers?: Record<string, string> } {
  const params = { MsgID: media.messageId, skey: keys.skey }
  switch (media.kind) {
    case 'image':
    case 'emoticon':
      return { url: conf.API_webwxgetmsgimg, params: { ...params, type: 'big' } }
    case 'voice':
      return { url: conf.API_webwxgetvoice, params }
    case 'video':
      // without a range the service answers with nothing
      return { url: conf.API_webwxgetvideo, params, headers: { Range: 'bytes=0-' } }
    case 'file':
      return {
        url: conf.API_webwxdownloadmedia,
        params: {
          sender: media.sender,
          mediaid: media.mediaId,
          filename: media.filename,
          fromuser: me,
          pass_ticket: keys.passTicket,
          webwx_data_ticket: keys.webwxDataTicket,
        },
      }
  }
}

/** A download by wechat4u's own client, with its cookies: from WeChat's hosts only, without following anybody. */
export function webDownload(
  request: Request,
  asked: { url: string; params?: Record<string, string>; headers?: Record<string, string> },
  options: { file?: boolean } = {},
): Download {
  return async (limit, signal) => {
    if (!isOwnAddress(asked.url, null)) throw new Elsewhere()
    const settings = { method: 'GET', responseType: 'stream', maxRedirects: 0, validateStatus: () => true }
    const answer: Answer = await request({ ...settings, ...asked, signal })
    const body = answer.data as Readable
    try {
      checkStatus(answer.status ?? 0)
      checkLength(answer.headers?.['content-length'], limit)
      const bytes = await collect(body, limit)
      if (!options.file && isRefusal(bytes)) throw new Error('refused')
      return bytes
    } finally {
      body.destroy()
    }
  }
}

/** The service's own "no" in place of a picture: JSON with a Ret. */
function isRefusal(bytes: Uint8Array): boolean {
  return bytes.length < 4096 && /^\s*\{\s*"BaseResponse"/.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
