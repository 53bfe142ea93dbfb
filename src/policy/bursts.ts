import { MINUTE } from '../model/time.js'
import type { Finding, Steps } from './finding.js'
import type { PolicyInput } from './input.js'

/** So many alike from so many people in so short a time: one collective line, then silence for the cooldown. */
export function bursts(input: PolicyInput, finding: Finding, steps: Steps): Finding {
  const rule = finding.rule.burst
  if (finding.respond !== 'collect' || !rule) return finding
  const { history, member } = input.facts
  const alike = { since: input.now - rule.within, topic: finding.rule.topic, respond: ['collect'] } as const
  const before = history.count(alike)
  const known = history.count({ ...alike, member: member.id }, 1).events > 0
  const count = before.events + 1
  const senders = before.members + (known ? 0 : 1)
  const minutes = Math.round(rule.within / MINUTE)
  const due = count >= rule.count && senders >= rule.senders
  steps.add('burst', due, `同类第 ${count}/${rule.count} 条，${senders}/${rule.senders} 人，${minutes} 分钟内`)
  return { ...finding, collective: due && rule.message !== null }
}
