import type { PrivateMessage } from '../model/event.js'
import { renderMessage } from '../model/message.js'
import { DAY, HOUR } from '../model/time.js'
import { timeOfDay } from '../policy/index.js'
import { maskName, toKey } from '../text/index.js'
import type { Deps } from './deps.js'

const APPEALS = ['误会', '误判', '申诉', '弄错了', '搞错了']

/** A parent says that a private word was a mistake. */
export function isAppeal(text: string): boolean {
  const key = toKey(text)
  return key.length <= 30 && APPEALS.some(word => key.includes(word))
}

/** Opens a case for the head teacher about the latest private word to this member; one polite receipt. */
export function appeal(deps: Deps, message: PrivateMessage): void {
  const { ledger } = deps
  const now = deps.clock.now()
  // one account may be a parent in several groups
  const words = deps.groups.selves(message.from.id).flatMap(id => {
    const said = ledger.lastWordTo(id, now - 7 * DAY)
    return said ? [{ ...said, to: id }] : []
  })
  const word = words.sort((one, other) => other.at - one.at)[0]
  if (!word) return
  const group = deps.groups.profile(word.group)
  const owner = group?.people.find(person => person.role === 'head_teacher') ?? group?.people[0]
  if (!group || !owner) return
  const { messages } = deps.rules().ruleSet
  const key = `appeal:${word.to}`
  const code = ledger.openCaseByKey(group.id, key)?.code ?? ledger.nextCode()
  const who = maskName(ledger.person(word.to)?.name ?? '')
  const what = '认为刚才的提醒是误会'
  const base = { topic: 'appeal', category: word.category, severity: null, notBefore: now }
  ledger.openCase({
    opening: {
      kind: 'appeal',
      severity: 'P2',
      category: word.category,
      key,
      owner: owner.role,
      about: word.to,
      deadline: now + DAY,
      summary: `${who}：${what}`,
    },
    group: group.id,
    decisionId: word.decisionId,
    move: { by: word.to, channel: 'wechat', at: now },
    withhold: deps.groups.mode(group.id) === 'shadow',
    actions: [
      {
        ...base,
        kind: 'reply',
        target: { person: message.from.id, group: group.id },
        recipient: null,
        text: renderMessage(messages, 'appeal.receipt', {}),
        expiresAt: now + HOUR,
      },
      {
        ...base,
        kind: 'alert',
        severity: 'P2',
        target: { person: owner.id, group: group.id },
        recipient: owner.role,
        text: renderMessage(messages, 'alert.p2', {
          code,
          time: timeOfDay(deps.localTime(now, group.timezone).minutes),
          who,
          what,
          choices: '1已处理 5误报',
          also: '',
        }),
        expiresAt: now + DAY,
      },
    ],
  })
  deps.wake()
}
