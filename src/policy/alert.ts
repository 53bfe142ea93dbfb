import type { ActionDraft } from '../model/action.js'
import type { Person } from '../model/member.js'
import type { Severity } from '../model/rule.js'
import { alerts } from './budgets.js'
import { heldBecause, leavesAt } from './night.js'
import type { Work } from './owed.js'
import { secondChannel } from './second-channel.js'

/**
 * One private line to somebody in charge: held for the morning or the day as its severity asks, within the
 * reader's budget of the day, and what goes with it by the reader's second channels. Nothing, with a step that says
 * so, when the budget is spent; P0 has none. A line that belongs to no case has no code and goes alone.
 */
export function alertTo(
  work: Work,
  reader: Person,
  severity: Severity,
  line: { text: string; topic: string; code: string | null },
): ActionDraft[] {
  const { input, finding, clock, steps } = work
  const { params, group } = input.facts
  const notBefore = leavesAt(clock, params, severity)
  if (severity !== 'P0') {
    const { used, max } = alerts(input.deeds, clock, params, reader, notBefore)
    const full = used >= max
    steps.add('budget', full, `当日私下告知 ${used}/${max} 条${full ? '，这一条不另发，进汇总' : ''}`)
    if (full) return []
  }
  const held = heldBecause(clock, params, severity)
  if (held) steps.add('night', true, held)
  const alert: ActionDraft = {
    kind: 'alert',
    target: { person: reader.id, group: group.id },
    recipient: reader.role,
    text: line.text,
    topic: line.topic,
    category: finding.rule.category,
    severity,
    notBefore,
    expiresAt: notBefore + params.chain.p2Expire,
  }
  const { code } = line
  return [alert, ...(code === null ? [] : secondChannel(alert, code, { ...input, now: clock.now }))]
}
