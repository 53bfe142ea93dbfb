import type { Category } from '../model/category.js'
import type { Recipient } from '../model/member.js'
import type { Severity } from '../model/rule.js'
import { CARE_CATEGORIES, GUARDED_CATEGORIES } from './categories.js'

/** What a case must show of itself to say which digits it takes. */
export interface Choosable {
  severity: Severity
  category: Category
  owner: Recipient
}

const WORDS = {
  '1': '已处理',
  '2': '私下提醒',
  '3': '群内温和提醒',
  '4': '转督导',
  '5': '误报',
  '6': '以后这类不再提示',
} as const
export type Choice = keyof typeof WORDS

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
export function choicesText(found: Choosable, possible: (digit: Choice) => boolean = () => true): string {
  return choicesOf(found)
    .filter(possible)
    .map(digit => `${digit}${WORDS[digit]}`)
    .join(' ')
}
