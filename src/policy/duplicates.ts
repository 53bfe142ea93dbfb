import type { Category } from '../model/category.js'
import type { Remembered } from '../model/history.js'
import type { Role } from '../model/member.js'
import { SEVERITIES, type Severity } from '../model/rule.js'
import { type Duration, HOUR, type Instant, MINUTE } from '../model/time.js'
import { accusationBy } from './accused.js'
import { isAnotherChild, ownMatter } from './another-child.js'
import { CHILD_CATEGORIES, SHARED_CATEGORIES } from './categories.js'
import type { Finding } from './finding.js'
import type { PolicyInput } from './input.js'
import { matterKey } from './matter-key.js'

/** What makes two alerts one matter, without the severity. */
function matterOf(finding: Finding, input: PolicyInput): string {
  const { category, topic } = finding.rule
  const { member } = input.facts
  if (finding.struck !== null) return `strike:${topic}:${member.id}`
  if (finding.accuses) return accusationBy(member.id)
  return isAnotherChild(finding, input) ? ownMatter(member.id) : matter(category, topic, member)
}

function matter(category: Category | null, topic: string | null, who: { id: string | null; role: Role }): string {
  if (category !== null && SHARED_CATEGORIES.includes(category)) return category
  // a stranger is one matter: that they joined, under what name, and whatever they sell
  return who.role === 'outsider' ? `outsider:${who.id}` : `${topic}:${who.id}`
}

/** So long somebody goes on about one thing, whether it is told as danger or as despair. */
const STILL_TOLD = 30 * MINUTE
/** So long a teacher who is worn out says one thing, in whatever words; of other sorts the next may be another matter. */
const WORN_OUT = 3 * HOUR

/**
 * Keys of what was told a moment ago because of the same sender: one quarrel by whatever rule it was heard, and whether a
 * girl on a roof is in danger or in despair is one matter to whoever was called. What others write may be about another.
 */
function alongside({ rule, accuses }: Finding, { facts, now }: PolicyInput, severity: Severity): string[] {
  // what others were told of the child is no reason to keep the school from hearing who is accused
  if (accuses) return []
  const kin = CHILD_CATEGORIES.includes(rule.category) ? CHILD_CATEGORIES : [rule.category]
  return facts.history
    .recent({ since: now - WORN_OUT, member: facts.member.id, respond: ['escalate'] })
    .filter(({ category }) => category !== null && kin.includes(category))
    .filter(({ category, at }) => at >= now - STILL_TOLD || category === 'teacher_outburst')
    .flatMap(line => keyOf(line, severity))
}

/**
 * What others write of danger adds to the despair that was told within the hour and still runs, as it would add to an
 * emergency. What they write of despair may be about another child.
 */
function despairTold(finding: Finding, input: PolicyInput, severity: Severity): { key: string; told: Instant } | null {
  const { facts, deeds, now } = input
  if (finding.rule.category !== 'emergency' || finding.accuses || isAnotherChild(finding, input)) return null
  const since = now - facts.params.emergencyLull
  const lines = facts.history.recent({ since, category: 'self_harm_bullying', respond: ['escalate'] })
  for (const key of lines.flatMap(line => keyOf(line, severity))) {
    const told = input.openCase(key) && deeds.last({ kinds: ['alert'], since, topic: key })
    if (told) return { key, told: told.at }
  }
  return null
}

/** The matter of a line, if it was told as no less than this. */
function keyOf({ severity, category, topic, member, role }: Remembered, atLeast: Severity): string[] {
  if (severity === null || SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(atLeast)) return []
  return [matterKey(severity, matter(category, topic, { id: member, role }))]
}

/** Key of the case and topic of its alerts: something worse about the same matter is a case of its own. */
export function caseKey(finding: Finding, input: PolicyInput, severity: Severity): string {
  return matterKey(severity, matterOf(finding, input))
}

export interface Known {
  /** the running case to join, or null */
  joins: { key: string; code: string } | null
  /** when it was told, if it was told lately enough to be kept quiet now */
  told: Instant | null
}

/** Once its case is closed, a matter of which nobody has told for so long is over. */
const OVER: Duration = 30 * MINUTE

/**
 * How long ago a matter may have been told to be the same. Who took part goes on with it. Somebody new adds to an
 * emergency for two hours, and to a quarrel while it lasts; after that, or once somebody has dealt with it and it has been
 * quiet, theirs may be another one.
 */
function windowFor({ rule }: Finding, { facts, now }: PolicyInput, severity: Severity, running: boolean): Duration {
  const { duplicateWindow, emergencyThread, emergencyLull } = facts.params
  const { category } = rule
  if (!SHARED_CATEGORIES.includes(category)) return duplicateWindow
  const told = { since: now - duplicateWindow, category, respond: ['escalate'] } as const
  if (facts.history.recent({ ...told, member: facts.member.id }, 1).length > 0) return duplicateWindow
  const [latest] = facts.history.recent(told, 1)
  const quiet = latest ? now - latest.at : 0
  if (!running && quiet >= OVER) return 0
  if (severity === 'P0') return Math.min(duplicateWindow, emergencyThread)
  return quiet >= emergencyLull ? 0 : duplicateWindow
}

/** Whether the matter was told lately, as it is or as something graver, and which running case it belongs to. */
export function known(finding: Finding, input: PolicyInput, severity: Severity): Known {
  const { now, deeds } = input
  const itsMatter = matterOf(finding, input)
  const own = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1).map(level => matterKey(level, itsMatter))
  const keys = new Set([...own, ...alongside(finding, input, severity)])
  const [joins = null] = [...keys].flatMap(key => {
    const running = input.openCase(key)
    return running ? { key, code: running.code } : []
  })
  const despair = joins === null ? despairTold(finding, input, severity) : null
  if (despair) {
    const { code = '' } = input.openCase(despair.key) ?? {}
    return { joins: { key: despair.key, code }, told: despair.told }
  }
  const window = windowFor(finding, input, severity, joins !== null)
  let told: Instant | null = null
  for (const key of keys) {
    const last = deeds.last({ kinds: ['alert'], since: now - window, topic: key })
    if (last && (told === null || last.at > told)) told = last.at
  }
  return { joins, told }
}
