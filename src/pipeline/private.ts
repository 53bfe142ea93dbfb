import { parseReply, resolveCase } from '../cases/index.js'
import type { ActionDraft } from '../model/action.js'
import type { Case } from '../model/case.js'
import type { PrivateMessage } from '../model/event.js'
import type { GroupProfile, Person } from '../model/member.js'
import { renderMessage } from '../model/message.js'
import { DAY, HOUR } from '../model/time.js'
import { appeal, isAppeal } from './appeal.js'
import { replyTo } from './cases.js'
import type { Deps } from './deps.js'

/** Somebody wrote to the bot alone. Only people on the school file's list command; anybody may say “误会”. */
export function handlePrivate(deps: Deps, message: PrivateMessage): void {
  if (deps.ledger.recordPrivate(message.id, message.from.id, deps.clock.now()) === 'duplicate') return
  const roles = deps.groups.rolesOf(message.from.id)
  if (roles.length === 0) {
    if (isAppeal(message.text)) appeal(deps, message)
    return
  }
  const reply = parseReply(message.text)
  if (reply === null) return answer(deps, message, 'reply.help', {})
  if ('command' in reply) return command(deps, message, reply.command)
  const cases = casesOf(deps, message.from.id)
  const resolved = resolveCase(reply, cases)
  if ('refused' in resolved) {
    const codes = cases.filter(isOpen).map(one => one.code)
    if (resolved.refused === 'none_open') return answer(deps, message, 'reply.none_open', {})
    if (resolved.refused === 'several_open') return answer(deps, message, 'reply.which', { codes: codes.join('、') })
    return answer(deps, message, 'reply.unknown_code', { code: reply.code ?? '' })
  }
  const by = personIn(deps, resolved.case.group, message.from.id)
  if (by) replyTo(deps, resolved.case, by, reply.digit)
}

const isOpen = (found: Case) => found.state === 'open' || found.state === 'passed' || found.state === 'waiting'

/** Cases this person was told of, latest first; closed ones of the last day too, for `0`. */
function casesOf(deps: Deps, person: string): Case[] {
  return deps.ledger.casesTold(person, deps.clock.now() - DAY)
}

function personIn(deps: Deps, group: string, id: string): Person | null {
  return deps.groups.profile(group)?.people.find(person => person.id === id) ?? null
}

function command(deps: Deps, message: PrivateMessage, name: '未决' | '今天' | '帮助'): void {
  if (name === '帮助') return answer(deps, message, 'reply.help', {})
  const open = casesOf(deps, message.from.id).filter(isOpen)
  if (name === '未决') {
    if (open.length === 0) return answer(deps, message, 'reply.none_open', {})
    const list = open.map(one => `${one.code} ${one.summary}`).join('\n')
    return answer(deps, message, 'reply.open', { count: String(open.length), list })
  }
  const totals = { events: 0, reminders: 0, lines: 0, alerts: 0 }
  for (const group of groupsOf(deps, message.from.id)) {
    const since = startOfDay(deps, group)
    const stats = deps.ledger.stats({ group: group.id, since })
    const deeds = deps.ledger.deeds(group.id)
    totals.events += stats.events
    totals.reminders += deeds.count({ kinds: ['remind', 'ask_recall'], since })
    totals.lines += deeds.count({ kinds: ['collective', 'public_notice', 'post'], since })
    totals.alerts += deeds.count({ kinds: ['alert'], since })
  }
  const { events, reminders, lines, alerts } = totals
  answer(deps, message, 'reply.today', {
    events: String(events),
    reminders: String(reminders),
    lines: String(lines),
    alerts: String(alerts),
    open: String(open.length),
  })
}

function groupsOf(deps: Deps, person: string): GroupProfile[] {
  return deps.groups.all().filter(group => group.people.some(one => one.id === person))
}

function startOfDay(deps: Deps, group: GroupProfile): number {
  const now = deps.clock.now()
  return now - deps.localTime(now, group.timezone).minutes * 60_000
}

/** One private line back to whoever wrote. */
function answer(deps: Deps, message: PrivateMessage, key: string, params: Record<string, string>): void {
  const now = deps.clock.now()
  const { ruleSet } = deps.rules()
  const group = groupsOf(deps, message.from.id)[0]
  const draft: ActionDraft = {
    kind: 'reply',
    target: { person: message.from.id, group: group?.id ?? '' },
    recipient: deps.groups.rolesOf(message.from.id)[0] ?? null,
    text: renderMessage(ruleSet.messages, key, params),
    topic: key,
    category: null,
    severity: null,
    notBefore: now,
    expiresAt: now + HOUR,
  }
  deps.ledger.addActions(`private/${message.id}`, [draft], now)
  deps.wake()
}
