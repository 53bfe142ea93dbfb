import { MINUTE } from '../model/time.js'
import { isGuarded, THREAD_CATEGORIES } from './categories.js'
import { type Finding, type Steps, silent } from './finding.js'
import type { PolicyInput } from './input.js'

/** While an emergency is talked about, conduct rules, bursts and quiet hours rest. */
export function emergencyThread(input: PolicyInput, finding: Finding, steps: Steps): Finding {
  if (isGuarded(finding.rule.tier, finding.rule.category)) return finding
  const { history, params } = input.facts
  const since = input.now - params.emergencyThread
  const began = history
    .recent({ since, severity: 'P0', respond: ['escalate'] })
    .find(event => event.category !== null && THREAD_CATEGORIES.includes(event.category))
  if (!began) return finding
  const minutes = Math.max(0, Math.round((input.now - began.at) / MINUTE))
  steps.add('thread', true, `${minutes} 分钟前有紧急情况，群里正在说这件事，日常规则暂停`)
  return silent(finding)
}
