import type { Category } from '../model/category.js'
import { MINUTE } from '../model/time.js'
import { WISHES } from './categories.js'
import type { Finding, Steps } from './finding.js'
import type { PolicyInput } from './input.js'

/** So many alike from so many people in so short a time: one collective line, then silence for the cooldown. */
export function bursts(input: PolicyInput, finding: Finding, steps: Steps): Finding {
  const rule = finding.rule.burst
  if (finding.respond !== 'collect' || !rule) return finding
  const { history, member } = input.facts
  const since = input.now - rule.within
  const before = [...history.recent({ since, topic: finding.rule.topic, respond: ['collect'] })]
  for (const category of alike(finding.rule.category)) {
    before.push(...history.recent({ since, category, respond: ['collect'] }))
  }
  // the sticker with which it began was none too many, and is one of them all the same
  if (finding.rule.category === 'sticker_flood') before.push(...history.recent({ since, kinds: ['emoticon'] }))
  const count = new Set(before.map(line => line.eventId)).size + 1
  const senders = new Set([...before.map(line => line.member), member.id]).size
  const minutes = Math.round(rule.within / MINUTE)
  const due = count >= rule.count && senders >= rule.senders
  steps.add('burst', due, `同类第 ${count}/${rule.count} 条，${senders}/${rule.senders} 人，${minutes} 分钟内`)
  return { ...finding, collective: due && rule.message !== null }
}

/** The other categories that are counted together with this one. */
export function alike(category: Category): readonly Category[] {
  return WISHES.includes(category) ? WISHES.filter(other => other !== category) : []
}
