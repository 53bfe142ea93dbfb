import { type Instant, SECOND } from '../model/time.js'

/** One entry of AddMsgList, as webwxsync answers it. */
export interface WireMessage {
  MsgId: string
  FromUserName: string
  ToUserName: string
  MsgType: number
  AppMsgType: number
  SubMsgType: number
  /** escaped; in a room `@sender:<br/>` stands before what a person sent */
  Content: string
  OriContent: string
  Status: number
  ImgStatus: number
  ImgHeight: number
  ImgWidth: number
  /** seconds since 1970 */
  CreateTime: number
  /** milliseconds */
  VoiceLength: number
  /** seconds */
  PlayLength: number
  FileName: string
  FileSize: string
  MediaId: string
  Url: string
  StatusNotifyCode: number
  StatusNotifyUserName: string
  RecommendInfo: RecommendInfo
  ForwardFlag: number
  AppInfo: { AppID: string; Type: number }
  HasProductId: number
  Ticket: string
  NewMsgId: number
  EncryFileName: string
}

/** Who is recommended by a contact card, or asks to become a friend. */
export interface RecommendInfo {
  UserName: string
  NickName: string
  Alias?: string
  Content?: string
  Ticket?: string
}

export type WireParts = Partial<Omit<WireMessage, 'MsgId' | 'CreateTime'>> & { MsgId: string; at: Instant }

export function wireMessage({ at, ...parts }: WireParts): WireMessage {
  return {
    FromUserName: '',
    ToUserName: '',
    MsgType: 1,
    AppMsgType: 0,
    SubMsgType: 0,
    Content: '',
    OriContent: '',
    Status: 3,
    ImgStatus: 1,
    ImgHeight: 0,
    ImgWidth: 0,
    VoiceLength: 0,
    PlayLength: 0,
    FileName: '',
    FileSize: '',
    MediaId: '',
    Url: '',
    StatusNotifyCode: 0,
    StatusNotifyUserName: '',
    RecommendInfo: { UserName: '', NickName: '' },
    ForwardFlag: 0,
    AppInfo: { AppID: '', Type: 0 },
    HasProductId: 0,
    Ticket: '',
    NewMsgId: 0,
    EncryFileName: '',
    ...parts,
    CreateTime: Math.floor(at / SECOND),
  }
}
