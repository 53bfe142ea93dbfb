import type { Category } from '../model/category.js'
import type { Recipient } from '../model/member.js'
import { type MessageKey, renderMessage } from '../model/message.js'
import type { Severity } from '../model/rule.js'
import { CARE_CATEGORIES, GUARDED_CATEGORIES } from './categories.js'

/** What a case must show of itself to say which digits it takes. */
export interface Choosable {
  severity: Severity
  category: Category
  owner: Recipient
}

const WORDS = {
  '1': 'choice.handled',
  '2': 'choice.remind_sender',
  '3': 'choice.remind_group',
  '4': 'choice.pass',
  '5': 'choice.false_alarm',
  '6': 'choice.mute',
} as const satisfies Record<string, MessageKey>
export type Choice = keyof typeof WORDS

/** What is offered of a question about who is who. */
const BINDING = { '1': 'choice.all_right', '5': 'choice.all_wrong' } as const satisfies Record<string, MessageKey>

type Messages = ReadonlyMap<string, string>

/** The head of the class; whoever else owns a case, it has left the class already. */
const CLASS_OWNERS: readonly Recipient[] = ['head_teacher', 'deputy']

/** The digits a case offers, in order. `0` and `?` are always understood and not offered. */
export function choicesOf(found: Choosable): readonly Choice[] {
  const inClass = CLASS_OWNERS.includes(found.owner)
  const passable = inClass ? (['4'] as const) : []
  if (found.severity === 'P0' || CARE_CATEGORIES.includes(found.category)) return ['1', ...passable, '5']
  const talk = inClass ? (['2', '3'] as const) : (['2'] as const)
  const mutable = inClass && !GUARDED_CATEGORIES.includes(found.category) ? (['6'] as const) : []
  return ['1', ...talk, ...passable, '5', ...mutable]
}

/** `1已处理 4转督导 5误报`; of what the case offers, those that can be taken now. */
export function choicesText(
  messages: Messages,
  found: Choosable,
  possible: (digit: Choice) => boolean = () => true,
): string {
  return choicesOf(found)
    .filter(possible)
    .map(digit => `${digit}${renderMessage(messages, WORDS[digit])}`)
    .join(' ')
}

/** `1都对 5都不对` */
export function bindingChoices(messages: Messages): string {
  return Object.entries(BINDING)
    .map(([digit, key]) => `${digit}${renderMessage(messages, key)}`)
    .join(' ')
}

/** Every word that is shown beside a digit, as people may copy it. */
export function shownWords(messages: Messages): Readonly<Record<string, readonly string[]>> {
  const shown: Record<string, string[]> = {}
  for (const [digit, key] of [...Object.entries(WORDS), ...Object.entries(BINDING)])
    (shown[digit] ??= []).push(renderMessage(messages, key))
  return shown
}
