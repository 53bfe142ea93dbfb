import type { History } from '../model/history.js'
import { isStaff } from '../model/member.js'
import type { PolicyParams } from '../model/rule.js'
import { type Instant, MINUTE } from '../model/time.js'
import { isCare, isGuarded, THREAD_CATEGORIES } from './categories.js'
import { type Finding, type Steps, silent } from './finding.js'
import type { PolicyInput } from './input.js'

/** Later a teacher may speak of something new. */
const HELP_GOES_ON = 30 * MINUTE

/**
 * For two hours (`emergency_thread`) after an emergency was told, conduct rules, bursts and quiet hours rest: nobody is
 * reminded, and a P2, of which only the person in charge would hear, waits until they have passed. What a teacher says
 * of the emergency is help under way: who would be told knows.
 */
export function emergencyThread(input: PolicyInput, finding: Finding, steps: Steps): Finding {
  const { rule } = finding
  const helps = rule.category === 'emergency' && isStaff(input.facts.member.role)
  if (isGuarded(rule.tier, rule.category) && !helps) return finding
  // who told of it goes on telling
  const { id } = input.facts.member
  const began = emergencyBegan(input.facts.history, input.facts.params, input.now, helps ? id : null)
  if (began === null) return finding
  const minutes = Math.max(0, Math.round((input.now - began) / MINUTE))
  if (helps && input.now - began > HELP_GOES_ON) return finding
  if (helps) {
    steps.add('thread', true, `${minutes} 分钟前的紧急情况已经上报，老师正在群里处理`)
    return silent(finding)
  }
  // what is graver than a P2, and a family in need, waits for nothing
  if (finding.respond === 'escalate' && (finding.severity !== 'P2' || isCare(rule.category))) return finding
  if (finding.respond === 'escalate') {
    steps.add('thread', true, `${minutes} 分钟前有紧急情况，等它过去再告知`)
    return { ...finding, rests: began + input.facts.params.emergencyThread }
  }
  steps.add('thread', true, `${minutes} 分钟前有紧急情况，群里正在说这件事，日常规则暂停`)
  return silent(finding)
}

/** When the latest emergency that is still talked about was told, but by somebody; null when there is none. */
export function emergencyBegan(
  history: History,
  params: PolicyParams,
  now: Instant,
  but: string | null = null,
): Instant | null {
  const since = now - params.emergencyThread
  const began = history
    .recent({ since, severity: 'P0', respond: ['escalate'] })
    .find(event => event.category !== null && THREAD_CATEGORIES.includes(event.category) && event.member !== but)
  return began?.at ?? null
}
