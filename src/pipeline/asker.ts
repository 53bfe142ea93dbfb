import type { ActionDraft } from '../model/action.js'
import type { PrivateMessage } from '../model/event.js'
import { CLASS_LINE, inLine } from '../model/line.js'
import type { GroupProfile, Person } from '../model/member.js'
import { type MessageKey, renderMessage } from '../model/message.js'
import { HOUR } from '../model/time.js'
import type { Deps } from './deps.js'
import { dutyOf } from './duty.js'

/** Somebody on the school file's list who wrote to the bot alone. */
export interface Asker {
  message: PrivateMessage
  /** one account may be several members: head teacher of two classes, and on the list as well */
  ids: readonly string[]
  /** every group they answer for */
  groups: readonly GroupProfile[]
}

/** Null for everybody who is on no list. */
export function askerOf(deps: Deps, message: PrivateMessage): Asker | null {
  const ids = deps.groups.selves(message.from.id)
  const groups = deps.groups.all().filter(group => group.people.some(person => ids.includes(person.id)))
  const listed = groups.length > 0 || ids.some(id => deps.groups.rolesOf(id).length > 0)
  return listed ? { message, ids, groups } : null
}

/** Who looks after a group: its head teacher, or whoever stands in; where it has none, the next in line. */
export function headOf(group: GroupProfile): Person | null {
  return inLine(CLASS_LINE, group.people)[0] ?? null
}

/** The groups that the asker looks after, or stands in for. */
export function headed(asker: Asker): GroupProfile[] {
  return asker.groups.filter(group => {
    const role = headOf(group)?.role
    return group.people.some(person => person.role === role && asker.ids.includes(person.id))
  })
}

/** The same without those where the asker only stands in: what is said in the head teacher's name is theirs alone. */
export function owned(deps: Deps, asker: Asker): GroupProfile[] {
  const now = deps.clock.now()
  return headed(asker).filter(group => !asker.ids.includes(dutyOf(deps.ledger, group.id, now)?.to ?? ''))
}

/** As whom the asker speaks in a group; null where they have no part. */
export function personIn(deps: Deps, asker: Asker, group: string): Person | null {
  return deps.groups.profile(group)?.people.find(person => asker.ids.includes(person.id)) ?? null
}

/** One private line back to whoever wrote. */
export function answer(deps: Deps, asker: Asker, key: MessageKey, params: Record<string, string> = {}): void {
  const { message } = asker
  const draft = line(deps, { person: message.from.id, group: asker.groups[0]?.id ?? '' }, key, params)
  draft.recipient = deps.groups.rolesOf(message.from.id)[0] ?? null
  deps.ledger.addActions(`private/${message.id}`, [draft], deps.clock.now())
  deps.wake()
}

/** Why something was not done, as a text and its parameters. */
export interface Refusal {
  key: Extract<MessageKey, `refused.${string}`>
  params?: Record<string, string>
}

/** A command was not carried out: why, in one sentence. */
export function refuse(deps: Deps, asker: Asker, key: Refusal['key'], params: Refusal['params'] = {}): void {
  answer(deps, asker, 'reply.not_done', { reason: say(deps, key, params) })
}

/** A text of the rules in force. */
export function say(
  { rules }: Pick<Deps, 'rules'>,
  key: MessageKey,
  params: Record<string, string | number> = {},
): string {
  return renderMessage(rules().ruleSet.messages, key, params)
}

/** A private line that leaves now. */
export function line(
  deps: Deps,
  target: { person: string; group: string },
  key: MessageKey,
  params: Record<string, string>,
): ActionDraft {
  const now = deps.clock.now()
  return {
    kind: 'reply',
    target,
    recipient: null,
    text: say(deps, key, params),
    topic: key,
    category: null,
    severity: null,
    notBefore: now,
    expiresAt: now + HOUR,
  }
}
