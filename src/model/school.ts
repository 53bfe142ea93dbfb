import type { MediaLimits } from './media.js'
import type { PlannedPost, Recipient, Role } from './member.js'
import type { OpinionConfig } from './opinion.js'
import type { Tightening } from './rule.js'
import type { Duration } from './time.js'

/** One class group of the school file. */
export interface SchoolGroup {
  /** short name used by commands, `c3-2` */
  id: string
  /** name of the WeChat group, as its members see it */
  topic: string
  pack: string
  grade: number | null
  /** stricter than the pack; absent is as the pack says */
  tighten?: Tightening
  members: readonly SchoolMember[]
  /** pupils on the roster; personal data */
  students: readonly string[]
  /** the roster was written down, not made from name cards */
  rosterWritten?: boolean
  scamNoticeAuthorised: boolean
  /** one line a day that says when questions asked after work are answered; absent is off */
  afterWorkNote?: boolean
  /** to be posted at their hour, once the head teacher has confirmed each */
  posts?: readonly PlannedPost[]
  /** shadow: everything decided, nothing sent */
  mode: 'live' | 'shadow'
}

export interface SchoolMember {
  /** name card in the group */
  name: string
  /** earlier or other name cards of the same person */
  aka: readonly string[]
  role: Role
  students: readonly string[]
  exempt: readonly string[]
}

export interface SchoolPerson {
  /** as the bot sees them in a private chat: nickname or remark */
  name: string
  role: Recipient
  /** groups they answer for; null for all */
  groups: readonly string[] | null
  /** how else they are told of what is urgent */
  channels: readonly ChannelConfig[]
}

/** A way to somebody beside the chat network. An address is personal data, a URL holds its own key, a secret is one. */
export type ChannelConfig =
  | { kind: 'email'; to: string }
  /** 企业微信群机器人 */
  | { kind: 'wecom'; url: string }
  /** any JSON webhook; signed where there is a secret */
  | { kind: 'webhook'; url: string; secret: string | null }
export type ChannelKind = ChannelConfig['kind']

export interface SmtpConfig {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS, without which no password is sent */
  secure: boolean
  /** null for a relay that asks for none */
  login: { user: string; password: string } | null
  /** address that mails come from */
  from: string
}

/** What each of a person's channels is called in the ledger: its kind, numbered from the second one on. */
export function channelNames(channels: readonly ChannelConfig[]): string[] {
  const seen = new Map<ChannelKind, number>()
  return channels.map(({ kind }) => {
    const n = (seen.get(kind) ?? 0) + 1
    seen.set(kind, n)
    return n === 1 ? kind : `${kind}-${n}`
  })
}

/** rules/school.yaml, validated, with ${ENV} filled in. Holds personal data and secrets: never logged. */
export interface School {
  school: string
  timezone: string
  /** prefix of every id of this bot; unique among the bots of a district */
  bot: { id: string; puppet: string; puppetToken: string | null; acceptFriends?: boolean }
  /** ledger, key, session card, QR image; relative to the working directory */
  dataDir: string
  /** folder with packs/, lexicons/ and messages */
  rulesDir: string
  groups: readonly SchoolGroup[]
  people: readonly SchoolPerson[]
  /** null where nobody has an e-mail channel */
  smtp: SmtpConfig | null
  /** null or absent: nobody is asked for a second opinion */
  opinion?: OpinionConfig | null
  /** the most bytes that are fetched of each kind of media; the usual ones where it is absent */
  media?: MediaLimits
  pacing: { perMinute: number; perDay: number; jitter: Duration }
  retention: { inbox: Duration; flagged: Duration; escalated: Duration }
  /** paths of third-party signal modules */
  signals: readonly string[]
  /** `YYYY-MM-DD` → workday or rest day, beyond the calendar shipped */
  calendar: { workdays: readonly string[]; restDays: readonly string[] }
}
