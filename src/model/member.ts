import type { Tightening } from './rule.js'

/** Roles come from the school file, never from what a message or a name card claims. */
export const ROLES = [
  'head_teacher',
  'deputy',
  'teacher',
  'parent',
  'supervisor',
  'leader',
  'admin',
  'counsellor',
  'outsider',
  'bot',
] as const
export type Role = (typeof ROLES)[number]

/** Roles whose conduct is a matter of the school, not of the class. */
export const STAFF_ROLES: readonly Role[] = ['head_teacher', 'deputy', 'teacher', 'supervisor', 'leader', 'counsellor']

export function isStaff(role: Role): boolean {
  return STAFF_ROLES.includes(role)
}

/** Somebody in a group. `id` is the ledger's own stable id, never the chat network's. */
export interface Member {
  id: string
  /** name card in the group as last seen; personal data */
  name: string
  role: Role
  /** the member's children in the class; personal data */
  students: readonly string[]
  /** message kinds or categories the head teacher exempted, for example `voice` */
  exempt: readonly string[]
}

/** Who can be told something. The person behind it comes from the group's profile. */
export const RECIPIENTS = ['head_teacher', 'deputy', 'supervisor', 'leader', 'counsellor', 'admin'] as const
export type Recipient = (typeof RECIPIENTS)[number]

/** Somebody the bot answers to, from the school file. */
export interface Person {
  id: string
  name: string
  role: Recipient
}

export const GROUP_PACKS = ['common', 'strict', 'notice', 'discussion', 'no-teacher'] as const

/** Words for the group, written in the school file. */
export interface PlannedPost {
  /** local, `2026-12-25T07:30` */
  at: string
  text: string
  /** in the form of a notice; else as they are */
  notice: boolean
}

/** What is known of one group when an event of it is judged. Plain data. */
export interface GroupProfile {
  id: string
  name: string
  pack: string
  /** 1 to 9; null where the group is not one class's */
  grade: number | null
  /** stricter than the pack; absent is as the pack says */
  tighten?: Tightening
  /** IANA zone, `Asia/Shanghai` */
  timezone: string
  members: readonly Member[]
  /** people the group's matters go to; a missing role falls through to the next one in the chain */
  people: readonly Person[]
  /** pupils on the roster; personal data */
  students: readonly string[]
  /** the roster was written down, not made from name cards */
  rosterWritten?: boolean
  /** the head teacher agreed beforehand that the scam notice may be posted at once */
  scamNoticeAuthorised: boolean
  /** the head teacher wants one line a day that says when questions asked after work are answered */
  afterWorkNote?: boolean
  /** to be posted at their hour, once the head teacher has confirmed each */
  posts?: readonly PlannedPost[]
}
