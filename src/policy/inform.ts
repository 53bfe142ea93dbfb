import type { ActionDraft } from '../model/action.js'
import type { Recipient } from '../model/member.js'
import { alertTo } from './alert.js'
import type { Work } from './owed.js'
import { route } from './routing.js'

/** One line for information, once in the duplicate window. */
export function inform(work: Work, wanted: Recipient, topic: string, text: () => string): ActionDraft[] {
  const { input, finding, clock, steps } = work
  const { member, params } = input.facts
  const way = route({ category: finding.rule.category, severity: 'P2', wanted, sender: member }, input.people)
  steps.add('routing', way.to !== wanted, way.because)
  const reader = way.told[0]
  const since = clock.now - params.duplicateWindow
  if (!reader || input.deeds.last({ kinds: ['alert'], since, topic })) return []
  return alertTo(work, reader, 'P2', { text: text(), topic, code: null })
}
