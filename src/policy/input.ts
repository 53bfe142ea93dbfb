import type { Decision } from '../model/decision.js'
import type { Deeds } from '../model/history.js'
import type { Person, Recipient } from '../model/member.js'
import type { Facts } from '../model/signal.js'
import type { Instant } from '../model/time.js'
import type { Verdict } from '../model/verdict.js'

/** A case of this group that waits for somebody. */
export interface RunningCase {
  id: string
  /** `A7` */
  code: string
}

/** Everything policy may look at. No clock, no I/O: the functions read what the pipeline holds ready. */
export interface PolicyInput {
  verdict: Verdict
  facts: Facts
  /** what the bot did or owes, without what earlier decisions on this very event owe */
  deeds: Deeds
  /** when it is judged: the event's own time at first, later when more is known of it */
  now: Instant
  /** who holds a role for this group, or null */
  people: (role: Recipient) => Person | null
  /** names of a person's channels beside the chat network; absent where nobody has any */
  channels?: (personId: string) => readonly string[]
  /** whether the bot can write to this person in private */
  reachable: (personId: string) => boolean
  /** whether somebody else may be writing from this account; nobody is, where it is absent */
  suspected?: (personId: string) => boolean
  /** the network can be asked to take back what others wrote; it cannot, where it is absent */
  recallsOthers?: boolean
  /** the bot takes friend requests, so that a group may be told of it; unless it says false */
  befriends?: boolean
  /** the case of this group that waits under this key, or null */
  openCase: (key: string) => RunningCase | null
  /** the code that the next case will get; asking twice gives the same */
  nextCode: () => string
  /** messages.zh-CN.yaml */
  messages: ReadonlyMap<string, string>
  /** shadow: everything decided, nothing sent; the ledger writes the actions as withheld */
  mode: 'live' | 'shadow'
  /** hash of the rule set */
  ruleSet: string
  /** the decision on the same event that this judgement replaces; what it owes and this one does not is withdrawn */
  earlier: Decision | null
  /** how many lines of the same sender the verdict took in besides this one */
  continues?: number
  /** the head teacher asked for silence until then; never touches safety, privacy and conflict */
  pausedUntil: Instant | null
  /** masked name of a member, `李*妈妈` */
  who: (memberId: string) => string
}
